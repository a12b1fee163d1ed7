"""Which accessors the text of a file mentions, and how that is kept between runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from orm_typing.relations import mentions as mentions_module
from orm_typing.relations.files import Stamp, read_bytes
from orm_typing.relations.mentions import Mentions, Sought, Text, mentioned_names

NAMES = Sought(frozenset({"books", "tags", "my__books", "größen"}))


@pytest.mark.parametrize(
    "text",
    [
        "author.books",
        "self.books",
        "f(author.books)",
        "for book in author.books: ...",
        "author.books[0]",
        "author.books.filter()",
        "author.books = []",
        "del author.books",
        "Author.books",
        "author().books",
        "author. books",
        "author.\\\n    books",
        "(author\n    .books)",
        "(author.  # of this\n    books)",
        "author.books\n(x or y).run()",
        "author.books\r\n(x)",
        "f'{author.books}'",
        "f'{author.books!r:>10}'",
        "x = 'End.  # not' + author.books",
        "getattr(author, 'books')",
        "hasattr(author, 'books')",
        'prefetch_related("books")',
        'prefetch_related("books__tags__x")',
        'prefetch_related("x__books")',
        'prefetch_related("books__" "x")',
        'prefetch_related("""books""")',
        'prefetch_related(r"books")',
        'prefetch("x""books")',
        "paths = {'related_name': 'books'}",
        "order_by('-books__title')",
        "Author.objects.filter(books=1)",
        "Author.objects.exclude(name='x', books__title='y')",
        "f(Q(x__books=1))",
        "f(not_related_name='books')",
        "match x:\n    case Author(books=found): ...",
        "match x:\n    case Author(  # one:\n        books = found\n    ): ...",
        "match x:\r\n\tcase [Author(books=[]), _]: ...",
    ],
)
def test_a_mention(text: str) -> None:
    assert "books" in mentioned_names(text.encode(), NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "books",
        "books = 1",
        "def books(self): ...",
        "from shop import books",
        "author.books()",
        "author.books (1)",
        "author.books \\\n  (1)",
        "author.books_of_his",
        "author.my_books",
        "author.böoks",
        "f(books=1)",
        "Author(books=1)",
        "case = Author(x)",
        "showcase(books=1)",
        "'the books'",
        "'books of his'",
        "related_name='books'",
        'related_name = "books"',
        "ForeignKey(Author, related_name='books')",
    ],
)
def test_no_mention(text: str) -> None:
    assert mentioned_names(text.encode(), NAMES) == set()


def test_all_mentions_are_found() -> None:
    text = "author.books\nquery.prefetch_related('tags__x')\nprint(x.größen)"
    assert mentioned_names(text.encode(), NAMES) == {"books", "tags", "größen"}


def test_an_accessor_may_have_the_separator_in_its_name() -> None:
    assert "my__books" in mentioned_names(b"f('x__my__books__y')", NAMES)
    assert "my__books" in mentioned_names(b"author.my__books", NAMES)


def test_letters_may_be_written_in_several_ways() -> None:
    decomposed = "x.gro\N{COMBINING DIAERESIS}ßen"
    assert mentioned_names(decomposed.encode(), NAMES) == {"größen"}
    latin = "# coding: latin-1\nx.größen"
    assert mentioned_names(latin.encode("latin-1"), NAMES) == {"größen"}


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file, as an index gives it."""
    file = Path(path)
    if not file.exists():
        return None
    status = file.stat()
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


