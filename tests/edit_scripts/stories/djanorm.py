"""Stories about djanorm: strings with labels, keys of any type, abstract bases, lookups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to, change_nothing, touching
from ..expectations import Expectation, absent, reports, reveals
from ..project import Project
from ..scenario import Scenario, Step

if TYPE_CHECKING:
    from ..project import Edit

AUTHORS = """\
import dorm


class Author(dorm.Model):
    name = dorm.CharField()
"""
PUBLISHERS = AUTHORS.replace("Author", "Publisher")
BOOKS = """\
import dorm

from myapp.authors import Author


class Book(dorm.Model):
    title = dorm.CharField()
    author = dorm.ForeignKey(Author, on_delete=dorm.CASCADE, related_name="books")

    def pages(self) -> int:
        return 1
"""
BOOKS_BY_STRING = BOOKS.replace("from myapp.authors import Author\n\n\n", "\n").replace(
    "(Author,", '("Author",'
)
REVIEWS = """\
import dorm

from myapp.authors import Author


class Review(dorm.Model):
    stars = dorm.IntegerField()
    author = dorm.ForeignKey(Author, related_name="reviews")
"""
SERVICES = """\
from myapp.authors import Author


def get_author() -> Author:
    return Author.objects.get(pk=1)
"""
INDIRECT = """\
from myapp.services import get_author


def from_another_module() -> None:
    reveal_type(get_author().books)
"""
NAMES = {"book": "Book", "author": "Author", "publisher": "Publisher"}


def manager(model: str) -> str:
    """Type of ``author.books``."""
    return f"dorm.related_managers.ReverseFKManager[{model}]"


def descriptor(model: str) -> str:
    """Type of ``Author.books``."""
    return f"dorm.related_managers.ReverseFKDescriptor[{model}]"


BOOK_MANAGER = manager("myapp.books.Book")


def lacks(snippet: str, name: str) -> Expectation:
    """Expect the report of a name in a query that is no field."""
    return reports(snippet, f'has no field "{name}"')


def consumer(*expressions: str, imports: str = "") -> str:
    """Write a consumer that reveals expressions over an ``author`` and a ``publisher``."""
    lines = "\n".join(f"    reveal_type({expression})" for expression in expressions)
    return f"""\
from myapp.authors import Author
from myapp.publishers import Publisher
{imports}

