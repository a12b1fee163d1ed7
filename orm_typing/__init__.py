"""Types for the attributes that Python ORMs create at runtime.

The mypy plugin is the module ``orm_typing.mypy``. Importing this package imports nothing else.
"""

__version__ = "0.1.0"
