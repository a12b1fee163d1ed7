"""DotORM: facts about dotorm 2.1.1 and 2.3.0, read from their source and tried on PostgreSQL.

``tests/runtime_truth/dotorm`` has what was tried. The library is in no registry: applications take
it from its repository, or vendor it.
"""

from __future__ import annotations

from collections.abc import Mapping

from orm_typing.orms.description import (
    Argument,
    ConstructorStyle,
    KeyAttribute,
    Operand,
    Orm,
    RecordMethod,
    RelationShape,
)
from orm_typing.orms.release import Release
from orm_typing.relations.vocabulary import (
    DefaultAccessor,
    ModelBase,
    RelationConstructor,
    RelationKind,
    StringTarget,
)

MODEL = ModelBase(full_names=("dotorm.model.DotModel", "dotorm.DotModel", "dotorm.model.Model"))

# The library knows of it in comments alone (dotorm/fields.py, `Selection`): each application brings
# its own, by this name.
EXTEND = RelationConstructor(
    full_names=("extend",),
    kind=RelationKind.EXTENSION,
    is_async=False,
    target_parameter="model",
    string_target=StringTarget.NOTHING,
    default_accessor=DefaultAccessor.LOWER,
    reverse_descriptor=None,
)

_PRIMARY = "dotorm.orm.mixins.primary.OrmPrimaryMixin"
_RELATIONS = "dotorm.orm.mixins.relations.OrmRelationsMixin"
_MANY_TO_MANY = "dotorm.orm.mixins.many2many.OrmMany2manyMixin"
_READING = {
    "id": Argument.KEY,
    "fields": Argument.FIELDS,
    "fields_nested": Argument.NESTED_FIELDS,
}


def _writing(name: str, arguments: Mapping[str, Argument]) -> RecordMethod:
    """A method that writes; since 2.3 it takes what is to be computed once all is written."""
    return RecordMethod(f"{_PRIMARY}.{name}", arguments, last_parameters=("depends_jobs",))


# The four that give records are descriptors of the stubs, whose `__call__` knows the model.
METHODS = (
    RecordMethod(
        "dotorm.decorators._BoundGet.__call__",
        _READING,
        # OrmPrimaryMixin.get_or_none loads relations if `fields_nested` is given, `search` always.
        leaves_keys=frozenset({"get", "get_or_none"}),
    ),
    RecordMethod(
        "dotorm.decorators._BoundGetWithRelations.__call__",
        {
            "id": Argument.KEY,
            "fields": Argument.FIELDS,
            "fields_info": Argument.NESTED_FIELDS,
        },
    ),
    RecordMethod(
        "dotorm.decorators._BoundSearch.__call__",
        {
            "fields": Argument.FIELDS,
            "fields_nested": Argument.NESTED_FIELDS,
            "sort": Argument.ORDERING,
            "filter": Argument.CONDITIONS,
        },
        raw_parameter="raw",
    ),
    RecordMethod(f"{_RELATIONS}.search_count", {"filter": Argument.CONDITIONS}),
    RecordMethod(f"{_RELATIONS}.exists", {"filter": Argument.CONDITIONS}),
    _writing("create", {"payload": Argument.RECORD}),
    _writing("create_bulk", {"payload": Argument.RECORDS}),
    _writing("update_bulk", {"payload": Argument.RECORD}),
    _writing("update", {"payload": Argument.RECORD, "fields": Argument.FIELDS}),
    _writing("delete", {}),
    _writing("delete_bulk", {}),
    RecordMethod(f"{_MANY_TO_MANY}.link_many2many", {"field": Argument.OWN_FIELD}),
    RecordMethod(f"{_MANY_TO_MANY}.unlink_many2many", {"field": Argument.OWN_FIELD}),
    RecordMethod(
        f"{_MANY_TO_MANY}.get_many2many",
        {"id": Argument.KEY_OF_OWNER, "fields": Argument.FIELDS, "sort": Argument.ORDERING},
        model_parameter="comodel",
    ),
)

# FilterParser.parse (dotorm/components/filter_parser.py), which lowers them.
OPERATORS = {
    **dict.fromkeys(("=", "!="), Operand.VALUE),
    **dict.fromkeys((">", "<", ">=", "<="), Operand.ORDERED_VALUE),
    **dict.fromkeys(("like", "ilike", "=like", "=ilike", "not like", "not ilike"), Operand.TEXT),
    **dict.fromkeys(("in", "not in"), Operand.VALUES),
    **dict.fromkeys(("between", "not between"), Operand.TWO_VALUES),
    **dict.fromkeys(("is null", "is not null"), Operand.NOTHING),
}

# `store` is False for those without a column (dotorm/fields.py).
RELATIONS = {
    "dotorm.fields.Many2one": RelationShape(is_many=False, has_column=True),
    "dotorm.fields.PolymorphicMany2one": RelationShape(is_many=False, has_column=True),
    "dotorm.fields.One2one": RelationShape(
        is_many=False,
        has_column=False,
        reverse_parameter="relation_table_field",
        required=("relation_table_field",),
    ),
    "dotorm.fields.One2many": RelationShape(
        is_many=True,
        has_column=False,
        reverse_parameter="relation_table_field",
        required=("relation_table_field",),
    ),
    # The related records point back by a key that names no model.
    "dotorm.fields.PolymorphicOne2many": RelationShape(is_many=True, has_column=False),
    "dotorm.fields.Many2many": RelationShape(
        is_many=True, has_column=False, required=("many2many_table", "column1", "column2")
    ),
}

DOTORM = Orm(
    name="DotORM",
    package="dotorm.",
    release=Release(
        distribution="dotorm", tested="2.1.1", also_tested=("2.3.0",), is_published=False
    ),
    model_bases=(MODEL,),
    # Relations are declared on both sides: none puts anything on its target.
    constructors=(EXTEND,),
    key_attribute=KeyAttribute(suffix="", type_name="builtins.int"),
    path_separator=".",
    constructor_style=ConstructorStyle.RECORD,
    field_base="dotorm.fields.Field",
    annotates_values=True,
    record_key="id",
    table_attribute="__table__",
    record_methods={method.full_name: method for method in METHODS},
    hybrid_methods=frozenset({"dotorm.decorators.hybridmethod"}),
    condition_operators=OPERATORS,
    relation_fields=RELATIONS,
    assigned_types={
        # Until 2.3 it was declared as a field of decimals, since then of floats; databases have it.
        "dotorm.fields.Decimal": ("decimal.Decimal",),
        "dotorm.fields.TranslatedChar": ("builtins.dict", "builtins.str", "builtins.str"),
    },
)
