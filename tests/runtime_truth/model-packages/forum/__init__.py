"""Synchronous many-to-many relations, by class and by name; re-exports its models."""

from .articles import Article as Article
from .labels import Label as Label
from .members import Member as Member
