"""``orm-typing init``: the plugin in the configuration file that mypy reads.

``plugins`` says what the list of plugins should be, ``ini`` and ``toml`` write it into a file's
text, ``place`` chooses the file, and ``command`` shows what was done. An edit changes the one key
and nothing else; that is checked on the parsed result before a file is written.
"""
