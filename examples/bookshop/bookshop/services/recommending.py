"""Answering "what shall I read next?"."""

from collections.abc import Iterator

from bookshop.models import Book, Customer


def next_reads(book: Book) -> list[str]:
    """Say what the staff recommends to those who liked a book."""
    return [
        f"{hint.target.title} by {hint.target.author.name}: {hint.remark}"
        for hint in book.recommends.fetch_all()
    ]


def family(book: Book) -> set[str]:
    """Collect the titles that are like it, inspired it or were inspired by it."""
    relatives = (book.similar, book.sources, book.inspired)
    return {relative.title for related in relatives for relative in related.fetch_all()}


def bought_by(customer: Customer) -> Iterator[Book]:
    """Go through the books that a customer bought, order by order."""
    for order in customer.orders.fetch_all():
        for line in order.lines.fetch_all():
            yield line.book


def favourite_genre(customer: Customer) -> str | None:
    """Name the genre that a customer bought most often; the first of equals."""
    names = [genre.name for book in bought_by(customer) for genre in book.genres.fetch_all()]
    return max(sorted(set(names)), key=names.count, default=None)
