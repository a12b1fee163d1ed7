"""A small bookshop on SQLiter: sync models for the shop, async models for its events."""
