"""``orm-typing uncast``: casts and the like that the types made needless, removed.

::

    books = cast(ReverseQuery, author.books).fetch_all()     # before
    books = author.books.fetch_all()                         # after

``finding`` has a module for each kind of thing that may go; it reads syntax alone. ``checker`` runs
mypy on a ``copy`` of the project, each time in a process of its own (``worker``), which answers
``questions`` about types; its entries about libraries outlive the copy (``library_cache``).
``rounds`` tries the edits until nothing more can go, ``trial`` makes those of one round, and
``blame`` tells which edit led to a message. ``command`` shows the result.
"""
