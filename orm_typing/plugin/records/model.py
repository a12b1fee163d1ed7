"""A model, for what one call says of its fields: names that there are not, and values of others."""

from __future__ import annotations

from typing import NamedTuple

from mypy.checker import TypeChecker
from mypy.errorcodes import ARG_TYPE
from mypy.messages import format_type
from mypy.nodes import Context, TypeInfo
from mypy.types import Instance, ProperType, Type

from orm_typing.messages import records as messages
from orm_typing.messages.codes import Message
from orm_typing.messages.names import unknown_field
from orm_typing.orms.description import Orm
from orm_typing.plugin.build.project import Project
from orm_typing.plugin.build.uses import use_classes
from orm_typing.plugin.records.fields import (
    RecordField,
    has_known_fields,
    is_other_attribute,
    record_fields,
    related_model,
    value_type,
)
from orm_typing.plugin.support.nodes import has_base
from orm_typing.plugin.support.value_families import (
    is_collection,
    is_number,
    items_in,
    may_be_value,
)


class RecordModel(NamedTuple):
    """A model that is named in the module that is being checked."""

    project: Project
    orm: Orm
    checker: TypeChecker
    info: TypeInfo

    def fields(self) -> dict[str, RecordField]:
        """All fields, on which what is being checked depends from now on."""
        use_classes(self.project, self.checker, self.info.mro)
        return record_fields(self.project, self.orm, self.checker, self.info)

    def field(self, name: str, context: Context) -> RecordField | None:
        """The field of that name; reported if there is none."""
        fields = self.fields()
        known = fields.get(name)
        if known is None and self.is_none(name):
            self.fail(unknown_field(self.info.name, name, fields), context)
        return known

    def column(self, name: str, context: Context) -> RecordField | None:
        """The field of that name; reported if there is none, or the table has none for it."""
        field = self.field(name, context)
        if field is not None and not field.is_stored:
            self.fail(messages.no_column(self.info.name, name), context)
            return None
        return field

    def related(self, field: RecordField, context: Context) -> RecordModel | None:
        """The model to which a relation leads."""
        info = related_model(self.checker, self.orm, self.info, field, context)
        return RecordModel(self.project, self.orm, self.checker, info) if info is not None else None

    def is_none(self, name: str) -> bool:
        """Whether the name certainly is no field."""
        if not has_known_fields(self.orm, self.info) or is_other_attribute(self.info, name):
            return False
        # A class without fields of its own stands for its subclasses: `model: type[BaseModel]`.
        return bool(self.fields().keys() - {self.orm.record_key})

    # ---- values

    def check_key(self, typ: Type, context: Context) -> None:
        """Report a value that can't be a primary key."""
        field = self.fields().get(self.orm.record_key)
        declared = self._value_of(field, context) if field is not None else None
        if field is None or declared is None or not list(items_in(typ)):
            return
        # A relation that is not loaded holds the key, whatever its annotation says.
        if not any(self._is_record(one) or may_be_value(one, declared) for one in items_in(typ)):
            self._report_value(field, typ, context)

    def check_value(self, field: RecordField, typ: Type, context: Context) -> None:
        """Report a value that can't be one of the field's, or the key that a relation holds."""
        if field.relation is None:
            declared = self._value_of(field, context)
            is_right = declared is None or may_be_value(typ, declared)
        else:
            related = self.related(field, context)
            given = list(items_in(typ))
            is_right = not given or any(
                self._may_be_related(item, related) if self._is_record(item) else is_number(item)
                for item in given
            )
        if not is_right:
            self._report_value(field, typ, context)

    def check_given(self, field: RecordField, typ: Type, context: Context) -> None:
        """Report a value that a record can't be given: commands and translations it can."""
        given = list(items_in(typ))
        if field.relation is None:
            also = self.orm.assigned_types.get(field.field_class, ())
            if not any(
                isinstance(one, Instance) and one.type.fullname in also[:1] for one in given
            ):
                self.check_value(field, typ, context)
        elif field.relation.is_many:
            if given and not any(is_collection(item) for item in given):
                self._report_value(field, typ, context)
        elif field.relation.has_column and not any(
            is_collection(one) and not self._is_record(one) for one in given
        ):
            self.check_value(field, typ, context)

    def check_record(self, typ: Type, context: Context) -> None:
        """Report what is no record of the model."""
        for item in items_in(typ):
            if isinstance(item, Instance) and not item.type.fallback_to_any:
                if self._may_be_related(item, self):
                    continue
                shown = format_type(item, self.checker.options)
                text = messages.record_of_another_model(shown, self.info.name)
                self.checker.fail(text, context, code=ARG_TYPE)
                return

    def _may_be_related(self, given: ProperType, model: RecordModel | None) -> bool:
        if model is None or not isinstance(given, Instance):
            return True
        return model.info in given.type.mro or given.type in model.info.mro

    def _is_record(self, typ: ProperType) -> bool:
        return isinstance(typ, Instance) and has_base(typ.type, self.orm.registered_bases)

    def _value_of(self, field: RecordField, context: Context) -> Type | None:
        return value_type(self.checker, self.info, field.name, context)

    def _report_value(self, field: RecordField, typ: Type, context: Context) -> None:
        options = self.checker.options
        declared = self._value_of(field, context)
        text = messages.incompatible_value(
            self.info.name,
            field.name,
            format_type(typ, options),
            format_type(declared, options) if declared is not None else None,
            has_key=field.relation is not None and field.relation.has_column,
        )
        self.checker.fail(text, context, code=ARG_TYPE)

    def fail(self, problem: Message, context: Context) -> None:
        """Report a problem."""
        self.checker.fail(problem.text, context, code=problem.code)
