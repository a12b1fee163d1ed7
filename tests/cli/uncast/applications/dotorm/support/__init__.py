"""A support desk on DotORM, typed as well as its own types allow.

It is checked and not run: DotORM needs a database server.
"""
