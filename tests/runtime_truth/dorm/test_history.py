"""What mypy says of the rows of a history is what djanorm gives, name by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("dorm", reason="djanorm needs Python 3.11")

from dorm.db.connection import get_connection
from dorm.migrations.schema import SchemaEditor

from tests.runtime_truth.checker import run_mypy
from tests.runtime_truth.dorm.library.rows import configure

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


@pytest.fixture(scope="module")
def row(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A row of the history of a model, as the library made it."""
    space: dict[str, Any] = {"__name__": "history_truth"}
    exec(compile(MODELS, "models.py", "exec", dont_inherit=True), space)
    configure(tmp_path_factory.mktemp("history") / "db.sqlite3")
    editor = SchemaEditor(get_connection("default"))
    article = space["Article"]
    for model in (space["Author"], article, article._history_model):
        editor.create_model(model)
    jane = space["Author"].objects.create(name="Jane")
    article.objects.create(title="Emma", author=jane, pages=3)
    assert article.history is article.objects.get().history
    return article.history.get()


def test_names_and_types(row: Any, tmp_path: Path) -> None:
    (tmp_path / "models.py").write_text(MODELS)
    (tmp_path / "mypy.ini").write_text("[mypy]\nplugins = orm_typing.mypy\n")
    lines = ["from models import Article", "row = Article.history.get()"]
    lines += [f"reveal_type(row.{name})" for name in ASKED]
    (tmp_path / "ask.py").write_text("\n".join(lines) + "\n")
    output = run_mypy(tmp_path, "models.py", "ask.py")
    refused = {int(line) for line in re.findall(r"^ask\.py:(\d+): error", output, re.M)}
    revealed = {
        int(line): text
        for line, text in re.findall(r'^ask\.py:(\d+): note: Revealed type is "(.*)"', output, re.M)
    }
    assert "models.py" not in output.replace("ask.py", "")
    for line, name in enumerate(ASKED, start=3):
        assert (line not in refused) == hasattr(row, name), name
        if line not in refused and not callable(getattr(row, name)):
            value = type(getattr(row, name)).__name__
            shown = re.split(r"\W+", revealed[line])
            assert value in shown or (value == "NoneType" and "None" in shown), (name, value, shown)
