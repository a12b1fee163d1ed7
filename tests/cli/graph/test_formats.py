"""The table, Mermaid, Graphviz and JSON."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.graph.conftest import write

HOSTILE = """\
from sqliter.orm import BaseDBModel, ForeignKey

class Author(BaseDBModel):
    note: 'dict["</script><img src=x onerror=alert(1)>-->"]'

class Book(BaseDBModel):
    author: ForeignKey[Author] = ForeignKey(Author, related_name="books")
    other: ForeignKey[Author] = ForeignKey("</table><script>alert(2)</script>")
"""


def test_the_table(shop: Path) -> None:
    assert (
        call("graph").stdout
        == """\
  Field         Kind                   Leads to  Appears as
shop.books
  Book.author   foreign key            Author    Author.books
  Book.editor   foreign key, nullable  Author    Author.edited
  Book.sequel   foreign key, nullable  Bok?      Bok?.books
  Book.similar  many-to-many           Book      -
  Book.tags     many-to-many           Tag       Tag.books
shop.events
  Event.venue   async foreign key      Venue     Venue.events
6 models, 6 relations
"""
    )


def test_there_is_nothing_to_draw(folder: Path) -> None:
    called = call("graph")
    assert (called.exit_code, called.stdout) == (0, "no models, no relations\n")


def test_mermaid(shop: Path) -> None:
    text = call("graph", "-f", "mermaid").stdout
    assert text.startswith("erDiagram\n")
    assert (
        """\
    m0["Book"] {
        str title
        ForeignKey author FK "to Author"
        ForeignKey editor FK "to Author, nullable"
        ManyToMany tags "to Tag"
        ForeignKey sequel FK "to Bok?, nullable"
        ManyToMany similar "to Book"
    }
