"""Where mypy's answer differs from the library's, and why.

Each row holds for the packages that it names, in each of which it is needed: a row that nothing
matches fails the test, as does a difference without a row.
"""

from __future__ import annotations

from tests.runtime_truth.differences import Difference
from tests.runtime_truth.question import ERROR, OK

REPORTED = {
    "family": ["family/bases.py:30 [orm-accessor-clash]"],
    "registry": [
        "registry/shelf.py:23 [orm-unresolved-target]",
        "registry/shelf.py:24 [orm-unresolved-target]",
        "registry/clash.py:10 [orm-accessor-clash]",
    ],
}
"""What mypy has to say of the models of a package; of the others, nothing."""

ACCESSORS_OF_THE_LIBRARY = {
    "family": {
        # An abstract model's relations give accessors too, each use of which fails: no table.
        (
            "family.bases.Keeper",
            "kept_set",
            "dorm.related_managers.ReverseFKDescriptor[family.bases.Kept]",
        ),
        (
            "family.bases.Label",
            "kept",
            "dorm.related_managers.ReverseOneToOneDescriptor[family.bases.Kept]",
        ),
        # Made last, by a proxy, of the three that share the name.
        (
            "family.bases.Keeper",
            "helps",
            "dorm.related_managers.ReverseFKDescriptor[family.toys.OldToy]",
        ),
    }
}
"""Accessors that the index leaves out."""

ACCESSORS_OF_THE_INDEX = {
    "family": {
        # Each child of an abstract model takes the name from the one before it.
        (
            "family.bases.Keeper",
            "helps",
            f"dorm.related_managers.ReverseFKDescriptor[family.toys.{child}]",
        )
        for child in ("Toy", "Doll")
    }
}
"""Accessors that the library does not have in the end."""

_ALL = ("shop", "people", "family", "registry")

