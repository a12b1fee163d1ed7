"""Ways to lay out a project's relations, each valid for the real library.

The file names are modules; they are imported in this order.
"""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """A small project that Python can import."""

    name: str
    files: dict[str, str]
    plural_rule: str = "simple"


AUTHORS = """
    from sqliter.orm import BaseDBModel

    class Author(BaseDBModel):
        name: str
"""

LAYOUTS = (
    Layout(
        "plain",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                from sqliter.orm import BaseDBModel, ForeignKey
                from shop.authors import Author

                class Book(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
                    editor: ForeignKey[Author] = ForeignKey(to_model=Author, related_name="edited")
                    owner: ForeignKey[Author] = ForeignKey[Author](
                        Author, null=True, related_name="owned")
            """,
        },
    ),
    Layout(
        "constructor aliases",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                import sqliter.orm
                import sqliter.orm as o
                import sqliter.orm.fields as f
                from sqliter import orm
                from sqliter.orm import BaseDBModel, ForeignKey as FK
                from sqliter.orm.foreign_key import ForeignKey
                from shop import authors
                from shop.authors import Author

                Link = ForeignKey
                Target = Author
                Keys = o

                class Fields:
                    Key = FK

                class Book(BaseDBModel):
                    a: FK[Author] = FK(Author, related_name="a_books")
                    b: sqliter.orm.ForeignKey[Author] = sqliter.orm.ForeignKey(
                        authors.Author, related_name="b_books")
                    c: o.ForeignKey[Author] = o.ForeignKey(Target, related_name="c_books")
                    d: Link[Author] = Link(Author, related_name="d_books")
                    e: f.ForeignKeyDescriptor[Author] = f.ForeignKeyDescriptor(
                        Author, related_name="e_books")
                    g: FK[Author] = Keys.ForeignKey(Author, related_name="g_books")
                    h: FK[Author] = orm.ForeignKey(Author, related_name="h_books")
                    i: FK[Author] = Fields.Key(Author, related_name="i_books")
            """,
        },
    ),
    Layout(
        "renamed re-exports through packages and stars",
        {
            "shop/__init__.py": "",
            "shop/db/__init__.py": """
                from .fields import *
                from .fields import _Hidden as Visible
                from .base import Model
            """,
            "shop/db/base.py": """
                from sqliter.orm import BaseDBModel

                class Model(BaseDBModel):
                    pass
            """,
            "shop/db/fields.py": """
                from sqliter.orm import ForeignKey as Key, ManyToMany
                __all__ = ["Key"]
                __all__ += ["Many"]
                Many = ManyToMany
                _Hidden = Key
                NotListed = Key
            """,
            "shop/people.py": """
                from .db import Model

                class Person(Model):
                    name: str
            """,
            "shop/things.py": """
                from . import db
                from .db import *
                from .people import Person

                class Thing(db.Model):
                    owner: Key[Person] = Key(Person, related_name="things")
                    maker: Key[Person] = db.Visible(Person, related_name="made")
                    users: Many[Person] = Many(Person, related_name="used")
            """,
        },
    ),
    Layout(
        "mixins and inheritance",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
                from .authors import Author

                class Authored(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Author)

                class Book(Authored):
                    title: str

                class PlainMixin:
                    reviewer = ForeignKey(Author, related_name="reviewed")

                class Review(PlainMixin, BaseDBModel):
                    text: str

                class Novel(Book):
                    editor: ForeignKey[Author] = ForeignKey(Author, related_name="novels_edited")

                class Outer:
                    class Inner(BaseDBModel):
                        author: ForeignKey[Author] = ForeignKey(Author)
            """,
        },
    ),
    Layout(
        "string targets",
        {
            "shop/__init__.py": "",
            "shop/articles.py": """
                from __future__ import annotations
                from sqliter.orm import BaseDBModel, ManyToMany

                class Article(BaseDBModel):
                    tags: ManyToMany[Tag] = ManyToMany("Tag")
                    topics: ManyToMany[Topic] = ManyToMany("Topic", related_name="written")
                    related: ManyToMany[Article] = ManyToMany("Article", related_name="back")
                    gone: ManyToMany[Gone] = ManyToMany("Gone")

                class Topic(BaseDBModel):
                    name: str
            """,
            "shop/base.py": """
                from sqliter.orm import BaseDBModel
                class Base(BaseDBModel):
                    pass
            """,
            "shop/tags.py": """
                from .base import Base
                class Tag(Base):
                    name: str
            """,
            "shop/other.py": """
                class Tag:
                    pass
            """,
        },
    ),
    Layout(
        "symmetrical relations",
        {
            "shop/__init__.py": "",
            "shop/people.py": """
                from sqliter.orm import BaseDBModel, ManyToMany
                SYMMETRICAL = True

                class Person(BaseDBModel):
                    friends: ManyToMany["Person"] = ManyToMany("Person", symmetrical=True)

                class Cat(BaseDBModel):
                    owners: ManyToMany[Person] = ManyToMany(Person, symmetrical=True)

                class Dog(BaseDBModel):
                    pack: ManyToMany["Dog"] = ManyToMany("Dog", symmetrical=SYMMETRICAL,
                        related_name="packed")

                class Wolf(BaseDBModel):
                    pack: ManyToMany["Wolf"] = ManyToMany("Wolf")
            """,
        },
    ),
    Layout(
        "names from constants, and overridden fields",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                from typing import ClassVar, Final
                from sqliter.orm import BaseDBModel, ForeignKey
                from .authors import Author

                NAME: Final = "a_books"
                ALSO = NAME
                NULL = True

                class Book(BaseDBModel):
                    C: ClassVar[str] = "c_books"
                    a: ForeignKey[Author] = ForeignKey(Author, related_name=NAME)
                    c: ForeignKey[Author] = ForeignKey(Author, related_name=C, null=NULL)
                    d: ForeignKey[Author] = ForeignKey(Author, related_name="lost")
                    d: ForeignKey[Author] = ForeignKey(Author, related_name="d_" "books")
                    e: ForeignKey[Author] = ForeignKey(Author, related_name="never")
                    e: int = 3
                    f: ForeignKey[Author] = ForeignKey(Author, related_name=None)

                class Other(BaseDBModel):
                    a: ForeignKey[Author] = ForeignKey(Author, related_name=ALSO.upper())
            """.replace("ALSO.upper()", '"other_books"'),
        },
    ),
    Layout(
        "conditions",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                import sys
                from typing import TYPE_CHECKING
                try:
                    from fast_orm import ForeignKey
                except ImportError:
                    from sqliter.orm import ForeignKey
                if sys.version_info >= (3, 0):
                    from sqliter.orm import BaseDBModel
                else:
                    BaseDBModel = object
                if TYPE_CHECKING:
                    from .authors import Author as Writer
                else:
                    from .authors import Author as Writer

                class Mixin:
                    from sqliter.orm import ForeignKey as Local
                    from .authors import Author as Person
                    writer = Local(Person, related_name="mixed")

                class Book(BaseDBModel):
                    if sys.version_info >= (3, 0):
                        author: ForeignKey[Writer] = ForeignKey(Writer, related_name="books")
                    try:
                        fan: ForeignKey[Writer] = ForeignKey(Writer, related_name="loves")
                    except ValueError:
                        pass

                def make():
                    class Hidden(BaseDBModel):
                        author: ForeignKey[Writer] = ForeignKey(Writer, related_name="hidden")
                    return Hidden

                from .authors import Author as ForeignKey
            """,
        },
    ),
    Layout(
        "scopes of classes",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/books.py": """
                from sqliter.orm import BaseDBModel, ForeignKey
                from .authors import Author

                class Other(BaseDBModel):
                    name: str

                class Outer:
                    Target = Other
                    class Inner(BaseDBModel):
                        author: ForeignKey[Author] = ForeignKey(Author, related_name="inner")
                    class Deep(BaseDBModel):
                        class Nested(BaseDBModel):
                            name: str
                        nested: ForeignKey[Nested] = ForeignKey(Nested, related_name="deeps")

                Target = Author

                class Late(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Target, related_name="lates")
                    other: ForeignKey[Other] = ForeignKey(Outer.Target, related_name="lates")

                Target = Other
            """,
        },
    ),
    Layout(
        "models without relations have no registry",
        {
            "shop/__init__.py": "",
            "shop/plain.py": """
                from sqliter.model import BaseDBModel

                class Plain(BaseDBModel):
                    name: str
            """,
            "shop/books.py": """
                from sqliter.orm import BaseDBModel, ForeignKey
                from .plain import Plain

                class Book(BaseDBModel):
                    plain: ForeignKey[Plain] = ForeignKey(Plain)
            """,
        },
    ),
    Layout(
        "encodings and foreign letters",
        {
            "shop/__init__.py": "",
            "shop/straße.py": """
                from sqliter.orm import BaseDBModel, ManyToMany as Mañana

                class Strasse(BaseDBModel):
                    name: str
            """,
            "shop/häuser.py": """
                from sqliter.orm import BaseDBModel
                from .straße import Mañana, Strasse

                class Haus(BaseDBModel):
                    straßen: Mañana[Strasse] = Mañana("Strasse")
            """,
        },
    ),
    Layout(
        "async models",
        {
            "shop/__init__.py": "",
            "shop/authors.py": """
                from sqliter.asyncio.orm import AsyncBaseDBModel

                class Author(AsyncBaseDBModel):
                    name: str
            """,
            "shop/books.py": """
                from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany
                from .authors import Author

                class Book(AsyncBaseDBModel):
                    author: AsyncForeignKey[Author] = AsyncForeignKey(Author)
                    editor: AsyncForeignKey[Author | None] = AsyncForeignKey(
                        Author, related_name="edited")
                    tags: AsyncManyToMany["Tag"] = AsyncManyToMany("Tag")
                    fans: AsyncManyToMany[Author] = AsyncManyToMany(Author, related_name="loves")
                    similar: AsyncManyToMany["Book"] = AsyncManyToMany("Book", symmetrical=True)

                class Tag(AsyncBaseDBModel):
                    peers: AsyncManyToMany["Tag"] = AsyncManyToMany("Tag", symmetrical=True,
                        related_name="peers_back")
            """,
        },
    ),
    Layout(
        "sync and async mixed",
        {
            "shop/__init__.py": "",
            "shop/models.py": """
                from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
                from sqliter.asyncio.orm import AsyncBaseDBModel, AsyncForeignKey, AsyncManyToMany

                class Early(AsyncBaseDBModel):
                    name: str

                class EarlySync(BaseDBModel):
                    name: str

                class Source(BaseDBModel):
                    a: ManyToMany["Early"] = ManyToMany("Early", related_name="a_back")
                    b: ManyToMany["Late"] = ManyToMany("Late", related_name="b_back")
                    c: ManyToMany[Early] = ManyToMany(Early, related_name="c_back")
                    d: ForeignKey[Early] = ForeignKey(Early, related_name="d_back")
                    e: AsyncManyToMany["LateSync"] = AsyncManyToMany("LateSync",
                        related_name="e_back")
                    f: AsyncManyToMany["EarlySync"] = AsyncManyToMany("EarlySync",
                        related_name="f_back")
                    g: AsyncForeignKey[EarlySync] = AsyncForeignKey(EarlySync,
                        related_name="g_back")
                    h: AsyncManyToMany["Source"] = AsyncManyToMany("Source",
                        related_name="h_back")
                    i: AsyncManyToMany["Late"] = AsyncManyToMany("Late", related_name="i_back")

                class Late(AsyncBaseDBModel):
                    own: ManyToMany["Late"] = ManyToMany("Late", related_name="own_back")

                class LateSync(BaseDBModel):
                    name: str
            """,
        },
    ),
    Layout(
        "plurals by inflect",
        {
            "shop/__init__.py": "",
            "shop/authors.py": AUTHORS,
            "shop/models.py": """
                from sqliter.orm import BaseDBModel, ForeignKey
                from .authors import Author

                class Person(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Author)

                class Category(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Author)

                class Address(BaseDBModel):
                    author: ForeignKey[Author] = ForeignKey(Author)
            """,
        },
        plural_rule="inflect",
    ),
)

SPELLINGS = (
    "ForeignKey[Author]",
    "ForeignKey[Author | None]",
    "ForeignKey[None | Author]",
    "ForeignKey[Optional[Author]]",
    "ForeignKey[Opt[Author]]",
    "ForeignKey[t.Optional[Author]]",
    "ForeignKey[typing.Optional[Author]]",
    "ForeignKey[Union[Author, None]]",
    "ForeignKey[Union[None, Author]]",
    "ForeignKey[Union[Author, Optional[Author]]]",
    "ForeignKey[Maybe]",
    "ForeignKey[Annotated[Author | None, 3]]",
    "Annotated[ForeignKey[Author | None], 3]",
    "MaybeKey",
    "Key[Author | None]",
    "ForeignKey[list[Author | None]]",
    "ForeignKey[Author] | None",
    "Optional[ForeignKey[Author]]",
    '"ForeignKey[Author | None]"',
    '"ForeignKey[Author]"',
    '"ForeignKey[Optional[Author]]"',
    'ForeignKey["Author | None"]',
    'ForeignKey["Optional[Author]"]',
    'ForeignKey[Optional["Author"]]',
    'ForeignKey[Union["Author", None]]',
    'Optional["ForeignKey[Author | None]"]',
    "ForeignKey",
)

NEIGHBOURS = (
    "x: int = 0",
    "x: 'Undefined' = 0",
    "x: list['Checked'] = []",
    "x: Annotated[int, 'Undefined'] = 0",
    "x: Literal['Undefined'] = 'Undefined'",
    "x: ManyToMany['Book'] = ManyToMany('Book', related_name='x_back')",
    "x: 'LocalName' = 0",
)


def nullability_layout(neighbour: str, future_annotations: bool) -> Layout:
    """Every spelling of a foreign key's annotation, in classes with that other field."""
    classes = "".join(
        f"""
class Book{number}(BaseDBModel):
    LocalName: ClassVar[type] = int
    author: {spelling} = ForeignKey(Author, related_name="books{number}")
    {neighbour.replace("Book", f"Book{number}").replace("x_back", f"x_back{number}")}
"""
        for number, spelling in enumerate(SPELLINGS)
    )
    text = f"""
{"from __future__ import annotations" if future_annotations else ""}
import typing
import typing as t
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Optional, Union
from typing import Optional as Opt
from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany
from shop.authors import Author
if TYPE_CHECKING:
    from shop.authors import Author as Checked

Maybe = Optional[Author]
Key = ForeignKey
MaybeKey = ForeignKey[Author | None]
{classes}
"""
    return Layout(
        f"{neighbour} {'text' if future_annotations else 'values'}",
        {"shop/__init__.py": "", "shop/authors.py": AUTHORS, "shop/books.py": text},
    )
