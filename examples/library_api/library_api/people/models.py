"""Everyone with a name, and where they meet.

Nothing here imports a work or a loan: `Member.loans`, `Librarian.work_set` and the other accessors
appear because models elsewhere point at these classes.
"""

from __future__ import annotations

import uuid

import dorm


class Branch(dorm.Model):
    """A building, or a department of one."""

    name = dorm.CharField(max_length=80)
    # A model names itself by its own name.
    parent = dorm.ForeignKey(
        "Branch", on_delete=dorm.CASCADE, null=True, related_name="departments"
    )

    class Meta:
        app_label = "people"

    def address(self) -> str:
        """Name the department and what it is in."""
        parent = self.parent
        return self.name if parent is None else f"{parent.address()}, {self.name}"

    def headcount(self) -> int:
        """Count the staff, all departments included."""
        below = sum(department.headcount() for department in self.departments.all())
        return self.staff.count() + below


class Librarian(dorm.Model):
    """Somebody who works in a branch."""

    name = dorm.CharField(max_length=80)
    branch = dorm.ForeignKey(Branch, on_delete=dorm.CASCADE, related_name="staff")

    class Meta:
        app_label = "people"

    def entries(self) -> list[str]:
        """List what they entered; the accessors come from the children of `Record`."""
        works = [work.title for work in self.work_set.all().order_by("title")]
        copies = [copy.barcode for copy in self.copy_set.filter(is_lost=False).order_by("barcode")]
        return works + copies


class Member(dorm.Model):
    """Somebody who borrows."""

    name = dorm.CharField(max_length=80)
    email = dorm.EmailField(unique=True)
    phone = dorm.CharField(max_length=20, null=True)
    branch = dorm.ForeignKey(Branch, on_delete=dorm.PROTECT)

    class Meta:
        app_label = "people"

    def owes(self) -> int:
        """Add up the unpaid fines, in cents."""
        return sum(loan.fine.cents for loan in self.loans.filter(fine__is_paid=False))


class Card(dorm.Model):
    """What a member shows at the desk."""

    id = dorm.UUIDField(primary_key=True, default=uuid.uuid4)
    member = dorm.OneToOneField(Member, on_delete=dorm.CASCADE)
    pin = dorm.CharField(max_length=4, default="0000")

    class Meta:
        app_label = "people"
