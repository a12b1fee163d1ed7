"""What the text of a file imports, and what it can reach by that."""

from __future__ import annotations

import ast
import random

import pytest

from orm_typing.relations.imports import Reach, absolute_name, imported_names, with_parents

EVERY_FORM = {
    "import a": {"a"},
    "import a.b as c": {"a.b"},
    "import a, b.c as d; from e import f": {"a", "b.c", "e", "e.f"},
    "import a . b": {"a.b"},
    "import a, \\\n    b": {"a", "b"},
    "import \\\n a": {"a"},
    "x = 1; import a  # and b": {"a"},
    "x = '#'; import a": {"a"},
    "if x: import a": {"a"},
    "try: import a\nexcept ImportError: import b": {"a", "b"},
    "if TYPE_CHECKING:\n    import a\n    from b import c": {"a", "b", "b.c"},
    "def f():\n\tdef g():\n\t\timport a\n\t\tfrom b import c": {"a", "b", "b.c"},
    "\fimport a\n\f\ffrom b import c": {"a", "b", "b.c"},
    "import a\r\nfrom b import c\r\n": {"a", "b", "b.c"},
    "import a\rimport b\r": {"a", "b"},
    "\N{BYTE ORDER MARK}import a": {"a"},
    "from a import b": {"a", "a.b"},
    "from a import b as c, d": {"a", "a.b", "a.d"},
    "from a import (b as c, d)": {"a", "a.b", "a.d"},
    "from a import (\n    b,  # the first (of two)\n    c,\n)": {"a", "a.b", "a.c"},
    "from a import(b)": {"a", "a.b"},
    "from a \\\n    import b, \\\n    c": {"a", "a.b", "a.c"},
    "from a import *": {"a"},
    "from . import a": {".", ".a"},
    "from.import a": {".", ".a"},
    "from .import a": {".", ".a"},
    "from .. import (a as b, c)": {"..", "..a", "..c"},
    "from . . a import b": {"..a", "..a.b"},
    "from ...a.b import c": {"...a.b", "...a.b.c"},
    "from a import b; from c import d": {"a", "a.b", "c", "c.d"},
    "if x: from a import b": {"a", "a.b"},
    "from größe import maß": {"größe", "größe.maß"},
    "import \N{FULLWIDTH LATIN SMALL LETTER A}b": {"ab"},
}


@pytest.mark.parametrize("text", EVERY_FORM)
def test_every_form_of_import_is_found(text: str) -> None:
    assert EVERY_FORM[text] <= imported_names(text.encode())
    assert "*" not in imported_names(text.encode())


@pytest.mark.parametrize("text", EVERY_FORM)
def test_no_form_is_ours_alone(text: str) -> None:
    found: set[str] = set()
    for node in ast.walk(ast.parse(text.encode())):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            separator = "" if module.endswith(".") else "."
            names = [alias.name for alias in node.names if alias.name != "*"]
            found.update([module, *(f"{module}{separator}{name}" for name in names)])
    assert found == EVERY_FORM[text]


@pytest.mark.parametrize(
    "text",
    [
        '"""Get it from x import ("""\nfrom a import b',
        "# from x import (y,\nfrom a import b",
        "# from x import\nfrom a import b",
        "# copied from\nfrom a import b",
        '"""For import, and from there:"""\nfrom a import b',
        "x = 'from y import \\\n'; from a import b",
    ],
)
def test_what_only_looks_like_an_import_hides_none(text: str) -> None:
    assert {"a", "a.b"} <= imported_names(text.encode())


@pytest.mark.parametrize(
    "text",
    ["", "important = 1", "import_a = b", "x.from_import = 1", "raise A from b", "yield from a"],
)
def test_other_text_imports_nothing(text: str) -> None:
    assert imported_names(text.encode()) == set()


def test_a_file_is_read_in_its_own_encoding() -> None:
    text = "# -*- coding: latin-1 -*-\nfrom größe import maß\n"
    assert imported_names(text.encode("latin-1")) == {"größe", "größe.maß"}


def test_text_that_is_none_raises_nothing() -> None:
    assert imported_names(b"\xff\xfe\x00import a\nimport b\n") == {"b"}
    assert imported_names(b"# coding: nonsense\nimport b\n") == {"b"}


@pytest.mark.parametrize(
    ("name", "module", "is_package", "expected"),
    [
        ("a.b", "m", False, "a.b"),
        (".", "shop.books", False, "shop"),
        (".x", "shop.books", False, "shop.x"),
        (".x", "shop", True, "shop.x"),
        ("..x", "shop.web.views", False, "shop.x"),
        ("..x", "shop.web", True, "shop.x"),
        (".x", "books", False, "x"),
        ("....x", "books", False, "x"),
    ],
)
def test_relative_names(name: str, module: str, is_package: bool, expected: str) -> None:
    assert absolute_name(name, module, is_package=is_package) == expected


def test_a_module_brings_its_packages() -> None:
    assert list(with_parents("a.b.c")) == ["a.b.c", "a.b", "a"]
    assert list(with_parents("")) == []


def test_reach_goes_over_cycles() -> None:
    imports = {"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": [], "e": ["a"]}
    reach = Reach({"c", "d", "a"}, lambda module: imports[module])
    assert reach.reaches("a", "d")
    assert reach.reaches("b", "c")
    assert reach.reaches("e", "a")
    assert reach.reaches("d", "d")
    assert not reach.reaches("b", "a")
    assert not reach.reaches("d", "c")
    assert not reach.reaches("a", "nobody asked for it")


def test_a_module_is_asked_for_its_imports_once() -> None:
    asked: list[str] = []

    def imports_of(module: str) -> list[str]:
        asked.append(module)
        return {"a": ["b", "c"], "b": ["a"], "c": ["b"]}[module]

    reach = Reach({"c"}, imports_of)
    assert all(reach.reaches(module, "c") for module in "abcabc")
    assert sorted(asked) == ["a", "b", "c"]


def test_a_long_chain_needs_no_deep_stack() -> None:
    reach = Reach({"50000"}, lambda module: [str(int(module) + 1)] if module != "50000" else [])
    assert reach.reaches("0", "50000")


@pytest.mark.parametrize("seed", range(60))
def test_reach_is_the_transitive_closure(seed: int) -> None:
    chance = random.Random(seed)
    modules = [str(number) for number in range(chance.randrange(1, 14))]
    density = chance.choice([0.05, 0.1, 0.2, 0.4])
    imports = {
        module: [other for other in modules if chance.random() < density] for module in modules
    }
    targets = {module for module in modules if chance.random() < 0.6}
    reach = Reach(targets, imports.__getitem__)
    for module in chance.sample(modules, len(modules)):
        closure = {module}
        while not closure >= (more := {new for old in closure for new in imports[old]}):
            closure |= more
        assert {one for one in modules if reach.reaches(module, one)} == closure & targets
