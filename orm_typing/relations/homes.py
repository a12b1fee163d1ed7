"""Relations of other import roots: tests beside a package, addons, examples.

::

    shop/books.py       class Book: author = ForeignKey(Author, related_name="books")
    tests/test_it.py    class Book: author = ForeignKey(Author, related_name="books")

Whoever imports ``shop`` alone has no model of the tests, so a relation there takes nothing from
those of the application. Two folders of tests may never be imported together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from orm_typing.relations.declaration import RelationField


def with_homes(
    relations: Iterable[RelationField], home_of: Callable[[str], str]
) -> list[RelationField]:
    """The relations with their import roots; those of the target's own root have its accessors."""
    placed = [one._replace(home=home_of(one.source_module)) for one in relations]
    native = {
        (one.target, one.accessor)
        for one in placed
        if one.accessor is not None and one.home == home_of(one.target_module or "")
    }
    return [
        one._replace(accessor=None)
        if (one.target, one.accessor) in native
        and one.home != home_of(one.target_module or "")
        and not one.constructor.is_extension
        else one
        for one in placed
    ]
