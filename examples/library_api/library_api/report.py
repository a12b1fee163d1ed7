"""What `python -m library_api` prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from library_api import api
from library_api.catalogue.models import Author, Subject, Work
from library_api.lending import desk
from library_api.people.models import Branch, Librarian, Member
from library_api.schemas import MemberIn, MemberPatch


def house_report() -> Iterator[str]:
    """Report on branches, staff and shelves."""
    yield "House"
    for branch in Branch.objects.filter(parent__isnull=True):
        yield f"  {branch.name}: staff: {branch.headcount()}, copies: {branch.copies.count()}"
    for librarian in Librarian.objects.order_by("name"):
        yield f"  {librarian.name} ({librarian.branch.address()}): {', '.join(librarian.entries())}"
    yield "Catalogue"
    for work in Work.objects.select_related("author", "translator").order_by("year"):
        before = f", after {work.follows.title}" if work.follows is not None else ""
        after = ", ".join(sequel.title for sequel in work.sequels.all()) or "nothing yet"
        yield f"  {work.title} by {work.credits()} in {work.language.name}{before}; then {after}"
        yield f"    entered {work.entry()}; {sum(copy.is_in() for copy in work.copies)} copies in"
    for author in Author.objects.order_by("name"):
        yield f"  {author.name}: {author.active_years()}"
    recent = Work.objects.since(2000).written_in("en").filter(author__born__isnull=False)
    yield f"  English since 2000: {', '.join(work.title for work in recent)}"
    prized = Work.objects.filter(facts__prize__name="Skald")
    yield f"  with a prize: {', '.join(work.title for work in prized)}"
    nature = Subject.objects.get(label="Nature")
    shelf = [work.title for work in Work.objects.all() if nature in work.subjects.all()]
    yield f"  on {nature.label}: {', '.join(shelf)}"


async def web_report() -> list[str]:
    """Report on what the web service answers."""
    lines = ["Web"]
    ben = await api.join(MemberIn(name="Ben", email="ben@example.org", branch_id=1))
    changed = await api.change_member(ben.id, MemberPatch(email="b@example.org", phone="112"))
    lines.append(f"  joined: {changed.model_dump_json()}")
    try:
        await api.show_member(99)
    except api.NotFoundError as error:
        lines.append(f"  not found: {error}")
    page = await api.search("hekla", page_size=1)
    lines += [f"  found: {work.title}, {work.author.name}" for work in page.works]
    lines.append(f"  the last page: {page.is_last}")
    lines += [f"  Vale: {line}" for line in await api.bibliography("R. Vale", since=2000)]
    lines += [f"  {title}: {codes}" for title, codes in (await api.shelves()).items()]
    lines.append(f"  authors: {[author.name for author in await api.authors()]}")
    lines.append(f"  place in the queue: {await api.reserve(ben.id, 'Tides', date(2025, 3, 1))}")
    return lines


def desk_report() -> Iterator[str]:
    """Lend, take back, and report on it."""
    yield "Desk"
    mia = Member.objects.get(email="mia@example.org")
    yield f"  {mia.name}'s card has the pin {mia.card.pin}"
    desk.lend(mia, "I-1", "T-1", on=date(2025, 3, 1))
    for barcode in ("I-1", "S-1"):
        try:
            desk.lend(mia, barcode, on=date(2025, 3, 2))
        except desk.RefusedError as error:
            yield f"  refused: {error}"
    desk.take_back("I-1", date(2025, 4, 2))
    yield f"  extended: {desk.extend(mia, date(2025, 4, 10))}, doubled: {desk.double_fines()}"
    yield f"  {mia.name} owes {mia.owes()} cents"
    yield from (f"  {line}" for line in desk.diary(mia))
    ben = Member.objects.get(name="Ben")
    yield from (f"  {line}" for line in desk.diary(ben))
    ines, otto = Librarian.objects.order_by("name")
    desk.forget(ines, successor=otto)
    yield f"  Otto took over: {', '.join(otto.entries())}"


async def closing_report() -> list[str]:
    """Report on late and busy members."""
    late = await api.late(date(2025, 5, 1))
    return ["Closing time", f"  late: {late}", f"  busiest: {await api.busiest()}"]
