"""Inheritance of every kind, and managers of the user's own."""
