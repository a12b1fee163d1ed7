"""The functions of SQLModel CRUD Utilities, with each name, lookup and value that may be given.

Every question is a call. It is run on SQLite, and checked by mypy with the plugin; a message has to
mean that the call raises, finds nothing, or leaves an argument out, and silence that it works.
"""

import os

# The library reads it when it is imported.
os.environ.setdefault("SQL_DIALECT", "sqlite")
