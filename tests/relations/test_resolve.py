"""From names to classes. What Python can import is also compared with it in ``test_truth``."""

from __future__ import annotations

import pytest

from orm_typing.relations.declaration import RelationField
from tests.relations.project import Project, summary

PRELUDE = "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n"
AUTHORS = PRELUDE + "class Author(BaseDBModel): ...\n"


def relations(project: Project, files: dict[str, str]) -> list[str]:
    return [summary(one) for one in project.write(files).index().relations]


def only(project: Project, files: dict[str, str]) -> RelationField:
    (relation,) = project.write(files).index().relations
    return relation


def book(imports: str, constructor: str = "ForeignKey", target: str = "Author") -> str:
    return f"{imports}\nclass Book(Model):\n    author: Any = {constructor}({target})\n"


@pytest.mark.parametrize(
    ("imports", "constructor"),
    [
        ("from sqliter.orm import ForeignKey", "ForeignKey"),
        ("from sqliter.orm import ForeignKey as FK", "FK"),
        ("from sqliter.orm.fields import ForeignKey", "ForeignKey"),
        ("from sqliter.asyncio.orm import AsyncForeignKey as K", "K"),
        ("import sqliter.orm", "sqliter.orm.ForeignKey"),
        ("import sqliter.orm as o", "o.ForeignKey[Author]"),
        ("from sqliter import orm", "orm.ForeignKey"),
        ("from sqliter.orm import *", "ForeignKey"),
        ("import sqliter\nK = sqliter.orm.ForeignKey", "K"),
        ("from sqliter.orm import ForeignKey\nAuthorKey = ForeignKey[Author]", "AuthorKey"),
        ("from sqliter.orm import ForeignKey\nclass Key(ForeignKey[T]): ...", "Key"),
        (
            "try: from x import ForeignKey\nexcept E: from sqliter.orm import ForeignKey",
            "ForeignKey",
        ),
        ("try: from sqliter.orm import ForeignKey\nexcept E: ForeignKey = None", "ForeignKey"),
        (
            "if TYPE_CHECKING: from sqliter.orm import ForeignKey\nelse: ForeignKey = x",
            "ForeignKey",
        ),
        ("if not TYPE_CHECKING: K = x\nelse: from sqliter.orm import ForeignKey as K", "K"),
    ],
)
def test_a_constructor_is_found_by_every_path(
    project: Project, imports: str, constructor: str
) -> None:
    files = {"authors.py": AUTHORS}
    files["books.py"] = book(f"from authors import Author\n{imports}", constructor)
    assert relations(project, files) == ["books.Book.author -> authors.Author.books"]


@pytest.mark.parametrize(
    ("imports", "constructor"),
    [
        ("from elsewhere import ForeignKey", "ForeignKey"),
        ("from sqliter.model import ForeignKey", "ForeignKey"),
        ("from sqliter.orm import ForeignKey\ndef ForeignKey(x): ...", "ForeignKey"),
        ("from sqliter.orm import ForeignKey\ndel ForeignKey", "ForeignKey"),
        (
            "if TYPE_CHECKING: FK = x\nelse: from sqliter.orm import ForeignKey as FK",
            "FK",
        ),
        ("from sqliter.orm import ForeignKey", "ForeignKey.create"),
        (
            "from sqliter.orm import ForeignKey as K\nclass Key(K[T]):\n def __init__(self): ...",
            "Key",
        ),
        ("", "ForeignKey"),
    ],
)
def test_what_is_no_constructor_declares_nothing(
    project: Project, imports: str, constructor: str
) -> None:
    files = {"authors.py": AUTHORS}
    files["books.py"] = book(f"from authors import Author\n{imports}", constructor)
    assert relations(project, files) == []


