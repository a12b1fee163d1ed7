"""``orm-typing init``: edits of mypy's configuration."""