_INTENDED = (
    Difference(
        "The metaclass takes plain fields off the class. The library's annotations and its "
        "documentation have them there, and a user's own descriptor stays.",
        _ALL,
        topic="class attribute",
        label="field|id",
        library="absent",
        mypy=r"dorm\.fields\..*|int",
    ),
    Difference(
        "The key of several columns is no attribute at all: `pk` is.",
        ("people",),
        topic="(class|instance) attribute",
        label="other name",
        library="absent",
        mypy=r"dorm\.fields\.CompositePrimaryKey|tuple\[Any, \.\.\.\]",
        text=r".*\.key",
    ),
    Difference(
        "A property, which the stubs declare as an attribute: a model may put a key of "
        "several columns there.",
        _ALL,
        topic="class attribute",
        label="pk",
        library="property",
        mypy="Any",
    ),
    Difference(
        "At runtime the descriptor does not know what it gives; reading the key of a row, "
        "which is asked as well, does.",
        _ALL,
        topic="class attribute",
        label="(lost )?(nullable )?key",
        library=r"dorm\.fields\._ForeignKeyIdDescriptor",
        mypy=r"dorm\.fields\._ForeignKeyIdDescriptor\[.*\]",
    ),
    Difference(
        "The class annotates the key itself, as the documentation of the library does.",
        ("shop",),
        topic="class attribute",
        label="key",
        library=r"dorm\.fields\._ForeignKeyIdDescriptor",
        mypy="int",
        text=r".*\.author_id",
    ),
    Difference(
        "Of a queryset's methods and a manager's, no type can have both; users call the "
        "queryset's.",
        ("family",),
        topic="class attribute|result",
        label="manager",
        library=r"dorm\.manager\.ManagerFromKeeperQuerySet",
        mypy=r"family\.managers\.KeeperQuerySet",
    ),
    Difference(
        "An abstract model's relations give accessors too, each use of which fails: there is "
        "no table.",
        ("family",),
        topic=".*",
        label=".*",
        library=".*",
        mypy=".*",
        text=r".*\bkept(_set)?\b.*",
    ),
    Difference(
        "JSON is any type.",
        ("shop",),
        topic="instance attribute",
        label="field",
        library=r"builtins\.dict \| None",
        mypy="Any",
    ),
    Difference(
        "SQLite has no type for UUIDs, and the library converts the values of fields only, "
        "not of keys. Other databases give UUIDs.",
        ("people",),
        topic=".* (row|attribute)",
        label="key|nullable key|pk",
        library=r"str( \| None)?",
        mypy=r"uuid\.UUID( \| None)?",
    ),
    Difference(
        "As UUIDs are texts there, the rows that were prefetched are not found.",
        ("people",),
        topic="prefetched row",
        label="to_attr: .*",
        library=r"None|list\[\]",
        mypy=r"list\[people\..*|people\..*",
    ),
    Difference(
        "A child of a concrete model has none of its fields, and its descriptors read None. "
        "mypy sees attributes of a base class.",
        ("family",),
        topic=".* (row|attribute)",
        label="lost nullable (foreign )?key",
        library="None",
        mypy=r".* \| None",
    ),
    Difference(
        "The plain fields of a concrete parent are not there. mypy sees attributes of a base "
        "class.",
        ("family",),
        topic="(class|instance) attribute",
        label="other name",
        library="absent",
        mypy=r"int|str|dorm\.fields\..*",
        text=r".*family\.toys\.Robot.*",
    ),
    Difference(
        "No query knows the fields of a concrete parent. Attributes of the class that are no "
        "fields are let pass: they may be descriptors of the user's own.",
        ("family",),
        topic="updating|lookup|order_by|values|values_list|only|prefetch_related",
        label="(.* and )?lost (field|key)",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "A prefetch does not find an accessor that a child inherits.",
        ("family",),
        topic="prefetch_related|prefetched row",
        label="accessor|to_attr: accessor",
        library="error|raises FieldDoesNotExist",
        mypy=".*",
        text=".*Robot.*mended.*",
    ),
    Difference(
        "A manager that names its model gives rows of that, also where a child inherits it.",
        ("family",),
        topic="result",
        label="manager's all",
        library=r"dorm\.queryset\.QuerySet\[family\.toys\.Robot, .*",
        mypy=r"dorm\.queryset\.QuerySet\[family\.toys\.Toy, .*",
    ),
    Difference(
        "A proxy's many-to-many relation wants a table of its own, which there is not.",
        ("family",),
        topic="method|making",
        label="many-to-many.*",
        library="raises OperationalError|error",
        mypy=".*",
        text=r".*family\.toys\.OldToy.*",
    ),
    Difference(
        "A saved row is what mypy has in mind: one that is not saved has no key.",
        _ALL,
        topic="unsaved row",
        label="pk",
        library=r"None|tuple\[None, None\]",
        mypy=".*",
    ),
    Difference(
        "The queryset of a Prefetch may leave the row out.",
        _ALL,
        topic="prefetched row",
        label="to_attr: foreign key",
        library=r"[\w.]+",
        mypy=r"[\w.]+ \| None",
    ),
    Difference(
        "By its default name a one-to-one accessor can't be prefetched.",
        ("shop", "people", "family"),
        topic="prefetch_related",
        label="one-to-one accessor",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "For a one-to-one accessor it takes a name that is that of no attribute.",
        ("family",),
        topic="prefetch_related",
        label="other name",
        library=OK,
        mypy=ERROR,
        text=".*_set.*",
    ),
    Difference(
        "By its default name a one-to-one accessor can't be prefetched, `to_attr` or not.",
        ("shop", "people", "family"),
        topic="prefetched row",
        label="to_attr: one-to-one accessor",
        library="raises FieldDoesNotExist",
        mypy=r"list\[.*\]",
    ),
    Difference(
        "A manager that names no model gives rows of any.",
        ("family",),
        topic="result",
        label="manager's all",
        library=r"dorm\.queryset\.QuerySet\[family\..*\]",
        mypy=r"dorm\.queryset\.QuerySet\[Any, Any\]",
    ),
    Difference(
        "The library can't order by a key of several columns, nor look for several.",
        ("people",),
        topic="result",
        label="first|last|afirst|in_bulk",
        library="raises OperationalError",
        mypy=".*",
        text=".*Crossing.*",
    ),
    Difference(
        "A key of several columns can't be named in a query, nor can a query leave out a part "
        "of it.",
        ("people",),
        topic="lookup|filtering|order_by|values|values_list|only",
        label=".*",
        library=ERROR,
        mypy=OK,
        text=".*(Crossing|crossings).*",
    ),
    Difference(
        "A key of several columns can't be counted.",
        ("people",),
        topic="annotated row",
        label="annotation",
        library="raises OperationalError",
        mypy="int",
        text=".*Crossing.*",
    ),
    Difference(
        "A query without an order has no first row if the key has several columns.",
        ("people",),
        topic="method",
        label="accessor: first of all",
        library="absent",
        mypy=".*",
        text=".*crossings.*",
    ),
    Difference(
        "mypy does not check what `del` deletes.",
        _ALL,
        topic="assignment",
        label=".*: delete",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "Assignment is not checked at runtime, and a value of another type is stored or fails "
        "later.",
        _ALL,
        topic="assignment",
        label="[a-z ]*(foreign key|field|key): (list|function|row of .*)",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "None can be assigned, which the database refuses.",
        _ALL,
        topic="assignment",
        label="(primary )?(foreign key|field|key): None",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "An attribute that the class does not have can be assigned to any Python object.",
        _ALL,
        topic="assignment",
        label="other name",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "Any row is taken for the one-to-one accessor's, which it is not.",
        _ALL,
        topic="assignment",
        label="one-to-one accessor: row of another model",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The library finds a field by its column, too. Users write the field's name.",
        ("shop",),
        topic="constructor|updating|lookup|order_by|defer|prefetch_related",
        label="column( as keyword)?",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The library drops the keyword silently.",
        _ALL,
        topic="constructor|making",
        label="(many-to-many|composite pk) as keyword|.*: many-to-many",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "A constructor converts values where that is possible, and does not check them.",
        _ALL,
        topic="constructor",
        label="[a-z ]*(field|key): (attribute )?(list|function|row of .*)|.*key: attribute row",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "A constructor takes None, which the database refuses.",
        _ALL,
        topic="constructor",
        label="(primary )?(field|key): (attribute )?None",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "An update does not check values either.",
        ("shop",),
        topic="updating",
        label="(nullable )?field: function",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "Not every object can be JSON; for mypy, any can.",
        ("shop",),
        topic="updating",
        label="nullable field: function",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "Whether rows may be taken away depends on the foreign key, which the manager's type "
        "does not tell.",
        ("shop", "people", "family"),
        topic="method",
        label="accessor of a required key: a?(clear|set)",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "A many-to-many relation in a path is documented, and fails in this version.",
        ("shop", "family", "registry"),
        topic="lookup|order_by|values|values_list",
        label=".*many-to-many.*",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "`pk` is ambiguous beside a join: the library does not say of which table.",
        _ALL,
        topic="filtering",
        label="or: path|or: field",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "The library ignores what it can't follow, silently.",
        _ALL,
        topic="select_related",
        label="(?!(field and )?foreign key$).*",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The library ignores names that it does not know; who writes them is mistaken.",
        _ALL,
        topic="defer|only",
        label="(.* and )?(other name|accessor)",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "The library takes the attribute of a key for the foreign key; users write the field.",
        _ALL,
        topic="prefetch_related",
        label="field",
        library=OK,
        mypy=ERROR,
    ),
    Difference(
        "An error of mypy's, in other words than for a name that there is not.",
        ("family",),
        topic="instance attribute",
        label="manager",
        library="absent",
        mypy='Argument 1 to "__get__" .*',
    ),
)

