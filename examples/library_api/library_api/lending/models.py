"""Who has what, until when."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import dorm

from library_api.catalogue.models import Copy
from library_api.people.models import Member

PERIOD = timedelta(days=28)


class LoanManager(dorm.Manager["Loan"]):
    """The desk's way to ask for loans, and to make them."""

    def running(self) -> dorm.QuerySet[Loan]:
        """Leave out what was returned."""
        return self.filter(returned_on__isnull=True)

    def overdue(self, on: date) -> dorm.QuerySet[Loan]:
        """Find what should be back by now."""
        return self.running().filter(due_on__lt=on).order_by("due_on")

    def lend(self, copy: Copy, member: Member, on: date) -> Loan:
        """Let a member take a copy home."""
        return self.create(copy=copy, member=member, lent_on=on, due_on=on + PERIOD)


class Loan(dorm.Model):
    """One copy, lent once."""

    lent_on = dorm.DateField()
    due_on = dorm.DateField()
    returned_on = dorm.DateField(null=True)
    copy = dorm.ForeignKey(Copy, on_delete=dorm.PROTECT, related_name="loans")
    member = dorm.ForeignKey("people.Member", on_delete=dorm.CASCADE, related_name="loans")

    objects = LoanManager()

    def days_late(self, on: date) -> int:
        """Count the days since it was due."""
        return max(0, ((self.returned_on or on) - self.due_on).days)


class Fine(dorm.Model):
    """What a late return costs. Few loans have one."""

    cents = dorm.PositiveIntegerField()
    is_paid = dorm.BooleanField(default=False)
    # Without an `app_label` the label is the module's path, `.models` left out.
    loan = dorm.OneToOneField("library_api.lending.Loan", on_delete=dorm.CASCADE)


class Reservation(dorm.Model):
    """A member waits for a work."""

    token = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    made_on = dorm.DateField()
    member = dorm.ForeignKey(Member, on_delete=dorm.CASCADE)
    work = dorm.ForeignKey("catalogue.Work", on_delete=dorm.CASCADE, related_name="queue")