def consume(author: Author, publisher: Publisher) -> None:
{lines}
"""


def library(*expressions: str, imports: str = "", **files: str | None) -> Project:
    """Make the library; keywords replace or add modules, ``None`` leaves one out."""
    modules: dict[str, str | None] = {
        "__init__": "",
        "authors": AUTHORS,
        "publishers": PUBLISHERS,
        "books": BOOKS,
        "services": SERVICES,
        "indirect": INDIRECT,
        "app": consumer(*expressions, imports=imports),
        **files,
    }
    texts = {f"myapp/{name}.py": text for name, text in modules.items() if text is not None}
    return Project.of(texts)


def replacing(path: str, old: str, new: str, what: str) -> Edit:
    """Make the edit that exchanges a text in a file, under a name."""

    def replace_text(project: Project) -> Project:
        """Exchange a text in a file."""
        return project.substitute(path, old, new)

    replace_text.__name__ = what
    return replace_text


def add_reviews(project: Project) -> Project:
    """Add a model in a new file, which nothing imports."""
    return project.write("myapp/reviews.py", REVIEWS)


def delete_reviews(project: Project) -> Project:
    """Delete the new file."""
    return project.delete("myapp/reviews.py")


BY_CLASS = library(
    "author.books",
    "Author.books",
    "author.books.all()[0].title",
    "author.volumes",
    "author.book_set",
    "author.story_set",
    "author.reviews",
    "publisher.books",
)
rename_to_volumes = replacing("myapp/books.py", '"books"', '"volumes"', "rename_to_volumes")
leave_out_the_name = replacing(
    "myapp/books.py", ', related_name="volumes"', "", "leave_out_the_name"
)
rename_the_class = replacing("myapp/books.py", "class Book(", "class Story(", "rename_the_class")

ACCESSORS = Scenario(
    "djanorm-accessors",
    BY_CLASS,
    (
        reveals("author.books", BOOK_MANAGER),
        reveals("Author.books", descriptor("myapp.books.Book")),
        reveals("author.books.all()[0].title", "str"),
        reveals("get_author().books", BOOK_MANAGER),
        absent("author.volumes"),
        absent("author.book_set"),
        absent("author.reviews"),
    ),
    (
        Step(change_nothing, (reveals("author.books", BOOK_MANAGER),)),
        Step(add_reviews, (reveals("author.reviews", manager("myapp.reviews.Review")),)),
        Step(
            rename_to_volumes,
            (
                reveals("author.volumes", BOOK_MANAGER),
                absent("author.books"),
                absent("Author.books"),
                absent("get_author().books"),
                reveals("author.reviews", manager("myapp.reviews.Review")),
            ),
        ),
        Step(
            leave_out_the_name,
            (reveals("author.book_set", BOOK_MANAGER), absent("author.volumes")),
        ),
        Step(
            rename_the_class,
            (reveals("author.story_set", manager("myapp.books.Story")), absent("author.book_set")),
        ),
        Step(delete_reviews, (absent("author.reviews"),)),
        Step(back_to(BY_CLASS), (reveals("author.books", BOOK_MANAGER),)),
    ),
)


def move_the_source(project: Project) -> Project:
    """Move ``Book`` to another module of the package."""
    return project.move("myapp/books.py", "myapp/shelf.py")


def move_the_target(project: Project) -> Project:
    """Move ``Author`` to a new module, from which the old one imports it."""
    return project.move("myapp/authors.py", "myapp/people.py").write(
        "myapp/authors.py", "from myapp.people import Author as Author\n"
    )


def add_a_second_author(project: Project) -> Project:
    """Define another model of the same name and label, in a new file: which is meant?"""
    return project.write("myapp/twins.py", AUTHORS)


BY_STRING = library("author.books", "author.volumes", "publisher.books", books=BOOKS_BY_STRING)
write_a_label = replacing("myapp/shelf.py", '("Author"', '("myapp.Author"', "write_a_label")
name_the_publisher = replacing(
    "myapp/shelf.py", '"myapp.Author"', '"Publisher"', "name_the_publisher"
)
SHELF_MANAGER = manager("myapp.shelf.Book")
STRING_TARGET = Scenario(
    "djanorm-string-target",
    BY_STRING,
    (reveals("author.books", BOOK_MANAGER), absent("publisher.books")),
    (
        Step(move_the_source, (reveals("author.books", SHELF_MANAGER),)),
        Step(move_the_target, (reveals("author.books", SHELF_MANAGER),)),
        Step(write_a_label, (reveals("author.books", SHELF_MANAGER),)),
        Step(
            name_the_publisher,
            (absent("author.books"), reveals("publisher.books", SHELF_MANAGER)),
        ),
        Step(back_to(BY_STRING), (reveals("author.books", BOOK_MANAGER),)),
    ),
)

# Without the import, `dmypy check FILE` loses sight of a source whose target was unknown.
IMPORT_BOOKS = "from myapp import books as books\n"
AMBIGUOUS = library("author.books", "publisher.books", imports=IMPORT_BOOKS, books=BOOKS_BY_STRING)
misspell_the_target = replacing(
    "myapp/books.py", '("Author"', '("myapp.Auhtor"', "misspell_the_target"
)
mend_the_target = replacing("myapp/books.py", "Auhtor", "Author", "mend_the_target")
AMBIGUOUS_TARGET = Scenario(
    "djanorm-ambiguous-target",
    AMBIGUOUS,
    (reveals("author.books", BOOK_MANAGER),),
    (
        Step(
            misspell_the_target,
            (
                absent("author.books"),
                reports('dorm.ForeignKey("myapp.Auhtor"', "[orm-unresolved-target]"),
            ),
        ),
        Step(mend_the_target, (reveals("author.books", BOOK_MANAGER),)),
        Step(
            add_a_second_author,
            (
                absent("author.books"),
                reports('dorm.ForeignKey("myapp.Author"', "[orm-unresolved-target]"),
            ),
        ),
    ),
)

LABELLED = library(
    "author.books",
    "publisher.books",
    imports=IMPORT_BOOKS,
    authors=AUTHORS + '\n    class Meta:\n        app_label = "people"\n',
    books=BOOKS_BY_STRING.replace('"Author"', '"people.Author"'),
)
change_the_label = replacing("myapp/authors.py", '"people"', '"writers"', "change_the_label")
follow_the_label = replacing(
    "myapp/books.py", '"people.Author"', '"writers.Author"', "follow_the_label"
)
take_the_label_over = replacing(
    "myapp/publishers.py",
    "class Publisher",
    'class Author(dorm.Model):\n    class Meta:\n        app_label = "people"\n\n\nclass Publisher',
    "take_the_label_over",
)
APP_LABEL = Scenario(
    "djanorm-app-label",
    LABELLED,
    (reveals("author.books", BOOK_MANAGER),),
    (
        Step(
            change_the_label,
            (absent("author.books"), reports("people.Author", "[orm-unresolved-target]")),
        ),
        Step(follow_the_label, (reveals("author.books", BOOK_MANAGER),)),
        Step(take_the_label_over, (reveals("author.books", BOOK_MANAGER),)),
        Step(back_to(LABELLED), (reveals("author.books", BOOK_MANAGER),)),
    ),
)


CARDS = """\
import dorm