@pytest.mark.parametrize(
    ("files", "constructor"),
    [
        ({"shop/db.py": "from sqliter.orm import ForeignKey"}, "db.ForeignKey"),
        ({"shop/db.py": "from sqliter.orm import ForeignKey as FK"}, "db.FK"),
        ({"shop/db.pyi": "from sqliter.orm import ForeignKey as FK", "shop/db.py": ""}, "db.FK"),
        (
            {
                "shop/db/__init__.py": "from .f import FK",
                "shop/db/f.py": "import sqliter.orm as o\nFK = o.ForeignKey",
            },
            "db.FK",
        ),
        (
            {
                "shop/db/__init__.py": "from .f import *",
                "shop/db/f.py": "from sqliter.orm import ForeignKey as FK",
            },
            "db.FK",
        ),
        ({"shop/db/f.py": "from sqliter.orm import ForeignKey as FK"}, "db.f.FK"),
        (
            {
                "shop/db.py": "from . import f",
                "shop/f.py": "from sqliter.orm import ForeignKey as FK",
            },
            "db.f.FK",
        ),
        (
            {
                "shop/db.py": "from .f import FK as K",
                "shop/f.py": "from sqliter.orm import ForeignKey as FK",
            },
            "db.K",
        ),
        (
            {"shop/db.py": "from sqliter.orm import ForeignKey\nclass Fields:\n  Key = ForeignKey"},
            "db.Fields.Key",
        ),
        (
            {
                "shop/db.py": "from .db2 import *\nfrom sqliter.orm import ForeignKey as FK",
                "shop/db2.py": "from .db import *",
            },
            "db.FK",
        ),
    ],
)
def test_re_exports_are_followed(project: Project, files: dict[str, str], constructor: str) -> None:
    files = {"shop/__init__.py": "", "shop/authors.py": AUTHORS, **files}
    files["shop/books.py"] = book("from . import db\nfrom .authors import Author", constructor)
    assert relations(project, files) == ["shop.books.Book.author -> shop.authors.Author.books"]


@pytest.mark.parametrize(
    "db",
    [
        "from sqliter.orm import ForeignKey as _FK",
        "__all__ = []\nfrom sqliter.orm import ForeignKey as _FK",
        "from .db import *",
    ],
)
def test_a_star_import_brings_only_what_is_exported(project: Project, db: str) -> None:
    files = {"shop/__init__.py": "", "shop/authors.py": AUTHORS, "shop/db.py": db}
    files["shop/books.py"] = book("from .db import *\nfrom .authors import Author", "_FK")
    assert relations(project, files) == []


def test_the_statement_before_the_class_counts(project: Project) -> None:
    files = {
        "books.py": AUTHORS
        + """
class Other(BaseDBModel): ...
Target = Author
class Book(BaseDBModel):
    a: Any = ForeignKey(Target)
Target = Other
ForeignKey = None
"""
    }
    assert relations(project, files) == ["books.Book.a -> books.Author.books"]


def test_a_class_does_not_see_the_names_of_the_class_around_it(project: Project) -> None:
    files = {
        "books.py": AUTHORS
        + """
class Other(BaseDBModel): ...
Target = Author
class Outer:
    Target = Other
    class Inner(BaseDBModel):
        a: Any = ForeignKey(Target)
    class Second(BaseDBModel):
        Target = Other
        a: Any = ForeignKey(Target)
"""
    }
    assert relations(project, files) == [
        "books.Outer.Inner.a -> books.Author.inners",
        "books.Outer.Second.a -> books.Other.seconds",
    ]


@pytest.mark.parametrize(
    ("imports", "target", "text"),
    [
        ("from authors import Author", "Author", "Author"),
        ("import authors", "authors.Author", "authors.Author"),
        ("from authors import Author", "to_model=Author", "Author"),
        ("from authors import Author as A\nT = A", "T", "T"),
        ("if TYPE_CHECKING: from authors import Author", "Author", "Author"),
    ],
)
def test_a_target_is_found_by_name(project: Project, imports: str, target: str, text: str) -> None:
    relation = only(
        project, {"authors.py": AUTHORS, "books.py": book(PRELUDE + imports, target=target)}
    )
    assert (relation.target, relation.target_module) == ("authors.Author", "authors")
    assert (relation.target_text, relation.target_is_string) == (text, False)


def test_a_target_outside_of_the_roots_is_a_path(project: Project) -> None:
    imports = PRELUDE + "from library.models import User"
    relation = only(project, {"books.py": book(imports, target="User")})
    assert (relation.target, relation.target_module) == ("library.models.User", "library.models")