# What the plugin lets pass though it fails, and the reverse: a row goes when the plugin learns it.
_LIMITS = (
    Difference(
        "On an instance a manager raises AttributeError. The stubs can't say so without being "
        "in the way of managers of the user's own.",
        _ALL,
        topic="instance attribute",
        label="manager",
        library="absent",
        mypy="object",
    ),
    Difference(
        "As a lookup it is right, and only when the row is not there and has to be made, it fails.",
        _ALL,
        topic="making",
        label="a?get_or_create: (accessor|many-to-many)",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "Not all attributes of a class that are no columns are reported.",
        _ALL,
        topic="updating",
        label="many-to-many|(composite )?pk|accessor|manager",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "Attributes of the class that are no fields are let pass: they may be descriptors of "
        "the user's own.",
        _ALL,
        topic="lookup|order_by|values|values_list|only|prefetch_related",
        label="manager",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "What follows `pk` is not looked at.",
        _ALL,
        topic="lookup",
        label="pk with no lookup",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "The name of a many-to-many relation is not a column.",
        ("shop", "family", "registry"),
        topic="only",
        label="many-to-many",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "`only` and `defer` follow foreign keys alone.",
        _ALL,
        topic="only|defer",
        label="accessor and (field|foreign key)",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "Values are asked for by the name of the column, not by that of the field.",
        ("shop",),
        topic="values|values_list|only",
        label="(field|key) of other column",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "`F` is given the name of the column, not that of the field.",
        ("shop",),
        topic="updating",
        label="field: F",
        library=ERROR,
        mypy=OK,
    ),
    Difference(
        "No relation to prefetch has the name.",
        _ALL,
        topic="prefetch_related",
        label="pk|field",
        library=ERROR,
        mypy=OK,
        text='.*"(pk|notes)".*',
    ),
    Difference(
        "Children of an abstract model share the accessor that it names. It leads to the one that "
        "is made last, here a proxy, which no source tells: its rows are unknown.",
        ("family",),
        topic=".*",
        label=".*",
        library=".*OldToy.*",
        mypy=".*Any.*",
        text=r".*\bhelps\b.*",
    ),
    Difference(
        "So what follows that accessor is not judged.",
        ("family",),
        topic=".*",
        label=".*",
        library=ERROR,
        mypy=OK,
        text=r".*helps(__|\.).*",
    ),
)

DIFFERENCES: tuple[Difference, ...] = (*_INTENDED, *_LIMITS)