from myapp.authors import Author


class Card(dorm.Model):
    owner = dorm.OneToOneField(Author, primary_key=True)


class Stamp(dorm.Model):
    card = dorm.ForeignKey(Card, null=True)
"""
KEYS_APP = """\
from myapp.authors import Author
from myapp.books import Book
from myapp.cards import Card, Stamp


def consume(book: Book, author: Author, card: Card, stamp: Stamp) -> None:
    reveal_type(author.pk)
    reveal_type(author.id)
    reveal_type(book.author_id)
    reveal_type(book.writer_id)
    reveal_type(card.owner_id)
    reveal_type(card.pk)
    reveal_type(stamp.card_id)
    Book(author_id="jane")
    Book.objects.create(author_id="jane")
    Book(author_id=1)
"""
FAR_FROM_KEYS = """\
from myapp.shelves import some_book


def from_afar() -> None:
    reveal_type(some_book().author_id)
"""
SHELVES = """\
from myapp.books import Book


def some_book() -> Book:
    return Book.objects.get(pk=1)
"""
KEYS = library(cards=CARDS, app=KEYS_APP, indirect=FAR_FROM_KEYS, shelves=SHELVES, services=None)
name_the_key = replacing(
    "myapp/authors.py",
    "    name = dorm.CharField()",
    "    name = dorm.CharField(primary_key=True)",
    "name_the_key",
)
make_it_a_uuid = replacing(
    "myapp/authors.py",
    "    name = dorm.CharField(primary_key=True)",
    "    name = dorm.CharField()\n    id = dorm.UUIDField(primary_key=True)",
    "make_it_a_uuid",
)
make_it_nullable = replacing(
    "myapp/books.py", "on_delete=dorm.CASCADE", "null=True", "make_it_nullable"
)
rename_the_foreign_key = replacing(
    "myapp/books.py", "    author = ", "    writer = ", "rename_the_foreign_key"
)
INT_KEYS = (
    reveals("author.pk", 'int"'),
    reveals("author.id", 'int"'),
    reveals("book.author_id", 'int"'),
    reveals("some_book().author_id", 'int"'),
    reveals("card.owner_id", 'int"'),
    reveals("card.pk", 'int"'),
    reveals("stamp.card_id", "int | None"),
    reports('Book(author_id="jane")', 'incompatible type "str"'),
    reports('create(author_id="jane")', 'incompatible type "str"'),
)
KEY_TYPES = Scenario(
    "djanorm-key-types",
    KEYS,
    (*INT_KEYS, absent("book.writer_id")),
    (
        Step(
            name_the_key,
            (
                reveals("author.pk", 'str"'),
                absent("author.id"),
                reveals("book.author_id", 'str"'),
                reveals("some_book().author_id", 'str"'),
                reveals("card.owner_id", 'str"'),
                reveals("card.pk", 'str"'),
                reveals("stamp.card_id", "str | None"),
                reports("Book(author_id=1)", 'incompatible type "int"'),
            ),
        ),
        Step(
            make_it_a_uuid,
            (
                reveals("author.id", "uuid.UUID"),
                reveals("book.author_id", "uuid.UUID"),
                reveals("some_book().author_id", "uuid.UUID"),
                reveals("stamp.card_id", "uuid.UUID | None"),
            ),
        ),
        Step(make_it_nullable, (reveals("some_book().author_id", "uuid.UUID | None"),)),
        Step(
            rename_the_foreign_key,
            (reveals("book.writer_id", "uuid.UUID | None"), absent("some_book().author_id")),
        ),
        Step(back_to(KEYS), INT_KEYS),
    ),
)


BASES = """\
import dorm

