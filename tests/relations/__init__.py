"""What the index of relations says of a project, and what the library does with it."""