@pytest.mark.parametrize(
    "target", ["get_model()", "'Author'", "Unknown", "models['Author']", "*targets", "**options"]
)
def test_a_target_that_source_does_not_tell_is_none(project: Project, target: str) -> None:
    relation = only(project, {"books.py": book(AUTHORS, target=target)})
    assert (relation.target, relation.target_module) == (None, None)


@pytest.mark.parametrize(
    ("files", "target"),
    [
        ({"tags.py": PRELUDE + "class Tag(BaseDBModel): ..."}, "tags.Tag"),
        (
            {
                "tags.py": "from base import Base\nclass Tag(Base): ...",
                "base.py": PRELUDE + "class Base(BaseDBModel): ...",
            },
            "tags.Tag",
        ),
        ({"tags.py": "from library import Base\nclass Tag(Base): ..."}, "tags.Tag"),
        ({"tags.py": PRELUDE + "class Outer:\n    class Tag(BaseDBModel): ..."}, "tags.Outer.Tag"),
        (
            {"tags.py": PRELUDE + "class Tag(BaseDBModel): ...", "other.py": "class Tag: ..."},
            "tags.Tag",
        ),
        (
            {
                "tags.py": PRELUDE + "class Tag(BaseDBModel): ...",
                "other.py": PRELUDE + "class Tag(BaseDBModel): ...",
            },
            None,
        ),
        ({"tags.py": "class Tag: ..."}, None),
        ({"tags.py": "from sqliter.model import BaseDBModel\nclass Tag(BaseDBModel): ..."}, None),
        ({"tags.py": PRELUDE + "def make():\n    class Tag(BaseDBModel): ..."}, None),
        ({"tags.py": "class Tag(BaseDBModel: ..."}, None),
        ({}, None),
    ],
    ids=range(11),
)
def test_a_string_is_the_name_of_the_only_model_of_the_roots(
    project: Project, files: dict[str, str], target: str | None
) -> None:
    files = {**files, "books.py": book(PRELUDE, "ManyToMany", "'Tag'")}
    relation = only(project, files)
    assert relation.target == target
    assert (relation.target_text, relation.target_is_string) == ("Tag", True)


@pytest.mark.parametrize(
    ("imports", "target"),
    [
        ("class Tag(BaseDBModel): ...", "books.Tag"),
        ("from one import Tag", "one.Tag"),
        ("if TYPE_CHECKING: from two import Tag", "two.Tag"),
        ("from one import Tag as Other", None),
        ("class Tag: ...\nfrom one import Tag as Other", None),
    ],
)
def test_the_nearest_model_of_that_name_wins(
    project: Project, imports: str, target: str | None
) -> None:
    tag = PRELUDE + "class Tag(BaseDBModel): ..."
    files = {"one.py": tag, "two.py": tag}
    files["books.py"] = book(PRELUDE + imports, "ManyToMany", "'Tag'")
    assert only(project, files).target == target


def test_a_string_may_be_the_class_itself_or_come_from_a_constant(project: Project) -> None:
    text = PRELUDE + "NAME = 'Book'\nclass Book(BaseDBModel):\n    a: Any = ManyToMany(NAME)\n"
    relation = only(project, {"books.py": text, "other.py": text.replace("ManyToMany(", "x(")})
    assert (relation.target, relation.target_text) == ("books.Book", "Book")


@pytest.mark.parametrize(
    ("options", "accessor", "is_default", "is_unknown"),
    [
        ("", "books", True, False),
        ("related_name=None", "books", True, False),
        ("related_name='titles'", "titles", False, False),
        ("related_name=NAME", "named", False, False),
        ("related_name=INNER", "inner", False, False),
        ("related_name=''", None, False, False),
        ("related_name='two words'", None, False, False),
        ("related_name=f'{x}'", None, False, True),
        ("related_name=make()", None, False, True),
        ("related_name=imported", None, False, True),
        ("related_name=EITHER", None, False, True),
        ("**options", None, False, True),
        ("related_name='titles', **options", "titles", False, False),
    ],
)
def test_accessor_names(
    project: Project, options: str, accessor: str | None, is_default: bool, is_unknown: bool
) -> None:
    text = f"""{AUTHORS}
from names import imported
NAME = 'named'
EITHER = 'a'
if version: EITHER = 'b'
class Book(BaseDBModel):
    INNER = 'inner'
    author: Any = ForeignKey(Author, {options})
"""
    relation = only(project, {"books.py": text, "names.py": "imported = 'imported'"})
    assert relation.accessor == accessor
    assert (relation.accessor_is_default, relation.accessor_is_unknown) == (is_default, is_unknown)
    assert ("related_name" in relation.unknown_options) == is_unknown


