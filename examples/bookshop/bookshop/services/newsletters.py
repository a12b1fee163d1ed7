"""Writing to customers about authors."""

from sqliter import SqliterDB

from bookshop.models import Author, Customer, Topic


def start_newsletter(db: SqliterDB, name: str, *authors: Author) -> Topic:
    """Announce a newsletter on some authors."""
    topic = db.insert(Topic(name=name))
    topic.featured.set(*authors)
    return topic


def subscribe(db: SqliterDB, customer: Customer, *names: str) -> None:
    """Send a customer the newsletters of these names, besides the ones they get already."""
    customer.interests.add(*db.select(Topic).filter(name__in=list(names)).fetch_all())


def suggestions(customer: Customer) -> list[str]:
    """Name the newsletters about the customer's favourite that they don't get."""
    favourite = customer.favourite
    if favourite is None:
        return []
    known = {topic.pk for topic in customer.interests.fetch_all()}
    return [topic.name for topic in favourite.topics.fetch_all() if topic.pk not in known]
