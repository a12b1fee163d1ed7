"""Readings in the shop: the async half of the application."""