@pytest.mark.parametrize(
    ("options", "null", "unique", "unknown"),
    [
        ("", False, False, ()),
        ("null=True, unique=True", True, True, ()),
        ("null=False, unique=YES", False, True, ()),
        ("null=f(), unique=imported", False, False, ("null", "unique")),
    ],
)
def test_options(
    project: Project, options: str, null: bool, unique: bool, unknown: tuple[str, ...]
) -> None:
    text = f"{AUTHORS}\nYES = True\nclass Book(BaseDBModel):\n"
    text += f"    author: Any = ForeignKey(Author, related_name='x', {options})\n"
    relation = only(project, {"books.py": text})
    assert (relation.nullable, relation.unique) == (null, unique)
    assert relation.unknown_options == unknown


def test_a_subclass_has_no_relations_of_its_own_and_its_bases_are_known(project: Project) -> None:
    text = f"""{AUTHORS}
class Mixin: ...
class Base(Mixin, BaseDBModel):
    author: Any = ForeignKey(Author)
class Book(Base, Generic[T], unknown()): ...
class Edition(Book):
    editor: Any = ForeignKey(Author)
"""
    index = project.write({"books.py": text}).index()
    assert [one.source for one in index.relations] == ["books.Base", "books.Edition"]
    assert index.bases("books.Edition") == ("books.Book",)
    assert index.bases("books.Book") == ("books.Base",)
    assert index.bases("books.Base") == ("books.Mixin", "sqliter.orm.BaseDBModel")
    assert index.bases("books.Unknown") == ()
    assert index.module_of_class("books.Mixin") == "books"


@pytest.mark.parametrize(
    "files",
    [
        {"a.py": "from b import *", "b.py": "from a import *"},
        {"a.py": "from b import ForeignKey", "b.py": "from a import ForeignKey"},
        {"a.py": "class Author(Author): ..."},
        {"a.py": "class Author(B): ...\nclass B(Author): ..."},
        {"a.py": "ForeignKey = ForeignKey"},
        {"a.py": "from ....a import ForeignKey, Author"},
        {"a.py": "".join(f"class C{n}(C{n + 1}): ...\n" for n in range(3000)) + "Author = C0"},
        {"a.py": "".join(f"C{n + 1} = C{n}\n" for n in range(3000)) + "Author = C3000"},
        {**{f"c{n}.py": f"from c{n + 1} import *" for n in range(300)}, "a.py": "from c0 import *"},
    ],
    ids=range(9),
)
def test_cycles_and_long_ways_end(project: Project, files: dict[str, str]) -> None:
    files = {**files, "books.py": book(PRELUDE + "from a import *\nfrom a import Author")}
    relations(project, files)


def test_a_stub_hides_the_file_beside_it(project: Project) -> None:
    files = {"books.py": book(AUTHORS), "books.pyi": "class Book: ..."}
    assert relations(project, files) == []
    files = {"books.pyi": book(AUTHORS), "books.py": "class Book: ..."}
    assert relations(project, files) == ["books.Book.author -> books.Author.books"]


def test_relations_are_sorted_by_what_they_are(project: Project) -> None:
    text = AUTHORS + "".join(
        f"class {name}(BaseDBModel):\n b: Any = ForeignKey(Author)\n a: Any = ForeignKey(Author)\n"
        for name in "ZA"
    )
    index = project.write({"books.py": text}).index()
    assert [one.source + one.name for one in index.relations] == [
        "books.Aa",
        "books.Ab",
        "books.Za",
        "books.Zb",
    ]
    assert [one.name for one in index.declared_by("books.Z")] == ["b", "a"]
