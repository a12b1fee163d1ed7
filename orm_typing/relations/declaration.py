"""What is found in source: declarations as written, and relations between full names."""

from __future__ import annotations

from typing import NamedTuple

from orm_typing.relations.vocabulary import RelationConstructor, StringTarget


def class_name(full_name: str) -> str:
    """``Book`` of ``shop.Book``, and of ``tests.test_shop.Book@12``, a class in a function."""
    return full_name.rpartition(".")[2].partition("@")[0]


class RelationField(NamedTuple):
    """A relation as one class body declares it, resolved to full names.

    For example ``author: ForeignKey[Author] = ForeignKey(Author, related_name="books")`` in the
    class ``Book`` of ``shop/books.py``::

        RelationField(source="shop.books.Book", source_module="shop.books", name="author",
                      constructor=..., target="shop.authors.Author",
                      target_module="shop.authors", accessor="books", ...)
    """

    source: str
    """Full name of the class whose body declares the field."""
    source_module: str
    name: str
    constructor: RelationConstructor
    target: str | None
    """Full name of the target class; ``None`` when it can't be resolved."""
    target_module: str | None
    target_text: str
    """The target as written: ``Author``, ``models.Author`` or, for a string, its value."""
    target_is_string: bool
    accessor: str | None
    """Name of the attribute that appears on the target; ``None`` when the library adds none."""
    accessor_is_default: bool
    accessor_is_unknown: bool
    """Whether the name is an expression without a literal value; ``accessor`` is then ``None``."""
    reverse_descriptor: str | None
    """Full name of the descriptor on the target: the constructor's own, or the one that a target
    installs which is created later (``RelationConstructor.late_target_descriptors``)."""
    key_type: str | None
    """Full name of the type of the target's primary key, where models may choose theirs; ``None``
    if it is unknown, or the same for all models of the library."""
    nullable: bool
    nullability_is_lost: bool
    """Whether the annotation allows ``None`` and the library does not see it, since another
    annotation of the class can't be evaluated (``nullability``). ``nullable`` is then false."""
    unique: bool
    is_primary_key: bool
    copied_from: str | None
    """Full name of the abstract class, or of a proxy's model, whose field this is a copy of."""
    unknown_options: tuple[str, ...]
    """Keywords whose value is no literal, sorted; ``**`` for an unpacked mapping."""
    line: int
    column: int
    is_method: bool = False
    """Of an extension: whether the attribute may be a method, so that a call is a use of it."""
    home: str = ""
    """The import root of the source, if that has been implied by where files are."""

    @property
    def lacks_target(self) -> bool:
        """Whether the target is given as a string, and no one model has that name."""
        return (
            self.target is None
            and self.target_is_string
            and self.constructor.string_target is not StringTarget.NOTHING
        )

    @property
    def reaches_out_of_a_function(self) -> bool:
        """Whether a class in a function has a relation to one that outlives the call.

        The accessor is there once the function has run, which a checker can't know.
        """
        return "@" in self.source and "@" not in (self.target or "")

    @property
    def key(self) -> tuple[str, ...]:
        """What a change of must reach the modules that use the accessor (lines do not count)."""
        return (
            self.source,
            self.name,
            self.constructor.full_name,
            "?" if self.lacks_target else self.target or "",
            self.accessor or "",
            self.reverse_descriptor or "",
            self.key_type or "",
            "null" if self.nullable else "lost null" if self.nullability_is_lost else "",
        )
