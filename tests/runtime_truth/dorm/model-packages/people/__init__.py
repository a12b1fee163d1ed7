"""Primary keys of every kind, and foreign keys to them."""
