"""What one file says, as written."""

from __future__ import annotations

import textwrap
import warnings

import pytest

from orm_typing.relations.scan import read_source
from orm_typing.relations.search import Needles, Search
from orm_typing.relations.written import Binding, Star, WrittenFile


def read(text: str) -> WrittenFile:
    return read_source(textwrap.dedent(text).encode())


def test_a_call_in_a_class_body_is_kept_with_its_arguments_as_text() -> None:
    written = read(
        """
        class Book(BaseDBModel):
            author: FK[Author] = db.FK[Author](Author, related_name="books", **rest)
        """
    )
    (book,) = written.classes
    (call,) = book.calls
    assert (book.name, book.bases) == ("Book", ("BaseDBModel",))
    assert (call.name, call.callee, call.annotation) == ("author", "db.FK", "FK[Author]")
    assert call.positional == ("Author",)
    assert call.keywords == (("related_name", "'books'"), ("**", "rest"))
    assert (call.line, call.column) == (3, 4)


def test_blocks_of_a_class_body_are_followed() -> None:
    written = read(
        """
        class Book:
            if A: a = K(T)
            elif B: b = K(T)
            else: c = K(T)
            try: d = K(T)
            except E: e = K(T)
            else: f = K(T)
            finally: g = K(T)
            with W as w: h = K(T)
            for x in y: i = K(T)
            while z: j = K(T)
            def method(self):
                k = K(T)
                class Hidden:
                    l = K(T)
        """
    )
    assert [one.name for one in written.classes] == ["Book", "Hidden@15"]
    assert "".join(call.name for call in written.classes[0].calls) == "abcdefghij"


def test_classes_in_functions_see_what_the_functions_bind() -> None:
    written = read(
        """
        def outer(session):
            Key = K
            class Book:
                author = Key(T)
                class Inner:
                    pass
            async def inner():
                with session:
                    class Note:
                        book = Key(Book)
        def without_a_class():
            Key = None
        """
    )
    assert [one.name for one in written.classes] == ["Book@4", "Inner@6", "Note@10"]
    book, inner, note = written.classes
    assert set(book.enclosing) == set(inner.enclosing) == {"session", "Key", "Book", "inner"}
    assert set(note.enclosing) == {"session", "Key", "Book", "inner", "Note"}
    assert [call.name for call in note.calls] == ["book"]


def test_nested_classes_have_qualified_names_and_do_not_share_their_bindings() -> None:
    written = read(
        """
        class Outer:
            X = Author
            class Inner(Base[int], make_base()):
                Y = Author
        """
    )
    outer, inner = written.classes
    assert (outer.name, inner.name) == ("Outer", "Outer.Inner")
    assert inner.bases == ("Base", "")
    assert (list(outer.bindings), list(inner.bindings)) == (["X", "Inner"], ["Y"])


def test_imports_are_kept_with_their_dots() -> None:
    written = read(
        """
        import a.b
        import a.b as ab
        from . import models
        from ..db import ForeignKey as FK
        from .fields import *
        """
    )
    assert written.bindings == {
        "a": (Binding(1, "import", "a"),),
        "ab": (Binding(2, "import", "a.b"),),
        "models": (Binding(3, "import", ".", "models"),),
        "FK": (Binding(4, "import", "..db", "ForeignKey"),),
    }
    assert written.stars == (Star(5, ".fields"),)


@pytest.mark.parametrize(
    "test", ["TYPE_CHECKING", "typing.TYPE_CHECKING", "not not t.TYPE_CHECKING"]
)
def test_type_checking_tells_the_checker_from_the_runtime(test: str) -> None:
    written = read(
        f"""
        if {test}:
            import a
        else:
            import b
        if not {test}:
            import c
        """
    )
    worlds = {name: bindings[0].world for name, bindings in written.bindings.items()}
    assert worlds == {"a": "checker", "b": "runtime", "c": "runtime"}
    assert not any(bindings[0].conditional for bindings in written.bindings.values())


def test_other_branches_are_all_taken_and_leave_earlier_bindings_possible() -> None:
    written = read(
        """
        X = a
        if version: X = b
        else: X = c
        """
    )
    assert [(one.text, one.conditional) for one in written.bindings["X"]] == [
        ("a", False),
        ("b", True),
        ("c", True),
    ]


@pytest.mark.parametrize(
    ("text", "exports"),
    [
        ("x = 1", None),
        ("__all__ = ['a', 'b']", ("a", "b")),
        ("__all__: list[str] = ['a']", ("a",)),
        ("__all__ = ('a',) + ('b',)\n__all__ += ['c']", ("a", "b", "c")),
        ("__all__ = []\n__all__.append('a')\n__all__.extend(['b'])", ("a", "b")),
        ("__all__ = ['a'] + other.__all__", None),
        ("__all__ = sorted(globals())", None),
    ],
)
def test_exports_are_read_when_they_are_literal(text: str, exports: tuple[str, ...] | None) -> None:
    assert read(text).exports == exports


