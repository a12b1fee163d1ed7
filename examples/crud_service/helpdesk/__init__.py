"""A helpdesk on SQLModel CRUD Utilities: customers, tickets, a history, and an async report."""

import os

# The library wants to know the dialect as soon as it is imported.
os.environ.setdefault("SQL_DIALECT", "sqlite")
