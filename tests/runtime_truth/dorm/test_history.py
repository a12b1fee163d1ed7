"""What mypy says of the rows of a history is what djanorm gives, name by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

from tests.runtime_truth.checker import run_mypy
from tests.runtime_truth.dorm.apart import said_apart

MODELS = """\
import datetime

import dorm
from dorm.contrib.history import track_history


class Author(dorm.Model):
    name = dorm.CharField(max_length=100)

    class Meta:
        app_label = "history_truth"


class Stamped(dorm.Model):
    created = dorm.DateTimeField(default=lambda: datetime.datetime(2026, 1, 1))

    class Meta:
        abstract = True


@track_history
class Article(Stamped):
    title = dorm.CharField(max_length=100)
    pages = dorm.IntegerField(null=True)
    author = dorm.ForeignKey(Author, null=True)

    class Meta:
        app_label = "history_truth"

    def shout(self) -> str:
        return self.title.upper()

    @property
    def is_long(self) -> bool:
        return len(self.title) > 3
"""
NAMES = {
    "of the history": ("history_id", "history_date", "history_type", "history_user_id"),
    "of the model": ("id", "title", "pages", "author", "author_id", "created"),
    "of any row": ("pk", "save", "delete", "refresh_from_db"),
    "of the model's body": ("shout", "is_long", "history", "_history_model"),
    "of nothing": ("titel", "history_typ", "article_id"),
}
ASKED = [name for names in NAMES.values() for name in names]


SAID = f"""
from dorm.db.connection import get_connection
from dorm.migrations.schema import SchemaEditor

dorm.configure(
    DATABASES={{"default": {{"ENGINE": "sqlite", "NAME": ":memory:"}}}}, INSTALLED_APPS=[]
)
editor = SchemaEditor(get_connection("default"))
for model in (Author, Article, Article._history_model):
    editor.create_model(model)
jane = Author.objects.create(name="Jane")
Article.objects.create(title="Emma", author=jane, pages=3)
assert Article.history is Article.objects.get().history
row = Article.history.get()
said = {{
    name: "a method" if callable(getattr(row, name)) else type(getattr(row, name)).__name__
    for name in {ASKED!r}
    if hasattr(row, name)
}}
"""


def test_names_and_types(tmp_path: Path) -> None:
    """Each name exists where mypy says so, and has a value of the type that mypy reveals."""
    said = said_apart(MODELS, SAID, tmp_path)
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    lines = ["from models import Article", "row = Article.history.get()"]
    lines += [f"reveal_type(row.{name})" for name in ASKED]
    (tmp_path / "ask.py").write_text("\n".join(lines) + "\n")
    output = run_mypy(tmp_path, "models.py", "ask.py")
    assert not [line for line in output.splitlines() if line.startswith("models.py")]
    refused = {int(line) for line in re.findall(r"^ask\.py:(\d+): error", output, re.M)}
    revealed = {
        int(line): text
        for line, text in re.findall(r'^ask\.py:(\d+): note: Revealed type is "(.*)"', output, re.M)
    }
    known = {
        name: revealed[line] for line, name in enumerate(ASKED, start=3) if line not in refused
    }
    assert known.keys() == said.keys()
    for name, value in said.items():
        shown = re.split(r"\W+", known[name])
        assert value in (*shown, "a method") or (value == "NoneType" and "None" in shown), name