class TestKeeping:
    """What was read of a file holds as long as its stamp, and the names that were looked for."""

    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        source = tmp_path / "views.py"
        source.write_text("from shop import Author\nauthor.books\n")
        return source

    @pytest.fixture
    def store(self, tmp_path: Path) -> Path:
        return tmp_path / "cache" / "usage.json"

    def mentions(self, store: Path | None, names: Sought = NAMES) -> Mentions:
        return Mentions(names, stamp_of, None if store is None else str(store))

    def expected(self) -> Text:
        return Text(frozenset({"books"}), frozenset({"shop", "shop.Author"}))

    def forbid_reading(self, monkeypatch: pytest.MonkeyPatch, source: Path) -> None:
        def read(path: str) -> bytes | None:
            assert path != str(source)
            return read_bytes(path)

        monkeypatch.setattr(mentions_module, "read_bytes", read)

    def test_a_file_is_read_once(
        self, source: Path, store: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = self.mentions(store)
        assert first.of(str(source)) == self.expected()
        first.save()
        self.forbid_reading(monkeypatch, source)
        assert first.of(str(source)) == self.expected()
        assert self.mentions(store).of(str(source)) == self.expected()

    def test_an_edited_file_is_read_again(self, source: Path, store: Path) -> None:
        first = self.mentions(store)
        first.of(str(source))
        first.save()
        source.write_text("author.tags")
        for mentions in (first, self.mentions(store)):
            assert mentions.of(str(source)) == Text(frozenset({"tags"}))

    def test_other_names_are_looked_for_again(self, source: Path, store: Path) -> None:
        first = self.mentions(store, Sought(frozenset({"tags"})))
        assert first.of(str(source)).mentions == set()
        first.save()
        assert self.mentions(store).of(str(source)).mentions == {"books"}

    def test_without_a_stamp_nothing_is_kept(self, source: Path, store: Path) -> None:
        mentions = Mentions(NAMES, lambda path: None, str(store))
        assert mentions.of(str(source)) == self.expected()
        source.write_text("x")
        assert mentions.of(str(source)) == Text()
        mentions.save()
        assert not store.exists()

    def test_a_file_that_can_not_be_read_says_nothing_for_now(
        self, source: Path, store: Path
    ) -> None:
        mentions = Mentions(NAMES, lambda path: Stamp(1, 1, 1), str(store))
        hidden = source.rename(source.with_suffix(".hidden"))
        assert mentions.of(str(source)) == Text()
        hidden.rename(source)
        assert mentions.of(str(source)) == self.expected()

    def test_a_removed_file_is_forgotten(self, source: Path, store: Path) -> None:
        other = source.with_name("other.py")
        other.write_text("")
        first = self.mentions(store)
        first.of(str(source))
        first.of(str(other))
        source.unlink()
        first.save()
        assert list(json.loads(store.read_bytes())[1]) == [str(other)]

    def test_without_a_store_nothing_is_written(self, source: Path, tmp_path: Path) -> None:
        mentions = self.mentions(None)
        mentions.of(str(source))
        mentions.save()
        assert list(tmp_path.iterdir()) == [source]

    def test_many_files_are_kept_before_the_end(
        self, tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(mentions_module, "_SAVE_AFTER", 3)
        mentions = self.mentions(store)
        for number in range(3):
            (tmp_path / f"{number}.py").write_text("")
            assert not store.exists()
            mentions.of(str(tmp_path / f"{number}.py"))
        assert store.exists()

    @pytest.mark.parametrize(
        "damage",
        [
            lambda data: b"",
            lambda data: b"\xff\xfe",
            lambda data: b"[" * 100_000,
            lambda data: b"null",
            lambda data: b"[1, 2, 3]",
            lambda data: data[: len(data) // 2],
            lambda data: data.replace(b"{", b"[", 1).replace(b"}", b"]"),
            lambda data: data.replace(b'["books"]', b"7"),
            lambda data: b'["other version",' + data.split(b",", 1)[1],
        ],
    )
    def test_a_damaged_store_counts_as_absent(
        self, source: Path, store: Path, damage: Callable[[bytes], bytes]
    ) -> None:
        first = self.mentions(store)
        first.of(str(source))
        first.save()
        store.write_bytes(damage(store.read_bytes()))
        second = self.mentions(store)
        assert second.of(str(source)) == self.expected()
        second.save()
        assert len(json.loads(store.read_bytes())) == 2

    def test_a_disk_that_refuses_is_no_error(self, source: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        mentions = self.mentions(tmp_path / "file" / "usage.json")
        mentions.of(str(source))
        mentions.save()
        assert mentions.of(str(source)) == self.expected()