from myapp.authors import Author


class Owned(dorm.Model):
    bought_on = dorm.DateField(null=True)

    class Meta:
        abstract = True
"""
CHILDREN = """\
import dorm

from myapp.bases import Owned


class {name}(Owned):
    title = dorm.CharField()
"""
ABSTRACT_APP = """\
from myapp.authors import Author
from myapp.books import Book
from myapp.bases import Owned


def consume(author: Author, book: Book) -> None:
    reveal_type(author.book_set)
    reveal_type(author.film_set)
    reveal_type(author.owned_set)
    reveal_type(author.things)
    reveal_type(book.owner)
    reveal_type(book.owner_id)
    reveal_type(book.bought_on)
    Book(title="Emma", bought_on=None)
    Book.objects.filter(owner__name="Jane")
"""
INHERITED = library(
    bases=BASES,
    books=CHILDREN.format(name="Book"),
    films=CHILDREN.format(name="Film"),
    app=ABSTRACT_APP,
    indirect=None,
)
RELATION = "    owner = dorm.ForeignKey(Author, null=True)\n"
give_the_base_a_relation = replacing(
    "myapp/bases.py", "    bought_on", f"{RELATION}    bought_on", "give_the_base_a_relation"
)
name_the_accessor = replacing(
    "myapp/bases.py", "null=True)\n", 'null=True, related_name="things")\n', "name_the_accessor"
)
make_it_concrete = replacing("myapp/bases.py", "abstract = True", "managed = True", "concrete")


def drop_the_films(project: Project) -> Project:
    """Let one of the children inherit nothing any more."""
    return project.substitute("myapp/films.py", "(Owned)", "(dorm.Model)")


ABSTRACT = Scenario(
    "djanorm-abstract-base",
    INHERITED,
    (
        absent("author.book_set"),
        absent("author.film_set"),
        absent("book.owner_id"),
        reveals("book.bought_on", "datetime.date | None"),
        lacks("owner__name=", "owner"),
    ),
    (
        Step(
            give_the_base_a_relation,
            (
                reveals("author.book_set", BOOK_MANAGER),
                reveals("author.film_set", manager("myapp.films.Film")),
                reveals("book.owner", "myapp.authors.Author | None"),
                reveals("book.owner_id", "int | None"),
            ),
        ),
        Step(
            drop_the_films,
            (absent("author.film_set"), reveals("author.book_set", BOOK_MANAGER)),
        ),
        Step(make_it_concrete, (absent("author.book_set"), absent("author.film_set"))),
        Step(back_to(INHERITED), (absent("author.book_set"),)),
        Step(give_the_base_a_relation, (reveals("author.film_set", manager("myapp.films.Film")),)),
    ),
)


LOOKUPS_APP = """\
from dorm import Q

from myapp.authors import Author


