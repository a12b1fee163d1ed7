"""Functions that are given a table and the names of its columns."""
