"""Stories about many-to-many relations, whose targets may be strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..edits import back_to
from ..expectations import absent, reveals, reverse_manager
from ..scenario import Scenario, Step
from .texts import AUTHORS, BOOK_QUERY, IMPORTS, library

if TYPE_CHECKING:
    from ..project import Project

PROBES = ("author.tags", "author.labels", "author.books", "publisher.tags")
PLAIN = library(*PROBES)

TAGS = f"""\
{IMPORTS}from typing import Any


class Tag(BaseDBModel):
    authors: ManyToMany[Any] = ManyToMany("Author", related_name="tags")
"""
TAG_MANAGER = reverse_manager("myapp.tags.Tag")


def tag_by_string(project: Project) -> Project:
    """Add a model in a new file, which names its target by a string."""
    return project.write("myapp/tags.py", TAGS)


def rename_to_labels(project: Project) -> Project:
    """Rename the accessor."""
    return project.substitute("myapp/tags.py", '"tags"', '"labels"')


def leave_out_the_name(project: Project) -> Project:
    """Leave the name of the accessor to the library."""
    return project.substitute("myapp/tags.py", ', related_name="labels"', "")


def tag_publishers(project: Project) -> Project:
    """Change the string."""
    return project.substitute("myapp/tags.py", '"Author"', '"Publisher"')


def tag_by_class(project: Project) -> Project:
    """Import the class that the string named."""
    return (
        project.substitute(
            "myapp/tags.py", "from typing import Any", "from myapp.authors import Author"
        )
        .substitute("myapp/tags.py", "[Any]", "[Author]")
        .substitute("myapp/tags.py", '"Author"', "Author")
    )


STRING_TARGET = Scenario(
    "string-target",
    PLAIN,
    (absent("author.tags"), reveals("author.books", BOOK_QUERY)),
    (
        Step(tag_by_string, (reveals("author.tags", TAG_MANAGER), absent("author.labels"))),
        Step(rename_to_labels, (absent("author.tags"), reveals("author.labels", TAG_MANAGER))),
        Step(leave_out_the_name, (reveals("author.tags", TAG_MANAGER), absent("author.labels"))),
        Step(tag_publishers, (absent("author.tags"), reveals("publisher.tags", TAG_MANAGER))),
        Step(back_to(PLAIN), (absent("author.tags"), absent("publisher.tags"))),
    ),
)

CLASS_TARGET = Scenario(
    "string-becomes-a-class",
    tag_by_string(PLAIN),
    (reveals("author.tags", TAG_MANAGER),),
    (
        Step(tag_by_class, (reveals("author.tags", TAG_MANAGER),)),
        Step(tag_by_string, (reveals("author.tags", TAG_MANAGER),)),
    ),
)


def rename_the_model_that_is_named(project: Project) -> Project:
    """Rename the model in its own file, and forgets the string."""
    return project.write("myapp/authors.py", AUTHORS.replace("Author", "Writer")).substitute(
        "myapp/app.py", "import Author\n", "import Writer as Author\n"
    )


def move_the_model_that_is_named(project: Project) -> Project:
    """Move the model: the string, which names no module, still finds it."""
    return project.move("myapp/authors.py", "myapp/writers.py").substitute(
        "myapp/app.py", "myapp.authors", "myapp.writers"
    )


ALONE = tag_by_string(library("author.tags", books=None, services=None, indirect=None))
MOVED_TARGET = Scenario(
    "string-target-moves",
    ALONE,
    (reveals("author.tags", TAG_MANAGER),),
    (
        Step(move_the_model_that_is_named, (reveals("author.tags", TAG_MANAGER),)),
        Step(back_to(ALONE), (reveals("author.tags", TAG_MANAGER),)),
        Step(rename_the_model_that_is_named, (absent("author.tags"),)),
        Step(back_to(ALONE), (reveals("author.tags", TAG_MANAGER),)),
    ),
)


def add_friends(project: Project) -> Project:
    """Relate the model to itself, in one direction."""
    return project.append(
        "myapp/authors.py",
        '    readers: ManyToMany["Author"] = ManyToMany("Author", related_name="idols")\n',
    )


def make_it_symmetrical(project: Project) -> Project:
    """Make the relation symmetrical: it has no reverse side any more."""
    return project.substitute("myapp/authors.py", 'related_name="idols"', "symmetrical=True")


SELF_RELATION = Scenario(
    "relation-to-itself",
    library("author.idols", "author.readers"),
    (absent("author.idols"),),
    (
        Step(add_friends, (reveals("author.idols", reverse_manager("myapp.authors.Author")),)),
        Step(make_it_symmetrical, (absent("author.idols"),)),
        Step(back_to(library("author.idols", "author.readers")), (absent("author.readers"),)),
    ),
)

STORIES = (STRING_TARGET, CLASS_TARGET, MOVED_TARGET, SELF_RELATION)
