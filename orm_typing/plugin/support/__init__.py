"""Helpers over mypy's nodes and types, which know nothing of models."""
