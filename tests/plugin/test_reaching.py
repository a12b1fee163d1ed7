"""Which assignments reach a read: ``# <- a, c`` names those on the lines ``# a`` and ``# c``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from mypy.build import BuildResult, BuildSource, build
from mypy.nodes import FuncDef, MypyFile, NameExpr, Var
from mypy.options import Options

from orm_typing.plugin.load_states.reaching import Definition, flow_of

SOURCE = """\
from contextlib import suppress
from typing import Any


def straight(v: Any) -> None:
    x = v  # a
    use(x)  # <- a
    x = v  # b
    use(x)  # <- b


def branches(v: Any) -> None:
    x = v  # a
    if v:
        x = v  # b
    elif v > 1:
        x = v  # c
        use(x)  # <- c
        return
    use(x)  # <- a, b


def all_branches(v: Any) -> None:
    x = v  # a
    if v:
        x = v  # b
    else:
        x = v  # c
    use(x)  # <- b, c


def loop(v: Any) -> None:
    x = v  # a
    for _ in v:
        use(x)  # <- a, b
        x = v  # b
    use(x)  # <- a, b


def loop_with_jumps(v: Any) -> None:
    x = v  # a
    while v:
        if v:
            x = v  # b
            continue
        if v > 1:
            x = v  # c
            break
        use(x)  # <- a, b
    else:
        use(x)  # <- a, b
        x = v  # d
    use(x)  # <- c, d


def endless(v: Any) -> None:
    x = v  # a
    while True:
        x = v  # b
        if v:
            break
    use(x)  # <- b


def index(v: Any) -> None:
    for x in v:  # a
        use(x)  # <- a
    for x in v:  # b
        use(x)  # <- b
    use(x)  # <- a, b


def handlers(v: Any) -> None:
    x = v  # a
    try:
        x = v  # b
        x = v  # c
    except ValueError:
        use(x)  # <- a, b, c
        raise
    else:
        use(x)  # <- c
    finally:
        use(x)  # <- a, b, c
    use(x)  # <- c


def cleanup(v: Any) -> None:
    x = v  # a
    for _ in v:
        try:
            break
        finally:
            x = v  # b
    use(x)  # <- a, b


def manager(v: Any) -> None:
    x = v  # a
    with suppress(ValueError):
        x = v  # b
    use(x)  # <- a, b
    with v as x:  # c
        use(x)  # <- c


def patterns(v: Any) -> None:
    x = v  # a
    match v:
        case 1:
            x = v  # b
        case [x, *_]:  # c
            use(x)  # <- c
        case {"key": int(real=x)} if v:  # d
            use(x)  # <- d
            return
        case {"key": 1, **x}:  # e
            use(x)  # <- e
    use(x)  # <- a, b, c, d, e


def wildcard(v: Any) -> None:
    x = v  # a
    match v:
        case 1:
            x = v  # b
        case _:
            x = v  # c
    use(x)  # <- b, c


def expressions(v: Any) -> None:
    x = v  # a
    v and (x := v)  # b
    use(x)  # <- a, b
    use((x := v) if v else (x := v))  # c
    use(x)  # <- c
    use([y for y in v if (x := y)])  # d
    use(x)  # <- c, d


def unpacking(v: Any) -> None:
    x, [_, *rest] = v  # a
    use(x)  # <- a
    rest, x = v, v  # b
    use(x)  # <- b
    x += v  # c
    use(x)  # <- b, c


def attributes(v: Any) -> None:
    x = v  # a
    x.author = v  # b
    use(x)  # <- a, b
    x[0].book.author_id += 1  # c
    use(x)  # <- a, b, c
    x = v  # d
    use(x)  # <- d
    del x.author  # e
    use(x)  # <- d, e


def nested(v: Any) -> None:
    x = v  # a
    use(lambda: x)  # <- a, b, c
    def inner() -> None:
        use(x)  # <- a, b, c
        def innermost() -> None:
            nonlocal x
            x = v  # b
    use(x)  # <- a, b
    x = v  # c
    use([x for _ in v])  # <- b, c
    class Local:
        here = x  # <- b, c


def comprehensions(v: Any) -> None:
    use([x.a for x in v if x.b])  # <- here
    use({x: 1 for x in v})  # <- here


def use(v: Any) -> None: ...
"""

LINES = SOURCE.splitlines()


def expected() -> Iterator[object]:
    """For each read its line and the marks of the definitions."""
    for number, text in enumerate(LINES, start=1):
        match = re.search(r"# <-(.*)", text)
        if match is not None:
            marks = {mark.strip() for mark in match.group(1).split(",")} - {""}
            yield pytest.param(number, marks, id=f"{number}: {text.strip()}")


def mark_of(definition: Definition) -> str:
    """The comment on the line of a definition."""
    match = re.search(r"# (\w+)$", LINES[definition.target.line - 1])
    return match.group(1) if match is not None else "here"


@pytest.fixture(scope="module")
def result() -> BuildResult:
    options = Options()
    options.preserve_asts = True
    options.export_types = True
    options.incremental = False
    return build([BuildSource("code.py", "code", SOURCE)], options)


def names_on(result: BuildResult, line: int) -> list[NameExpr]:
    """The occurrences of ``x`` on a line."""
    return [
        expression
        for expression in result.types
        if isinstance(expression, NameExpr)
        and isinstance(expression.node, Var)
        and expression.name == "x"
        and expression.line == line
        and LINES[line - 1].strip().startswith(("use", "here"))
    ]


def function_at(module: MypyFile, line: int) -> FuncDef:
    """The function of the module in which a line stands."""
    functions = [node for node in module.defs if isinstance(node, FuncDef)]
    return next(node for node in functions if node.line <= line <= (node.end_line or 0))


@pytest.mark.parametrize(("line", "wanted"), [*expected()])
def test_reaching(result: BuildResult, line: int, wanted: set[str]) -> None:
    function = function_at(result.files["code"], line)
    reads = names_on(result, line)
    assert reads
    found: set[str] = set()
    for name in reads:
        assert isinstance(name.node, Var)
        flow = flow_of(name.node, tuple(function.body.body))
        found |= {mark_of(definition) for definition in flow.reaching(name)}
    assert found == wanted
