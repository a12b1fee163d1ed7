"""The page in a real browser: what it shows, and what a reader can do with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.cli.graph.browser import NAMES, VARIABLE, Browser, Page, find_browser, running
from tests.cli.graph.conftest import write
from tests.cli.graph.test_formats import HOSTILE

Open = Callable[..., Page]

CONTRASTS = """(() => {
    const linear = (one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    const light = (color) => {
        pen.fillStyle = color;  // which the canvas then gives as #rrggbb
        const [red, green, blue] = pen.fillStyle.match(/[0-9a-f]{2}/g)
            .map((part) => linear(parseInt(part, 16) / 255));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a, b) => {
        const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
    };
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    const box = style('.model .frame').fill;
    return {
        title: contrast(style('.model .title').fill, style('.model .head').fill),
        name: contrast(style('.relation .name').fill, box),
        type: contrast(style('.relation .type').fill, box),
        key: contrast(style('.mark.fk').fill, box),
        many: contrast(style('.mark.m2m').fill, box),
        module: contrast(style('.cluster text').fill, style('body').backgroundColor),
        summary: contrast(style('#summary').color, style('header').backgroundColor),
    };
})()"""
"""How much text stands out from what is behind it, by WCAG 2."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = find_browser()
    if program is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is on the path, nor is {VARIABLE} set")
    with running(program, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Open:
    """Draws the project in the working directory, and opens the page."""

    def draw(*arguments: str, scripts: bool = True) -> Page:
        assert call("graph", "-o", "page.html", *arguments).exit_code == 0
        return browser.open((folder / "page.html").as_uri(), scripts=scripts)

    return draw


def names(page: Page, selector: str) -> list[str]:
    """The models with such an element."""
    found: list[str] = page.evaluate(
        f"[...document.querySelectorAll('.model{selector}')]"
        ".map((one) => one.dataset.model.split('.').at(-1)).sort()"
    )
    return found


def test_all_is_drawn(shop: Path, opened: Open) -> None:
    page = opened()
    assert names(page, "") == ["Author", "Book", "Event", "Person", "Tag", "Venue"]
    assert page.evaluate("document.querySelectorAll('.edge').length") == 5
    assert page.evaluate("document.title") == "Relations of shop"
    assert page.evaluate("document.querySelector('h1').textContent") == "Relations of shop"
    assert page.evaluate("document.getElementById('summary').textContent") == (
        "6 models, 6 relations, 3 modules"
    )


def test_a_box_shows_fields_keys_and_accessors(shop: Path, opened: Open) -> None:
    page = opened()
    book = page.evaluate(
        "[...document.querySelectorAll('[data-model=\"shop.books.Book\"] .near > g')]"
        ".map((row) => [row.getAttribute('class'), ...[...row.querySelectorAll('text')]"
        ".map((text) => text.textContent)])"
    )
    assert book == [
        ["field", "title", "str"],
        ["relation", "FK", "author", "Author"],
        ["relation", "FK", "editor?", "Author"],
        ["relation", "M2M", "tags", "Tag"],
        ["relation", "FK", "sequel?", "Bok?"],
        ["relation", "M2M", "similar", "Book"],
    ]
    assert page.evaluate(
        "[...document.querySelectorAll('[data-model=\"shop.people.Author\"] .accessor .name')]"
        ".map((one) => one.textContent)"
    ) == ["books", "edited"]


def test_arrows_have_their_kind_and_say_it(shop: Path, opened: Open) -> None:
    page = opened()
    arrows = page.evaluate(
        "[...document.querySelectorAll('.edge')].map((one) => ["
        "one.querySelector('title').textContent, one.querySelector('.arrow').getAttribute('class'),"
        "one.querySelector('.arrow').getAttribute('marker-start')]).sort()"
    )
    assert arrows == [
        [
            "Book.author: foreign key to Author, appears as Author.books",
            "arrow fk",
            "url(#tail-fk)",
        ],
        [
            "Book.editor: foreign key to Author, nullable, appears as Author.edited",
            "arrow fk",
            "url(#null-fk)",
        ],
        ["Book.similar: many-to-many to Book", "arrow m2m", "url(#head-m2m)"],
        ["Book.tags: many-to-many to Tag, appears as Tag.books", "arrow m2m", "url(#head-m2m)"],
        [
            "Event.venue: async foreign key to Venue, appears as Venue.events",
            "arrow fk async",
            "url(#tail-fk)",
        ],
    ]


def test_nothing_comes_from_elsewhere_and_nothing_fails(shop: Path, opened: Open) -> None:
    page = opened()
    page.press("t", "t", "d", "d", "+", "-", "0")
    assert page.requests == [(shop / "page.html").as_uri()]
    assert page.problems == []
    text = (shop / "page.html").read_text(encoding="utf-8")
    assert not re.search(
        r"(?:src|href)=|url\((?!#)|@import|https?://(?!www\.w3\.org/2000/svg)", text
    )


def test_the_policy_stops_other_scripts(shop: Path, opened: Open) -> None:
    page = opened()
    page.evaluate(
        "(() => { const one = document.createElement('script');"
        " one.textContent = 'window.foreign = true'; document.body.append(one); })()"
    )
    assert page.evaluate("window.foreign === undefined")
    assert any("Content Security Policy" in problem for problem in page.problems)


def test_what_the_source_says_is_text(folder: Path, opened: Open) -> None:
    write(folder, {"shop.py": HOSTILE})
    page = opened()
    assert page.problems == []
    assert page.evaluate("document.querySelectorAll('script').length") == 2
    assert page.evaluate("document.querySelectorAll('img').length") == 0
    types = page.evaluate("data.models.flatMap((model) => model.fields.map((one) => one.type))")
    assert any("</script><img src=x onerror=alert(1)>" in one for one in types)
    cells = page.evaluate("document.querySelector('tbody').textContent")
    assert "</table><script>alert(2)</script>?" in cells


def test_no_boxes_overlap(company: Path, opened: Open) -> None:
    page = opened()
    overlaps = page.evaluate(
        """(() => {
            const apart = (a, b) => a.x + a.w <= b.x || b.x + b.w <= a.x
                || a.y + a.h <= b.y || b.y + b.h <= a.y;
            const pairs = (all) => all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b]));
            const within = (box, group) => box.x >= group.x && box.y >= group.y
                && box.x + box.w <= group.x + group.w && box.y + box.h <= group.y + group.h;
            const { boxes, groups } = view.page;
            return [
                pairs([...boxes.values()]).filter(([a, b]) => !apart(a, b)).length,
                pairs(groups).filter(([a, b]) => !apart(a, b)).length,
                groups.flatMap((one) => one.members.filter((box) => !within(box, one))).length,
            ];
        })()"""
    )
    assert overlaps == [0, 0, 0]


@pytest.mark.parametrize("detail", ["all", "relations", "names"])
def test_150_models_are_in_sight(company: Path, opened: Open, detail: str) -> None:
    page = opened()
    page.evaluate(
        f"(() => {{ const one = document.getElementById('detail'); one.value = '{detail}';"
        " one.dispatchEvent(new Event('change')); })()"
    )
    assert len(names(page, "")) == 150
    outside = page.evaluate(
        """(() => {
            const frame = canvas.getBoundingClientRect();
            return [...document.querySelectorAll('.model .frame')].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.left < frame.left || box.right > frame.right
                    || box.top < frame.top || box.bottom > frame.bottom;
            }).length;
        })()"""
    )
    assert outside == 0
    assert page.evaluate("canvas.classList.contains('far')") == (detail != "names")


def test_the_layout_is_the_same_each_time(company: Path, opened: Open) -> None:
    places = "JSON.stringify([...view.page.boxes.values()].map(({ x, y }) => [x, y]))"
    page = opened()
    before = page.evaluate(places)
    page.evaluate("draw()")
    assert page.evaluate(places) == before


def test_search(shop: Path, opened: Open) -> None:
    page = opened()
    page.press("/", *"edit")
    assert page.evaluate("document.getElementById('hits').value") == "2 found"
    assert names(page, ".found") == ["Author", "Book"]
    page.press("Enter")
    assert names(page, ".selected") == ["Book"]
    page.press("Enter")
    assert names(page, ".selected") == ["Author"]
    page.press("Escape")
    assert names(page, ".found") == names(page, ".selected") == []
    assert not page.evaluate("canvas.classList.contains('dimmed')")


def test_modules_are_chosen(shop: Path, opened: Open) -> None:
    page = opened()
    page.click('#modules input[value="shop.people"]')
    assert names(page, "") == ["Book", "Event", "Tag", "Venue"]
    assert page.evaluate("document.querySelectorAll('.edge').length") == 3
    page.click('#modules input[value="shop.books"]')
    rows = page.evaluate(
        "[...document.querySelectorAll('tbody tr')].filter((r) => !r.hidden).length"
    )
    assert rows == 1
    page.click("#no-modules")
    assert names(page, "") == []
    assert not page.evaluate("document.getElementById('empty').hidden")
    page.click("#all-modules")
    assert len(names(page, "")) == 6


def test_accessors_from_hidden_modules_are_counted(shop: Path, opened: Open) -> None:
    page = opened()
    page.click('#modules input[value="shop.books"]')
    more = page.evaluate(
        "document.querySelector('[data-model=\"shop.people.Author\"] .more').textContent"
    )
    assert more == "and 2 of hidden modules"


def test_the_keyboard_is_enough(shop: Path, opened: Open) -> None:
    page = opened()
    page.evaluate("document.getElementById('no-modules').focus()")
    focused = "document.activeElement.dataset.model"
    for _ in range(10):
        page.press("Tab")
        if page.evaluate("document.activeElement.closest('.model') !== null"):
            break
    first = page.evaluate(focused)
    assert first is not None
    seen = {first}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp") * 3:
        page.press(key)
        seen.add(page.evaluate(focused))
    assert len(seen) > 2
    page.press("Enter")
    assert names(page, ".selected") == [page.evaluate(focused).rpartition(".")[2]]
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.press("Escape")
    assert names(page, ".selected") == []
    assert page.evaluate("document.querySelectorAll('.model[tabindex=\"0\"]').length") == 1


def test_moving_and_zooming(shop: Path, opened: Open) -> None:
    page = opened()
    before = page.evaluate("[view.x, view.y, view.scale]")
    page.press("+")
    assert page.evaluate("view.scale") > before[2]
    page.press("0")
    assert page.evaluate("[view.x, view.y, view.scale]") == before
    page.press("ArrowLeft", shift=True)
    assert page.evaluate("view.x") == before[0] + 80


def test_a_click_selects_and_the_panel_tells(shop: Path, opened: Open) -> None:
    page = opened()
    page.click('[data-model="shop.people.Author"]')
    assert names(page, ".selected") == ["Author"]
    assert names(page, ".lit") == ["Author", "Book"]
    panel = page.evaluate("document.getElementById('details').innerText")
    for text in ("shop/people.py:8", "books ← Book.author", "born: int", "Person"):
        assert text in panel
    page.click("#details .link")
    assert names(page, ".selected") == ["Person"]
    page.click("#details .close")
    assert page.evaluate("document.getElementById('details').hidden")


def test_the_picture_makes_room_for_the_panel(company: Path, opened: Open) -> None:
    page = opened()
    page.click('[data-model="company.sales.Order"]')
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.model .frame')]"
        ".map((one) => one.getBoundingClientRect().right))"
    )
    assert right <= page.evaluate("document.getElementById('details').getBoundingClientRect().left")


def test_the_table(shop: Path, opened: Open) -> None:
    page = opened()
    seen = "document.getElementById('relations').checkVisibility()"
    assert not page.evaluate(seen)
    page.click("#table-view")
    assert page.evaluate(seen)
    assert page.evaluate("document.querySelectorAll('tbody tr').length") == 6
    assert page.evaluate("document.querySelector('tbody tr').innerText").split("\t") == [
        "Book.author",
        "foreign key",
        "Author",
        "Author.books",
        "no",
        "shop/books.py:12",
    ]


def test_without_scripts_there_is_the_table(shop: Path, opened: Open) -> None:
    page = opened(scripts=False)
    page.call("Emulation.setScriptExecutionDisabled", {"value": False})
    assert page.evaluate("document.getElementById('relations').checkVisibility()")
    assert not page.evaluate("document.getElementById('picture').checkVisibility()")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_in_dark(shop: Path, opened: Open, scheme: str) -> None:
    """Contrast of at least 4.5, as WCAG 2 asks for (1.4.3)."""
    page = opened()
    page.prefer(scheme)
    contrasts = page.evaluate(CONTRASTS)
    assert all(value >= 4.5 for value in contrasts.values()), contrasts


def test_the_theme_can_be_changed(shop: Path, opened: Open) -> None:
    page = opened()
    page.prefer("light")
    color = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(color)
    page.click("#theme")
    assert page.evaluate(color) != before
    page.click("#theme")
    assert page.evaluate(color) == before


def test_it_is_painted(shop: Path, opened: Open) -> None:
    """Not only in the tree: a picture of plain background would be far smaller."""
    page = opened()
    drawn = page.screenshot()
    page.click("#no-modules")
    assert len(drawn) > len(page.screenshot()) * 1.3
    page.click("#all-modules")
    middle = page.evaluate(
        "(() => { const at = document.querySelector('[data-model=\"shop.books.Tag\"] .frame')"
        ".getBoundingClientRect(); return document.elementFromPoint(at.x + at.width / 2,"
        " at.y + at.height / 2).closest('.model').dataset.model; })()"
    )
    assert middle == "shop.books.Tag"


def test_a_project_without_models(folder: Path, opened: Open) -> None:
    page = opened()
    page.press("0", "+", "t", "t")
    assert page.problems == []
    assert not page.evaluate("document.getElementById('empty').hidden")
    assert "no models" in page.evaluate("document.getElementById('summary').textContent")


def test_a_model_alone_and_one_that_leads_to_itself(folder: Path, opened: Open) -> None:
    write(
        folder,
        {
            "tree.py": """
                from sqliter.orm import BaseDBModel, ForeignKey

                class Node(BaseDBModel):
                    parent: "ForeignKey[Node]" = ForeignKey("Node", null=True)

                class Leaf(BaseDBModel): ...
                """
        },
    )
    page = opened()
    assert names(page, "") == ["Leaf", "Node"]
    assert page.problems == []


def test_a_narrow_window(shop: Path, opened: Open) -> None:
    page = opened()
    page.resize(420, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    assert page.evaluate("canvas.getBoundingClientRect().height") > 300
