"""``orm-typing declare``: accessors and keys in the user's classes, for checkers without a plugin.

What a user writes, and what the command makes of it::

    class Author(BaseDBModel):
        name: str

        if TYPE_CHECKING:
            books: ClassVar[ReverseRelationship["Book"]]

    class Book(BaseDBModel):
        author: ForeignKey[Author] = ForeignKey(Author, related_name="books")

        if TYPE_CHECKING:
            author_id: int = 0

Nothing of it exists at runtime. First it is found out what a class should declare (``expected``)
and what it does (``found``); ``comparison`` compares them with ``agreement`` and ``stale``. Then
``naming`` says how to write a class in that module; ``bodies`` and ``imports`` change its syntax.
"""