def consume() -> None:
    Author.objects.filter(books__title="Emma")
    Author.objects.filter(books__titel="Emma")
    Author.objects.exclude(Q(volumes__title__startswith="E"))
    Author.objects.order_by("name", "books__title")
"""
LOOKUPS_NEAR = """\
from myapp.books import Book


def consume() -> None:
    Book.objects.filter(title="Emma")
    Book.objects.filter(titel="Emma")
    Book.objects.filter(author__name="Jane")
    Book.objects.filter(author__label="Jane")
    Book.objects.values("title")
    Book.objects.update(title="Emma")
    Book(title="Emma")
"""
LOOKUPS_ONLY = """\
from myapp.authors import Author


def consume() -> None:
    Author.objects.get_or_create(name="Jane", books__titel="Emma")
"""
LOOKUPS_INDIRECT = """\
from myapp.shelves import all_books, kind_of_book


def from_afar() -> None:
    for book in kind_of_book().objects.filter(title__icontains="e").order_by("-title"):
        print(book.pk)
    all_books().get(author__name__iexact="jane")
"""
LOOKUP_SHELVES = """\
import dorm

from myapp.books import Book


def all_books() -> dorm.QuerySet[Book]:
    return Book.objects.all()


def kind_of_book() -> type[Book]:
    return Book
"""
QUERIED = library(
    app=LOOKUPS_APP,
    near=LOOKUPS_NEAR,
    only=LOOKUPS_ONLY,
    indirect=LOOKUPS_INDIRECT,
    shelves=LOOKUP_SHELVES,
    services=None,
)
rename_the_field = replacing("myapp/books.py", "    title = ", "    titel = ", "rename_the_field")
retype_the_field = replacing(
    "myapp/books.py", "title = dorm.CharField()", "title = dorm.BinaryField()", "retype_the_field"
)
rename_the_fields_of_the_target = replacing(
    "myapp/authors.py", "    name = ", "    label = ", "rename_the_field_of_the_target"
)
AT_FIRST = (
    lacks('filter(titel="Emma")', "titel"),
    lacks("filter(books__titel=", "titel"),
    lacks('get_or_create(name="Jane", books__titel=', "titel"),
    lacks("volumes__title__startswith=", "volumes"),
    lacks("author__label=", "label"),
)
LOOKUPS = Scenario(
    "djanorm-lookups",
    QUERIED,
    AT_FIRST,
    (
        Step(
            rename_the_field,
            (
                lacks('Book.objects.filter(title="Emma")', "title"),
                lacks("books__title=", "title"),
                lacks("objects.filter(title__icontains=", "title"),
                lacks('order_by("name", "books__title")', "title"),
                lacks('values("title")', "title"),
                lacks('update(title="Emma")', "title"),
                reports('Book(title="Emma")', 'Unexpected keyword argument "title"'),
            ),
        ),
        Step(back_to(QUERIED), AT_FIRST),
        Step(
            rename_the_fields_of_the_target,
            (
                lacks("author__name=", "name"),
                lacks("author__name__iexact=", "name"),
                lacks('order_by("name", "books__title")', "name"),
            ),
        ),
        Step(back_to(QUERIED), AT_FIRST),
        Step(
            rename_to_volumes,
            (lacks("books__title=", "books"), lacks('order_by("name", "books__title")', "books")),
        ),
        Step(back_to(QUERIED), AT_FIRST),
        Step(retype_the_field, (reports('update(title="Emma")', "Incompatible value"),)),
        Step(touching("myapp/books.py"), (reports('update(title="Emma")', "Incompatible"),)),
        Step(back_to(QUERIED), AT_FIRST),
    ),
)


PROFILES = """\
import dorm

from myapp.authors import Author


class Profile(dorm.Model):
    bio = dorm.TextField()
    author = dorm.OneToOneField(Author)
    reader = dorm.ForeignKey(Author, null=True, related_name="read")
"""
ONE_APP = """\
from myapp.authors import Author


def consume(author: Author) -> None:
    reveal_type(author.profile)
    reveal_type(author.profile.bio)
    reveal_type(Author.profile)
    reveal_type(author.portrait)
    reveal_type(author.profile_set)
    Author.objects.filter(profile__bio="x")
