"""DotORM on a real PostgreSQL: what its methods give, and what mypy says of the same expressions.

The expressions stand in `table.py` with both answers. mypy's are compared with it always, since
that takes the stubs alone; the library's where there are a checkout and a database.
"""
