"""What the libraries under test need of the environment."""

import os

# sqlmodel_crud_utils reads it when it is imported (sqlmodel_crud_utils/utils.py).
os.environ.setdefault("SQL_DIALECT", "sqlite")