"""
ONE = library(profiles=PROFILES, app=ONE_APP, indirect=None)
name_the_portrait = replacing(
    "myapp/profiles.py",
    "OneToOneField(Author)",
    'OneToOneField(Author, related_name="portrait")',
    "name_the_portrait",
)
make_it_many_to_one = replacing(
    "myapp/profiles.py", "OneToOneField(Author)", "ForeignKey(Author)", "make_it_many_to_one"
)
change_the_bio = replacing(
    "myapp/profiles.py", "bio = dorm.TextField()", "bio = dorm.JSONField(null=True)", "change_bio"
)
ONE_PROFILE = (
    reveals("author.profile", 'myapp.profiles.Profile"'),
    reveals("author.profile.bio", 'str"'),
    reveals(
        "Author.profile",
        "dorm.related_managers.ReverseOneToOneDescriptor[myapp.profiles.Profile]",
    ),
    absent("author.portrait"),
    absent("author.profile_set"),
)
ONE_TO_ONE = Scenario(
    "djanorm-one-to-one",
    ONE,
    ONE_PROFILE,
    (
        Step(
            name_the_portrait,
            (
                reveals("author.portrait", 'myapp.profiles.Profile"'),
                absent("author.profile"),
                lacks("profile__bio=", "profile"),
            ),
        ),
        Step(back_to(ONE), ONE_PROFILE),
        Step(
            make_it_many_to_one,
            (
                absent("author.profile"),
                reveals("author.profile_set", manager("myapp.profiles.Profile")),
            ),
        ),
        Step(back_to(ONE), ONE_PROFILE),
        Step(change_the_bio, (reveals("author.profile.bio", "Any"),)),
        Step(back_to(ONE), ONE_PROFILE),
    ),
)


TAGS = """\
import dorm


class Tag(dorm.Model):
    label = dorm.CharField()
"""
TAGGED_BOOKS = BOOKS.replace(
    "\n    def pages",
    '    tags = dorm.ManyToManyField("Tag", related_name="books")\n'
    '    sequel = dorm.ForeignKey("Book", null=True, related_name="prequels")\n\n    def pages',
)
ADDED_APP = """\
from dorm import Count, Prefetch

from myapp.authors import Author
from myapp.shelves import some_book


def consume() -> None:
    reveal_type(some_book().tags)
    reveal_type(some_book().tags.all()[0].label)
    reveal_type(some_book().prequels)
    for author in Author.objects.prefetch_related(Prefetch("books", to_attr="read")):
        reveal_type(author.read)
    for counted in Author.objects.annotate(written=Count("books")):
        reveal_type(counted.written)
"""
ADDED = library(
    books=TAGGED_BOOKS,
    tags=TAGS,
    shelves=SHELVES,
    app=ADDED_APP,
    services=None,
    indirect=None,
)
point_at_publishers = replacing(
    "myapp/books.py", '"Tag"', '"Publisher"', "point_the_many_at_publishers"
)
rename_the_label = replacing("myapp/tags.py", "    label = ", "    text = ", "rename_the_label")


def rename_the_class_everywhere(project: Project) -> Project:
    """Rename the model, also in the string by which it names itself."""
    return (
        project.substitute("myapp/books.py", "class Book(", "class Story(")
        .substitute("myapp/books.py", '"Book"', '"Story"')
        .substitute("myapp/shelves.py", "Book", "Story")
    )


TAG_MANAGER = "dorm.related_managers.ManyRelatedManager[myapp.tags.Tag]"
WITH_TAGS = (
    reveals("some_book().tags", TAG_MANAGER),
    reveals("some_book().tags.all()[0].label", "str"),
    reveals("some_book().prequels", BOOK_MANAGER),
    reveals("author.read", "list[myapp.books.Book]"),
)
MANY_AND_SELF = Scenario(
    "djanorm-many-to-many-self-and-prefetch",
    ADDED,
    WITH_TAGS,
    (
        Step(rename_the_label, (absent("some_book().tags.all()[0].label"),)),
        Step(
            point_at_publishers,
            (
                reveals(
                    "some_book().tags",
                    "dorm.related_managers.ManyRelatedManager[myapp.publishers.Publisher]",
                ),
            ),
        ),
        Step(
            rename_the_class_everywhere,
            (
                reveals("some_book().prequels", manager("myapp.books.Story")),
                reveals("author.read", "list[myapp.books.Story]"),
            ),
        ),
        Step(
            rename_to_volumes,
            (reports('Prefetch("books"', "[orm-unknown-path]"),),
        ),
        Step(back_to(ADDED), WITH_TAGS),
    ),
)

BOOKS_BY_DEFAULT = BOOKS.replace(', related_name="books"', "")
REPRINTS = """\
from myapp.books import Book


