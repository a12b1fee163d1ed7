"""The words by which an ORM's users declare relations.

An ORM description (``orm_typing/orms/``) builds these; ``scan`` and ``resolve`` read them. They
hold facts about a library's constructors and never code that handles them.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class RelationKind(str, Enum):
    """What a relation field declares."""

    FOREIGN_KEY = "foreign key"
    ONE_TO_ONE = "one-to-one"
    """A foreign key whose reverse accessor gives one object."""
    MANY_TO_MANY = "many-to-many"
    EXTENSION = "extension"
    """None at all: a class whose attributes a decorator, ``@extend(Author)``, puts on a model."""


class DefaultAccessor(str, Enum):
    """How a library names a reverse accessor that its user did not name."""

    PLURAL = "plural"
    """The plural of the lower-cased class name: by ``inflect`` where that is installed, else with
    an ``s`` unless it ends in one (``sqliter/orm/fields.py``, ``ForeignKey.__set_name__``)."""
    LOWER_SET = "lower_set"
    """``book_set`` of ``Book`` (``dorm/fields.py``, ``ForeignKey.contribute_to_class``)."""
    LOWER = "lower"
    """``book`` of ``Book`` (``dorm/fields.py``, ``OneToOneField.contribute_to_class``)."""


class StringTarget(str, Enum):
    """What a target given as a string names."""

    NOTHING = "nothing"
    """The library takes classes only."""
    CLASS_NAME = "class name"
    """The bare name of a model, or of the class itself."""
    LABELLED = "labelled"
    """The name of a model, bare or after the label of its application: ``shop.Book``. The label
    is the module without a last ``.models``, or else its first part, or ``Meta.app_label``
    (``dorm/models.py``, ``ModelBase.__new__``)."""


class RelationConstructor(NamedTuple):
    """A class whose call in a class body declares a relation, or a decorator of classes.

    ``full_names`` lists every public path to the class, the one that defines it first.
    """

    full_names: tuple[str, ...]
    kind: RelationKind
    is_async: bool
    target_parameter: str
    string_target: StringTarget
    default_accessor: DefaultAccessor
    reverse_descriptor: str | None
    """Full name of the generic descriptor that the library puts on the target; ``None`` where it
    puts nothing there."""
    positional: tuple[str, ...] = ()
    """The names of further positional parameters, after the target."""
    name_pattern: str | None = None
    """What the library's checks want ``name_parameters`` to match in full."""
    name_parameters: tuple[str, ...] = ()
    empty_name_is_none: bool = False
    """Whether ``related_name=""`` asks for the default name."""
    hides_symmetrical_reverse: bool = False
    """Whether ``symmetrical=True`` on a relation of a class with itself installs no accessor."""
    shows_named_symmetrical_on_async: bool = False
    """Whether an async model gets such an accessor all the same if ``related_name`` names it."""
    infers_target: bool = False
    """Whether the field needs no annotation: a target given as a string is then looked up."""
    annotation_sets_null: bool = False
    """Whether ``Ctor[Author | None]`` as annotation has the effect of ``null=True``."""
    annotation_prefixes: tuple[str, ...] = ()
    """What the library takes out of an annotation that it can only read as text."""
    late_target_descriptors: tuple[str, str] | None = None
    """Descriptors that a target installs which is created *after* the relation, as a target given
    by a string can be: on a target without and with an async base, in this order. ``None`` when
    ``reverse_descriptor`` is right for those too."""

    @property
    def has_key(self) -> bool:
        """Whether the field comes with an attribute for the key of its target."""
        return self.kind in (RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE)

    @property
    def is_extension(self) -> bool:
        """Whether it is a decorator of classes, an application's own.

        A full name without a module stands for any decorator of that name.
        """
        return self.kind is RelationKind.EXTENSION

    @property
    def full_name(self) -> str:
        """The path of the module that defines the constructor."""
        return self.full_names[0]

    @property
    def short_name(self) -> str:
        """The name as users write it, for searching source text."""
        return self.full_name.rpartition(".")[2]


class ModelBase(NamedTuple):
    """A class of a library that model classes derive from.

    ``full_names`` lists every public path to the class, the one that defines it first.
    """

    full_names: tuple[str, ...]
    is_async: bool = False
    lazy_loader: str | None = None
    """Full name of the proxy that a foreign key gives on such a model, whatever its own class;
    ``None`` where the proxy is transparent, and typed as the related model."""
    is_registered: bool = True
    """Whether the library knows models with this base by name and gives them reverse accessors."""
    copies_abstract_fields: bool = False
    """Whether a model has fields of its own for those of its direct bases with ``abstract = True``
    in their ``Meta``, and an abstract model itself gives no accessor that works."""
    automatic_key: str | None = None
    """Full name of the type of the primary key of a model that declares none; ``None`` where
    keys are the same for all models (``KeyAttribute.type_name``)."""
    automatic_key_field: str | None = None
    """Full name of the generic field that the library adds for it."""


class KeyField(NamedTuple):
    """A class of a library whose call in a class body can declare the primary key."""

    full_names: tuple[str, ...]
    type_name: str | None
    """Full name of the type of its values; ``None`` if that is no class."""
    is_primary_key: bool = False
    """Whether it is the primary key without ``primary_key=True``."""
    is_composite: bool = False
    """Whether it is no field itself, and names those that are the key together."""


class LibraryModel(NamedTuple):
    """A model of a library's own, to which a string can lead."""

    full_name: str
    label: str
    key_type: str


class Vocabulary(NamedTuple):
    """All relation constructors and model bases of all supported ORMs."""

    constructors: tuple[RelationConstructor, ...]
    model_bases: tuple[ModelBase, ...] = ()
    key_fields: tuple[KeyField, ...] = ()
    library_models: tuple[LibraryModel, ...] = ()
    packages: tuple[str, ...] = ()
    """Libraries of which it matters whether the project mentions them at all."""
    announcements: tuple[tuple[str, str], ...] = ()
    """Words by which a class elsewhere gets an attribute, with the regular expressions that find
    the names of those attributes."""

    @property
    def known_paths(self) -> frozenset[str]:
        """All paths by which the libraries export their constructors and model bases."""
        constructors = {name for one in self.constructors for name in one.full_names}
        return frozenset(constructors).union(*(base.full_names for base in self.model_bases))

    def library_model(self, text: str) -> LibraryModel | None:
        """The library's model that a string target names, bare or after its label."""
        label, _, name = text.rpartition(".")
        for model in self.library_models:
            if model.full_name.rpartition(".")[2] == name and label in ("", model.label):
                return model
        return None

    def constructor(self, full_name: str) -> RelationConstructor | None:
        """The constructor that the library exports as ``full_name``."""
        for constructor in self.constructors:
            if full_name in constructor.full_names:
                return constructor
        return None

    def model_base(self, full_name: str) -> ModelBase | None:
        """The model base that the library exports as ``full_name``."""
        for base in self.model_bases:
            if full_name in base.full_names:
                return base
        return None
