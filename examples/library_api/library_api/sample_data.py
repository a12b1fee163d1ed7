"""A small library to play with."""

from __future__ import annotations

from library_api.catalogue.models import Author, Copy, Language, Subject, Work
from library_api.people.models import Branch, Card, Librarian, Member


def open_library() -> None:
    """Hire the staff, fill the shelves, and let the first members in."""
    town = Branch.objects.create(name="Town Library")
    children = Branch.objects.create(name="Children", parent=town)
    ines = Librarian.objects.create(name="Ines", branch=town)
    otto = children.staff.create(name="Otto")

    Language.objects.bulk_create(
        [Language(code="en", name="English"), Language(code="is", name="Icelandic")]
    )
    hekla = Author.objects.create(name="Hekla Jons", born=1961)
    vale = Author.objects.create(name="R. Vale")
    nature, sea = [Subject.objects.create(label=label) for label in ("Nature", "Sea")]

    # The key of a row will do as well as the row.
    ice = Work.objects.create(
        title=" Ice ", year=1999, author=hekla, language_id="is", entered_by=ines
    )
    thaw = Work(title="Thaw", year=2008, author_id=hekla.pk, translator=vale, language_id="en")
    thaw.follows = ice
    thaw.facts = {"pages": 310, "prize": {"name": "Skald"}}
    thaw.entered_by_id = otto.pk
    thaw.save()
    tides, _ = Work.objects.get_or_create(
        title="Tides", defaults={"year": 2015, "author": vale, "language_id": "en"}
    )
    ice.subjects.add(nature)
    thaw.subjects.set([nature])
    tides.subjects.add(sea, nature)

    Copy.objects.bulk_create(
        [
            Copy(barcode="I-1", work=ice, branch=town, entered_by=ines),
            Copy(barcode="I-2", work=ice, branch=town, is_lost=True),
            Copy(barcode="T-1", work=thaw, branch=children),
            Copy(barcode="S-1", work=tides, branch=children, entered_by=otto),
        ]
    )
    mia = Member.objects.create(name="Mia", email="mia@example.org", branch=town)
    Card(member=mia, pin="4711").save()