class Reprint(Book):
    def is_new(self) -> bool:
        return False
"""
REPRINTED = library(
    "author.book_set",
    "author.reprint_set",
    imports="import myapp.reprints",
    books=BOOKS_BY_DEFAULT,
    reprints=REPRINTS,
    indirect=None,
)
AS_PROXY = f"{REPRINTS}\n    class Meta:\n        proxy = True\n"


def make_a_proxy(project: Project) -> Project:
    """Make the child a proxy, which has relations of its own."""
    return project.write("myapp/reprints.py", AS_PROXY)


give_the_books_a_name = replacing(
    "myapp/books.py", "dorm.CASCADE", 'dorm.CASCADE, related_name="books"', "give_the_books_a_name"
)

PROXY = Scenario(
    "djanorm-proxy",
    REPRINTED,
    (reveals("author.book_set", BOOK_MANAGER), absent("author.reprint_set")),
    (
        Step(
            make_a_proxy,
            (
                reveals("author.book_set", BOOK_MANAGER),
                reveals("author.reprint_set", manager("myapp.reprints.Reprint")),
            ),
        ),
        Step(
            give_the_books_a_name,
            (absent("author.book_set"), absent("author.reprint_set")),
        ),
        Step(
            back_to(REPRINTED),
            (reveals("author.book_set", BOOK_MANAGER), absent("author.reprint_set")),
        ),
    ),
)


TRACKED = """\
import dorm
from dorm.contrib.history import track_history

from myapp.bases import Dated


@track_history
class Book(Dated):
    title = dorm.CharField()
"""
DATED = """\
import dorm


class Dated(dorm.Model):
    seen = dorm.DateField()

    class Meta:
        abstract = True
"""
HISTORY_APP = """\
from myapp.books import Book


def consume(book: Book) -> None:
    for row in Book.history.all():
        reveal_type(row.title)
        reveal_type(row.seen)
    Book.history.filter(title="Emma")
    reveal_type(book.history.count())
"""
WITH_HISTORY = library(bases=DATED, books=TRACKED, app=HISTORY_APP, indirect=None)

HISTORY = Scenario(
    "djanorm-history",
    WITH_HISTORY,
    (
        reveals("row.title", "str"),
        reveals("row.seen", "datetime.date"),
        reveals("book.history.count()", "int"),
    ),
    (
        Step(
            replacing("myapp/bases.py", "DateField()", "DateField(null=True)", "make_it_nullable"),
            (reveals("row.seen", "datetime.date | None"),),
        ),
        Step(
            replacing("myapp/books.py", "title", "headline", "rename_the_field"),
            (absent("row.title"), lacks("title=", "title")),
        ),
        Step(
            replacing("myapp/books.py", "@track_history\n", "", "stop_tracking"),
            (reports("book.history.count()", 'has no attribute "history"'),),
        ),
        Step(back_to(WITH_HISTORY), (reveals("row.title", "str"),)),
    ),
)


STORIES = (
    ACCESSORS,
    STRING_TARGET,
    AMBIGUOUS_TARGET,
    APP_LABEL,
    KEY_TYPES,
    ABSTRACT,
    LOOKUPS,
    ONE_TO_ONE,
    MANY_AND_SELF,
    PROXY,
    HISTORY,
)
