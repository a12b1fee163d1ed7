"""What a type checker knows about the library, line by line.

Run `mypy tour.py` here and compare. Nothing below is meant to be run: the functions are never
called.
"""

from __future__ import annotations

from dorm import Count, Prefetch
from library_api.catalogue.models import Author, Copy, Language, Subject, Work
from library_api.lending.models import Fine, Loan, Reservation
from library_api.people.models import Branch, Card, Librarian, Member
from typing_extensions import reveal_type


def forward_keys(work: Work, copy: Copy, branch: Branch, card: Card) -> None:
    """A key leads to the related row; a nullable one perhaps to None."""
    reveal_type(work.author)  # Author
    reveal_type(work.translator)  # Author | None
    reveal_type(copy.work.language.name)  # str
    reveal_type(copy.entered_by)  # Librarian | None: inherited, and its target was a string
    reveal_type(branch.parent)  # Branch | None
    reveal_type(card.member)  # Member


def keys(work: Work, loan: Loan, card: Card, language: Language) -> None:
    """The attribute with the key has the type of the target's primary key."""
    reveal_type(work.author_id)  # int
    reveal_type(work.translator_id)  # int | None
    reveal_type(work.language_id)  # str
    reveal_type(work.entered_by_id)  # int | None
    reveal_type(loan.id)  # int
    reveal_type(card.pk)  # UUID
    reveal_type(language.pk)  # str


def reverse_accessors(author: Author, librarian: Librarian, member: Member, work: Work) -> None:
    """Models in other modules point here; the accessors lead back to them."""
    reveal_type(author.works)  # ReverseFKManager[Work]
    reveal_type(author.works.filter(year__gte=2000).first())  # Work | None
    reveal_type(work.sequels.count())  # int
    reveal_type(librarian.work_set)  # ReverseFKManager[Work]: `Record` is abstract
    reveal_type(librarian.copy_set.all()[0])  # Copy
    reveal_type(member.reservation_set)  # ReverseFKManager[Reservation]
    reveal_type(member.card.pin)  # str: one-to-one, so it is the row
    reveal_type(Author.works)  # ReverseFKDescriptor[Work]: on the class, the descriptor


def many_to_many(work: Work, subject: Subject) -> None:
    """One side is a manager; the library puts nothing on the other."""
    reveal_type(work.subjects)  # ManyRelatedManager[Subject]
    reveal_type([subject.label for subject in work.subjects.all()])  # list[str]


def managers() -> None:
    """Managers and querysets of one's own keep their methods."""
    reveal_type(Work.objects.since(2000).exclude(title="").written_in("en"))  # WorkQuerySet
    reveal_type(Loan.objects.running().first())  # Loan | None
    reveal_type(Fine.objects.get_or_none(loan__member__name="Mia"))  # Fine | None
    reveal_type(Reservation.objects.values("made_on"))  # QuerySet[Reservation, dict[str, Any]]


def added() -> None:
    """What a query adds to its rows is known where they are used."""
    for member in Member.objects.annotate(borrowed=Count("loans")).order_by("name"):
        reveal_type(member.borrowed)  # int
    running = Loan.objects.running()
    for member in Member.objects.prefetch_related(Prefetch("loans", running, to_attr="running")):
        reveal_type(member.running)  # list[Loan]
    for work in Work.objects.since(2000).annotate(shelved=Count("copies")):
        reveal_type(work.shelved)  # int


async def awaited(work: Work) -> None:
    """The async methods give the same rows."""
    reveal_type(await work.copies.all())  # list[Copy]
    reveal_type([copy.barcode async for copy in work.copies.filter(is_lost=True)])  # list[str]
    reveal_type(await Author.objects.aget_or_none(name="Hekla Jons"))  # Author | None
