"""What happens at the desk, in transactions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dorm import F, transaction

from library_api.catalogue.models import Copy
from library_api.lending.models import Fine, Loan, Reservation
from library_api.people.models import Librarian, Member

CENTS_PER_DAY = 20


class RefusedError(Exception):
    """The desk says no."""


def lend(member: Member, *barcodes: str, on: date) -> list[Loan]:
    """Lend copies, all of them or none."""
    with transaction.atomic():
        return [lend_one(member, barcode, on) for barcode in barcodes]


def lend_one(member: Member, barcode: str, on: date) -> Loan:
    """Lend a copy that nobody else waits for."""
    copy = Copy.objects.select_related("work").get(barcode=barcode)
    if not copy.is_in():
        raise RefusedError(f"{copy.work.title} is out")
    first = copy.work.queue.all().order_by("made_on").first()
    if first is not None and first.member_id != member.pk:
        raise RefusedError(f"{copy.work.title} is reserved for {first.member.name}")
    Reservation.objects.filter(member=member, work=copy.work_id).delete()
    return Loan.objects.lend(copy, member, on)


@transaction.atomic
def take_back(barcode: str, on: date) -> Fine | None:
    """Take a copy back; give the fine if it is late."""
    loan = Loan.objects.running().get(copy__barcode=barcode)
    loan.returned_on = on
    loan.save(update_fields=["returned_on"])
    days = loan.days_late(on)
    return Fine.objects.create(loan=loan, cents=days * CENTS_PER_DAY) if days else None


def fine_of(loan: Loan) -> int:
    """Look for a fine that may not exist."""
    try:
        return loan.fine.cents
    except Fine.DoesNotExist:
        return 0


def extend(member: Member, until: date) -> int:
    """Let a member keep everything for longer."""
    return member.loans.filter(returned_on__isnull=True).update(due_on=until)


def double_fines() -> int:
    """Make late returns more expensive."""
    return Fine.objects.filter(is_paid=False).update(cents=F("cents") * 2)


def forget(librarian: Librarian, *, successor: Librarian) -> None:
    """Hand over everything that somebody entered."""
    with transaction.atomic():
        for work in librarian.work_set.all():
            work.entered_by = successor
            work.save(update_fields=["entered_by"])
        librarian.copy_set.filter(is_lost=False).update(entered_by=successor)


def diary(member: Member) -> Iterator[str]:
    """Tell what a member borrowed, and where it is from."""
    for loan in member.loans.all().select_related("copy").order_by("lent_on", "pk"):
        copy = loan.copy
        state = f"until {loan.returned_on}" if loan.returned_on is not None else "still there"
        yield f"{copy.work.title} from {copy.branch.address()}, {state}, {fine_of(loan)} cents"
    for reservation in member.reservation_set.all():
        yield f"waits for {reservation.work.title}"
