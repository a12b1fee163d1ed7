"""Newsletters, which are about people and are read by people.

This module and `people` import each other.
"""

from __future__ import annotations

from sqliter.orm import BaseDBModel, ManyToMany

from bookshop.models import people


class Topic(BaseDBModel):
    """A subject with a newsletter of its own."""

    name: str
    featured: ManyToMany[people.Author] = ManyToMany("Author")

    def masthead(self) -> str:
        """Say what the next newsletter is about, and to whom it goes."""
        addresses = sorted(reader.email for reader in self.followers.fetch_all())
        return f"{self.name} on {people.names(*self.featured.fetch_all())}: {', '.join(addresses)}"


def headline(*topics: Topic) -> str:
    """List topics in alphabetical order."""
    return ", ".join(sorted(topic.name for topic in topics))
