"""What may go: each module finds one kind of edit in a file's syntax, and asks mypy nothing."""
