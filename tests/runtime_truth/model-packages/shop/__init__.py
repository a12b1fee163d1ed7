"""Synchronous foreign keys: spellings of nullability, names, options and ways to import."""
