"""Managers and querysets: the names that they take, and what they add to their rows."""
