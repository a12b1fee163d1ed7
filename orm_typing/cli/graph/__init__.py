"""``orm-typing graph``: the relations that the source declares, as a picture.

``picture`` arranges what was found into boxes and arrows, and every format draws from that alone:
``table`` for the terminal, ``mermaid`` and ``dot`` for documents, ``html`` for a page to look
around in (its parts are in ``page/``), ``records`` for machines.
"""
