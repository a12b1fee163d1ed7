"""Source that is newer than the Python that reads it, and source with errors."""

from __future__ import annotations

import ast
import textwrap

import pytest

from orm_typing.relations.newer_syntax import in_older_words
from orm_typing.relations.scan import read_source
from orm_typing.relations.syntax import parse, parse_whole

MODELS = """\
class Author(BaseDBModel):
    name: str

{0}

class Book(BaseDBModel):
    {1}
    author: FK[Author] = FK(Author, related_name="books")
"""
NEWER = {
    "quotes": 'X = f"{D["a"]}"',
    "quotes in both": 'X = f\'{D[\'a\']}\' f"{D["b"]!r:>{D["w"]}}"',
    "nested": "X = f'{f'{f'{x}'}'}'",
    "backslash": "X = f\"{'\\n'.join(D)}\"",
    "lines": 'X = f"{\n    D  # one } more\n}"',
    "lines and quotes": 'X = f"""\n{D["a"]:\n>3} {{ }} {"""x"""}\n"""',
    "raw": "X = rf'\\{D['a']}\\'' + Rf'{D['a']}'",
    "names of characters": "X = f'\\N{BULLET} {D['a']}'",
    "lambda": 'X = f"{(lambda x: x["a"])(D)}"',
    "template": 't = t"{D["a"]}" + T"" + rt\'\\d\'',
    "type statement": "type Ids = list[int]; type Pair[T: (int, str)] = lambda: T",
    "type parameters": "class Work[\n    T,  # a ]\n    *Ts = *tuple[int, ...],\n](Base[T]): pass",
    "function": "async def work[**P](call: Callable[P, str]) -> None: pass",
    "except": "try: pass\nexcept A, B: pass\nexcept C: pass",
    "except group": "try: pass\nexcept* A, B: pass",
    "lazy": "lazy import a\nlazy from b import c",
    "unpacking": "x = [*row for row in rows], {**row for row in rows}, f(*row for row in rows)",
    "star": "x: Row[int, *Ts]\ndef f(*args: *Ts) -> None: pass",
}


@pytest.mark.parametrize("text", NEWER.values(), ids=NEWER)
def test_newer_statements_are_read_and_hide_nothing(text: str) -> None:
    body = textwrap.indent(text, "    ").lstrip()
    data = MODELS.format(text, body).encode()
    parsed = parse(data)
    assert parsed.lost == ()
    written = read_source(data)
    assert written.broken is None
    (book,) = [one for one in written.classes if one.name == "Book"]
    (call,) = [call for call in book.calls if call.name == "author"]
    assert call.keywords == (("related_name", "'books'"),)
    assert call.line == data.count(b"\n")
    assert call.column == 4


@pytest.mark.parametrize("text", NEWER.values(), ids=NEWER)
def test_whoever_needs_all_is_told_what_was_replaced(text: str) -> None:
    try:
        ast.parse(text)
    except SyntaxError:
        assert parse_whole(text).replaced
    else:
        assert parse_whole(text).replaced == ()


def test_a_name_in_a_string_that_is_newer_is_no_literal() -> None:
    written = read_source(
        b"class Book(Base):\n"
        b'    author = FK(Author, related_name=f"{D["a"]}")\n'
        b'    editor = FK(Author, related_name=t"edited")\n'
    )
    for call in written.classes[0].calls:
        assert not call.keywords[0][1].startswith("'"), call


def test_older_words_are_the_same_program() -> None:
    """Nothing is replaced but what is newer, and strings, which nobody asks about."""
    text = textwrap.dedent(
        """
        type = 3
        type (x)
        type[x]
        lazy = type
        match = type; case = match
        match type:
            case type.x: pass
        x = [*[a for a in b], *c]
        class A(B, metaclass=C): y: type = 3
        try: f(*a)
        except (A, B) as e: raise
        z = 'class A[T]: f"{x["a"]}"'  # type X = f"{x["a"]}"
        """
    )
    assert in_older_words(text).text == text


@pytest.mark.parametrize("lines", [1, 3])
def test_places_stay(lines: int) -> None:
    inside = "\n" * (lines - 1)
    text = f"x = [f'''ä{inside}{{D}}''', y]\n"
    old, new = (ast.dump(ast.parse(one), include_attributes=True) for one in (text, _older(text)))
    assert old.partition("Name(id='y'")[2] == new.partition("Name(id='y'")[2]


def _older(text: str) -> str:
    older = in_older_words(text)
    assert older.replaced
    return older.text


LOST = {
    "statement": ("X = what is in this", 4),
    "class": ("class Work(!Base):\n    author = FK(Author)", 4),
    "function": ("def work(!a):\n    pass", 4),
    "branch": ("if x:\n    pass\nelif !y:\n    pass\nelse:\n    pass", 6),
    "handler": ("try:\n    pass\nexcept !y:\n    pass\nfinally:\n    pass", 6),
    "case": ("match x:\n    case 1: pass\n    case !y:\n        pass", 6),
    "match": ("match !x:\n    case 1: pass", 4),
    "loop": ("async def f():\n    async for !x in y:\n        pass\n    else:\n        pass", 5),
    "decorator": ("@!x\ndef f(): pass", 4),
    "lines": ("X = [\n    1 2,\n]", 4),
}


@pytest.mark.parametrize(("text", "line"), LOST.values(), ids=LOST)
def test_a_statement_is_lost_and_never_the_file(text: str, line: int) -> None:
    data = MODELS.format(text, "pages: int").encode()
    assert parse(data).lost == (line,)
    written = read_source(data)
    assert written.broken is not None, "it may be an error, which mypy reports"
    assert written.classes[-1].name == "Book"
    assert [call.line for call in written.classes[-1].calls] == [data.count(b"\n")]


def test_names_of_lost_statements_are_taken() -> None:
    written = read_source(b"Author = what is in this\nclass Book(!Base): pass\nx: int = 1 2\n")
    assert {name: found[0].kind for name, found in written.bindings.items()} == {
        "Author": "opaque",
        "x": "opaque",
    }
    written = read_source(b"class Book(!Base):\n    author = FK(Author)\n")
    assert [(one.name, one.bases) for one in written.classes] == [("Book", ("",))]


def test_the_error_is_that_of_the_lost_statement() -> None:
    text = 'x = f"{D["a"]}"\n\ny = 1 2\n'
    with pytest.raises(SyntaxError) as caught:
        parse_whole(text)
    assert caught.value.lineno == 3


@pytest.mark.parametrize(
    "text", ["class A:\nx = 1\n", "    x = 1\n", "else:\n    pass\n"], ids=repr
)
def test_a_file_without_a_structure_has_its_text_alone(text: str) -> None:
    written = read_source(text.encode())
    assert written.broken is not None
    assert not written.bindings
