"""The handlers of a web service: async, schemas in, schemas out.

A framework such as FastAPI would register them with `@app.get("/members/{member_id}")` and the
like; they need none to run.
"""

from __future__ import annotations

from datetime import date

import dorm
from dorm import Prefetch, Q, transaction

from library_api.catalogue.models import Author, Copy, Work
from library_api.lending.models import Loan, Reservation
from library_api.people.models import Card, Member
from library_api.schemas import AuthorOut, MemberIn, MemberOut, MemberPatch, Page, WorkOut


class NotFoundError(Exception):
    """Answered with status 404."""


async def join(payload: MemberIn) -> MemberOut:
    """Register a member, and make a card."""
    async with transaction.aatomic():
        member = await Member.objects.acreate(**payload.model_dump())
        await Card.objects.acreate(member=member, pin=f"{member.pk:04}")
    return MemberOut.model_validate(member)


async def show_member(member_id: int) -> MemberOut:
    """Show one member."""
    try:
        return MemberOut.model_validate(await Member.objects.aget(pk=member_id))
    except Member.DoesNotExist as error:
        raise NotFoundError(member_id) from error


async def change_member(member_id: int, payload: MemberPatch) -> MemberOut:
    """Change what the payload has."""
    member = await Member.objects.aget_or_none(id=member_id)
    if member is None:
        raise NotFoundError(member_id)
    for name, value in payload.model_dump(exclude_unset=True).items():
        setattr(member, name, value)
    await member.asave()
    return MemberOut.model_validate(member)


async def search(text: str, *, page_size: int = 2) -> Page:
    """Find works by their title or a name."""
    wanted = Q(title__icontains=text) | Q(author__name__icontains=text)
    found = Work.objects.filter(wanted).select_related("author", "translator", "language")
    works = [WorkOut.model_validate(work) async for work in found.order_by("title")]
    return Page(works=works[:page_size], is_last=len(works) <= page_size)


async def bibliography(name: str, since: int) -> list[str]:
    """List what somebody wrote and translated since a year, each work with its copies."""
    author = await Author.objects.aget(name=name)
    written = await author.works.filter(year__gte=since).order_by("year")
    translated = await author.translations.filter(year__gte=since).order_by("year")
    return [
        f"{work.title} ({work.year}), copies: {await work.copies.acount()}"
        for work in [*written, *translated]
    ]


async def shelves() -> dict[str, list[str]]:
    """Say which copies of each work are there, with one query for each relation."""
    works = Work.objects.prefetch_related(
        Prefetch("copies", queryset=Copy.objects.filter(is_lost=False), to_attr="there"),
        "subjects",
    ).order_by("title")
    return {
        f"{work.title} on {'/'.join(sorted(subject.label for subject in work.subjects.all()))}": [
            copy.barcode for copy in work.there
        ]
        async for work in works
    }


async def reserve(member_id: int, title: str, on: date) -> int:
    """Put a member into the queue for a work; tell their place."""
    work = await Work.objects.aget(title=title)
    _, is_new = await Reservation.objects.aget_or_create(
        member_id=member_id, work=work, defaults={"made_on": on}
    )
    queue = [entry.member_id async for entry in work.queue.all().order_by("made_on")]
    return queue.index(member_id) + 1 if is_new else 0


async def busiest() -> list[tuple[str, int]]:
    """Count the loans of each member."""
    members = Member.objects.annotate(borrowed=dorm.Count("loans"))
    counts = [(member.name, member.borrowed) async for member in members]
    return sorted(counts, key=lambda count: (-count[1], count[0]))


async def authors() -> list[AuthorOut]:
    """List those who were born when it is known."""
    return [
        AuthorOut.model_validate(author)
        for author in await Author.objects.exclude(born__isnull=True).order_by("-born")
    ]


async def late(on: date) -> list[str]:
    """Remind those who are late."""
    loans = Loan.objects.overdue(on).select_related("member", "copy")
    return [f"{loan.member.email}: {loan.days_late(on)} days" async for loan in loans]
