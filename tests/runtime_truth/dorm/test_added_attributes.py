"""mypy knows each attribute that djanorm adds to a class, whatever it is added by."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

from tests.runtime_truth.checker import run_mypy
from tests.runtime_truth.dorm.apart import said_apart

MODELS = """\
import dorm
from dorm.contrib.audit import audited
from dorm.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from dorm.contrib.contenttypes.models import ContentType
from dorm.contrib.history import track_history
from dorm.contrib.temporal import temporal


class Stamped(dorm.Model):
    at = dorm.DateTimeField(null=True)
    newest = dorm.Manager()

    class Meta:
        abstract = True


class Author(Stamped):
    name = dorm.CharField(max_length=100)
    objects = dorm.Manager()


@audited(fields=["title"])
@track_history
class Book(Stamped):
    title = dorm.CharField(max_length=100)
    scan = dorm.FileField(upload_to="scans", null=True)
    author = dorm.ForeignKey(Author, null=True)
    tags = dorm.ManyToManyField("Tag")
    recent = dorm.Manager()


class Tag(dorm.Model):
    label = dorm.CharField(max_length=20, primary_key=True)
    notes = GenericRelation("Note")


@temporal
class Cover(dorm.Model):
    book = dorm.OneToOneField(Book)


class Note(dorm.Model):
    about_type = dorm.ForeignKey(ContentType, null=True)
    about_id = dorm.PositiveIntegerField(null=True)
    about = GenericForeignKey("about_type", "about_id")
"""
_EACH = {"_meta", "DoesNotExist", "MultipleObjectsReturned"}
_CONCRETE = {*_EACH, "_default_manager"}
_HISTORY = {"history", "_history_model"}
_VERSIONS = {"history", "_temporal_model"}
ADDED = {
    # The fields that are descriptors stand under the names that they have in the body.
    "Stamped": {*_CONCRETE, "newest"},
    "Author": {*_CONCRETE, "objects", "newest", "book_set", "bookhistorical_set"},
    "Book": {
        *_CONCRETE,
        *("newest", "recent", "objects", "scan", "author", "author_id", "tags"),
        *("cover", "covertemporal"),
        *_HISTORY,
        "_audit_model",
    },
    "Tag": {*_CONCRETE, "objects", "notes"},
    "Cover": {*_CONCRETE, "objects", "book", "book_id", *_VERSIONS},
    "Note": {*_CONCRETE, "objects", "about_type", "about_type_id", "about"},
}
UNTYPED = {
    ("Author", "bookhistorical_set"),  # accessors of copies that have no related_name
    ("Book", "covertemporal"),
}


SAID = f"""
owners = {list(ADDED)!r}
said = {{
    name: {{
        "added": [one for one in vars(globals()[name]) if not one.startswith("__")],
        "has_id": hasattr(globals()[name](), "id"),
    }}
    for name in owners
}}
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the library says of each class."""
    found: dict[str, Any] = said_apart(MODELS, SAID, tmp_path_factory.mktemp("added"))
    return found


def test_what_the_library_adds(said: dict[str, Any]) -> None:
    assert {name: set(said[name]["added"]) for name in ADDED} == ADDED


def test_mypy_knows_it(said: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "models.py").write_text(MODELS)
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    asked = [(owner, name) for owner in ADDED for name in sorted({*ADDED[owner], "nothing", "id"})]
    lines = ["from models import *", *(f"reveal_type({owner}.{name})" for owner, name in asked)]
    (tmp_path / "ask.py").write_text("\n".join(lines) + "\n")
    output = run_mypy(tmp_path, "models.py", "ask.py")
    assert not [line for line in output.splitlines() if line.startswith("models.py")]
    refused = {int(line) for line in re.findall(r"^ask\.py:(\d+): error", output, re.M)}
    revealed = {
        int(line): text
        for line, text in re.findall(r'^ask\.py:(\d+): note: Revealed type is "(.*)"', output, re.M)
    }
    known = {one for line, one in enumerate(asked, start=2) if line not in refused}
    exists = {(owner, name) for owner, name in asked if name in ADDED[owner]}
    fields = {(owner, "id") for owner in ADDED if said[owner]["has_id"]}
    assert known == (exists - UNTYPED) | fields
    for line, (owner, name) in enumerate(asked, start=2):
        if (owner, name) in known & exists:
            assert revealed[line] != "Any", (owner, name)
