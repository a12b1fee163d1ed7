"""A warehouse on SQLModel CRUD Utilities, which has no types of its own."""