"""
        in text
    )
    assert 'str email "nullable"' in text
    relations = [line.strip() for line in text.splitlines() if " : " in line]
    assert relations == [
        'm4 ||--o{ m0 : "author / books"',
        'm4 |o--o{ m0 : "editor / edited"',
        'm0 }o--o{ m0 : "similar"',
        'm1 }o--o{ m0 : "tags / books"',
        'm3 ||--o{ m2 : "venue / events (async)"',
    ]


def test_names_that_mermaid_reads_as_its_own(folder: Path) -> None:
    models = """\
        from sqliter.orm import BaseDBModel

        class UK: ...

        class Country(BaseDBModel):
            pk: int
            uk: UK
            class_: str
            _hidden: int
            pk_of: int
            caf\u00e9: str
        """
    write(folder, {"models.py": models})
    assert call("graph", "-f", "mermaid").stdout.splitlines()[2:-1] == [
        "        int pk_",
        "        UK_ uk_",
        "        str class_",
        "        int pk_of",
        "        str caf_",
    ]


MERMAID_LINE = re.compile(
    r"""erDiagram
    |\ {4}m\d+\["[^"]+"\](\ \{)?
    |\ {8}[A-Za-z_][\w\[\]()-]*\ [A-Za-z_][\w\[\]()-]*(\ FK)?(\ "[^"]*")?
    |\ {4}\}
    |\ {4}m\d+\ [|}][|o]--o[|{]\ m\d+\ :\ "[^"]+"
    """,
    re.VERBOSE,
)


@pytest.mark.parametrize("project", ["shop", "company", "hostile"])
def test_every_line_of_mermaid_is_of_its_language(
    project: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    if project == "hostile":
        write(folder, {"shop.py": HOSTILE})
    else:
        request.getfixturevalue(project)
    for line in call("graph", "-f", "mermaid").stdout.splitlines():
        assert MERMAID_LINE.fullmatch(line), line


def test_graphviz(shop: Path) -> None:
    text = call("graph", "-f", "dot").stdout
    assert 'subgraph cluster_0 {\n        label="shop.books"' in text
    assert '"shop.books.Book":"f_author" -> "shop.people.Author":"a_shop.books.Book_author"' in text
    assert "style=dashed" in text
    assert text.count(" -> ") == 5


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@pytest.mark.parametrize("project", ["shop", "company", "hostile"])
def test_graphviz_takes_it(project: str, folder: Path, request: pytest.FixtureRequest) -> None:
    if project == "hostile":
        write(folder, {"shop.py": HOSTILE})
    else:
        request.getfixturevalue(project)
    text = call("graph", "-f", "dot").stdout
    result = subprocess.run(
        ["dot", "-Tcanon"], input=text, capture_output=True, text=True, check=True
    )
    # Graphviz 2.43 takes a byte of its own for an arrow's type now and then, and says that.
    said = [line for line in result.stderr.splitlines() if "Arrow type" not in line]
    assert said == []


@pytest.mark.parametrize("arguments", [["--json"], ["-f", "json"]])
def test_json(shop: Path, arguments: list[str]) -> None:
    found = json.loads(call("graph", *arguments).stdout)
    assert [model["name"] for model in found["models"]] == [
        "Book",
        "Tag",
        "Event",
        "Venue",
        "Author",
        "Person",
    ]
    assert found["relations"][0] == {
        "source": "shop.books.Book",
        "field": "author",
        "target": "shop.people.Author",
        "target_text": "Author",
        "accessor": "books",
        "kind": "foreign key",
        "async": False,
        "nullable": False,
        "copied_from": None,
        "place": "shop/books.py:12",
    }


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("r.html", "<!DOCTYPE html>"),
        ("r.mmd", "erDiagram"),
        ("r.dot", "digraph"),
        ("r.gv", "digraph"),
        ("r.json", "{"),
    ],
)
def test_the_name_of_the_file_tells_the_format(shop: Path, name: str, beginning: str) -> None:
    called = call("graph", "-o", name)
    assert (called.exit_code, called.stdout) == (0, "")
    assert (shop / name).read_text(encoding="utf-8").startswith(beginning)


def test_a_name_that_tells_nothing_is_refused(shop: Path) -> None:
    called = call("graph", "-o", "relations.png")
    assert called.exit_code == 2
    assert "name a format" in called.stderr
    assert not (shop / "relations.png").exists()


def test_a_file_that_can_t_be_written(shop: Path) -> None:
    called = call("graph", "-o", "nowhere/page.html")
    assert called.exit_code == 2
    assert "nowhere" in called.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
@pytest.mark.parametrize("name", ["html", "dot", "json"])
def test_names_of_files_that_are_no_text(shop: Path, name: str) -> None:
    (shop / "shop" / "books.py").rename(shop / "shop" / "b\udcfccher.py")
    assert call("graph", "-f", name, "-o", "relations").exit_code == 0
    assert "b\\udcfccher" in (shop / "relations").read_text(encoding="utf-8")


def test_a_format_for_any_name(shop: Path) -> None:
    assert call("graph", "-f", "mermaid", "-o", "relations.txt").exit_code == 0
    assert (shop / "relations.txt").read_text().startswith("erDiagram")


def test_a_part(shop: Path) -> None:
    assert call("graph", "-p", "shop.events").stdout.endswith("2 models, 1 relation\n")
    called = call("graph", "-p", "nowhere")
    assert called.exit_code == 2
    assert "no models were found in 'nowhere'" in called.stderr


def test_formats_that_exclude_each_other(shop: Path) -> None:
    assert call("graph", "--json", "-f", "dot").exit_code == 2


def test_files_that_can_t_be_parsed_are_named(shop: Path) -> None:
    write(shop, {"shop/broken.py": "class Broken(BaseDBModel"})
    called = call("graph")
    assert called.exit_code == 3
    assert str(Path("shop", "broken.py")) in called.stderr
    assert "6 models" in called.stdout


def test_the_same_text_each_time(company: Path) -> None:
    for name in ("mermaid", "dot", "html", "json"):
        assert call("graph", "-f", name).stdout == call("graph", "-f", name).stdout


def test_the_project_is_not_imported(shop: Path) -> None:
    with (shop / "shop" / "books.py").open("a") as file:
        file.write("\nopen('ran', 'w')\n")
    assert call("graph").exit_code == 0
    assert not (shop / "ran").exists()