def test_values_that_cannot_name_anything_are_opaque() -> None:
    written = read(
        """
        A, (B, C) = Author, (1, "text")
        D = E = compute()
        F: str
        for G in H: pass
        def I(): pass
        J: Final = "name"
        K = Optional[Author]
        """
    )
    kinds = {name: (one[-1].kind, one[-1].text) for name, one in written.bindings.items()}
    assert kinds == {
        "A": ("expression", "Author"),
        "B": ("opaque", ""),
        "C": ("expression", "'text'"),
        "D": ("opaque", ""),
        "E": ("opaque", ""),
        "G": ("opaque", ""),
        "I": ("function", ""),
        "J": ("expression", "'name'"),
        "K": ("expression", "Optional[Author]"),
    }


@pytest.mark.parametrize(
    ("future", "annotation", "names"),
    [
        ("", "ForeignKey[Author]", ()),
        ("", "ForeignKey['Author']", ("Author",)),
        ("", "'ForeignKey[Author | None]'", ("Author", "ForeignKey")),
        ("", "Literal['Author']", ()),
        ("", "Annotated['Author', 'text']", ("Author",)),
        ("", "'no expression'", ("",)),
        ("from __future__ import annotations", "list[m.Author]", ("m",)),
        ("from __future__ import annotations", "'list[Author]'", ("Author",)),
        (
            "from __future__ import annotations",
            "Annotated[int, Meta('text')]",
            ("Annotated", "Meta"),
        ),
    ],
)
def test_names_that_type_hints_evaluate(
    future: str, annotation: str, names: tuple[str, ...]
) -> None:
    (written,) = read(f"{future}\nclass Book:\n    x: {annotation}").classes
    assert written.annotation_names == ((("x", names),) if names else ())


@pytest.mark.parametrize(
    "data",
    [
        b"class Book(:",
        b"x = 1\x00",
        b"# coding: nonsense\nx = 1",
        b"x = '\xff'",
        b"(" * 10_000,
        b"x = " + b"-" * 100_000 + b"1",
        b"\xff\xfex\x00=\x001\x00",
    ],
    ids=["syntax", "null byte", "cookie", "bytes", "brackets", "depth", "utf-16"],
)
def test_a_file_that_does_not_parse_says_nothing(data: bytes) -> None:
    written = read_source(data)
    assert written.broken is not None
    assert not written.classes


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "koi8-r", "utf-8-sig"])
def test_files_are_read_in_their_own_encoding(encoding: str) -> None:
    letter = "я" if encoding == "koi8-r" else "é"
    cookie = "utf-8" if encoding == "utf-8-sig" else encoding
    text = f"# -*- coding: {cookie} -*-\nclass B{letter}(Base): pass\n"
    assert read_source(text.encode(encoding)).classes[0].name == f"B{letter}"


def test_warnings_of_the_parser_are_not_shown() -> None:
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        read_source(rb"x = '\d'; y = 1 is 1")
    assert shown == []


def test_type_parameters_are_read_on_every_python() -> None:
    written = read(
        """
        type Pair[T] = tuple[T, T]
        type Plain = Author

        class Repository[
            M: dict[str, int],  # rows
            *Ts,
        ](Base[M]):
            async def all[R](self, rows: list[R]) -> R: ...

        class Book[T](BaseDBModel):
            author: FK[Author] = FK(Author)
        """
    )
    assert written.broken is None
    assert [(one.name, one.bases) for one in written.classes] == [
        ("Repository", ("Base",)),
        ("Book", ("BaseDBModel",)),
    ]
    assert [(call.line, call.column) for call in written.classes[1].calls] == [(12, 4)]
    assert {written.bindings[name][0].kind for name in ("Pair", "Plain")} == {"opaque"}


def test_type_parameters_do_not_mend_what_is_broken() -> None:
    assert read("class Book[T](BaseDBModel):\n    author = FK(").broken is not None


def test_a_broken_file_mentions_its_imports_and_quoted_targets() -> None:
    written = read(
        """
        import shop.a as a, shop.b
        from .authors import Author
        from . import models
        from shop.x import (
            Tag as T,  # a comment, with commas
            Topic,
        )
        class Book(BaseDBModel):
            tags: M[Tag] = ManyToMany[T]("Tag", related_name="x")
            other = ManyToMany(to_model='Other'
            def
        """
    )
    assert written.broken is not None
    assert written.broken.imports == (
        ".",
        ".authors",
        ".authors.Author",
        ".models",
        "shop.a",
        "shop.b",
        "shop.x",
        "shop.x.Tag",
        "shop.x.Topic",
    )
    assert written.broken.quoted == (("ManyToMany", "Other"), ("ManyToMany", "Tag"))
    assert {"Book", "ManyToMany", "related_name"} <= set(written.broken.words)


def test_a_search_finds_words_and_class_statements() -> None:
    search = Search(Needles(frozenset({"ForeignKey", "AsyncForeignKey"}), frozenset({"Tag"})))
    assert search.matches(b"x = AsyncForeignKey(A)")
    assert search.matches(b"class Tag(Base): pass")
    assert not search.matches(b"x = Tag()")
    assert not search.matches(b"x = 1")


def test_a_search_for_foreign_letters_does_not_depend_on_the_encoding() -> None:
    search = Search(Needles(frozenset({"Mañana"}), frozenset({"Ё"})))
    assert search.matches("x = Mañana(A)".encode("latin-1"))
    assert search.matches("class Ё(Base): pass".encode("koi8-r"))
