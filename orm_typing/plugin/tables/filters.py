"""The keywords by which functions over tables filter.

What a user writes, and what they should see::

    get_rows(session, Hero, nmae__like="x")       # no field "nmae"; did you mean "name"?
    get_rows(session, Hero, age__between=[1, 3])  # no lookup "between"
    get_rows(session, Hero, age__in=(1, 3))       # ignored: all rows are given
    get_rows(session, Hero, sort_field="team")    # a relation, and not a column
    query.where(age__in="13")                     # a list, tuple or set

Each function reads keywords in its own way; what a keyword means is decided here as it does.
"""

from __future__ import annotations

from mypy.nodes import ListExpr, SetExpr, TupleExpr
from mypy.types import NoneType, get_proper_type

from orm_typing.messages import tables as messages
from orm_typing.messages.codes import Message
from orm_typing.orms.tables import Filters, FilterStyle, TableLibrary
from orm_typing.plugin.build.uses import use_name
from orm_typing.plugin.support.calls import Argument, Call, literal_text
from orm_typing.plugin.support.nodes import fallback_instance
from orm_typing.plugin.tables.attributes import Attribute, Table
from orm_typing.plugin.tables.notes import Kind
from orm_typing.plugin.tables.values import Purpose, judged_class, value_problem

_TEXT = "builtins.str"
_LIST = "in"
_LIKE = "like"
_PATTERN_SEPARATOR = "__"
_COLLECTIONS = ("builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset")
_KNOWN_MODULES = ("builtins.", "typing.", "collections.", "_collections_abc.")
"""Where classes are from which no list derives, unless a list is one of them anyway."""


class FilterCheck:
    """The checks of one call's keywords."""

    def __init__(
        self, library: TableLibrary, filters: Filters, function: str, call: Call, table: Table
    ) -> None:
        self._library = library
        self._filters = filters
        self._function = function
        self._call = call
        self._table = table

    def run(self) -> None:
        """Report all that is wrong with the keywords."""
        filters = self._filters
        searched = self._check_text()
        if filters.sort_keyword is not None:
            self._check_options(filters.sort_keyword)
        for keyword, given in self._call.keywords.items():
            if keyword == filters.sort_keyword:
                problem = self._sort_problem(given)
            elif keyword in filters.options or keyword == searched:
                problem = None
            else:
                problem = self._problem(keyword, given)
            if problem is not None:
                self._call.report(problem, given.value)

    def _check_options(self, sort_keyword: str) -> None:
        """Report what says how to sort where nothing says by what."""
        call = self._call
        if sort_keyword in call.keywords or call.has_more_keywords:
            return
        for option in sorted(self._filters.options & call.keywords.keys()):
            problem = messages.ignored_alone(self._function, option, sort_keyword)
            call.report(problem, call.keywords[option].value)

    def _check_text(self) -> str | None:
        """The column to search, if it is known."""
        parameter = self._filters.text_parameter
        given = self._call.given(parameter) if parameter is not None else None
        name = literal_text(given) if given is not None else None
        if given is None or name is None:
            return None
        found = self._find(name)
        problem = None
        if found is None:
            problem = self._missing(name)
        elif found.kind in (Kind.RELATION, Kind.PLAIN):
            problem = self._unsuitable(found)
        elif name not in self._call.keywords and not self._call.has_more_keywords:
            problem = messages.ignored_alone(
                self._function, f'{parameter}="{name}"', f"the keyword {name}"
            )
        if problem is not None:
            self._call.report(problem, given.value)
        return name

    def _sort_problem(self, given: Argument) -> Message | None:
        name = literal_text(given)
        if name is None or not name:
            return None
        found = self._find(name)
        if found is None:
            return self._missing(name)
        return self._unsuitable(found) if found.kind in (Kind.RELATION, Kind.PLAIN) else None

    def _problem(self, keyword: str, given: Argument) -> Message | None:
        name, lookup = self._read(keyword)
        found = self._find(name)
        if found is None:
            return self._missing(name)
        if self._filters.style is FilterStyle.SUFFIXED:
            if lookup is not None and lookup not in self._filters.lookups:
                return self._no_lookup(name, lookup)
            if found.kind in (Kind.RELATION, Kind.PLAIN, Kind.QUERIED):
                return self._unsuitable(found)
        if found.kind is Kind.PLAIN:
            if lookup is None:
                return messages.never_equal(self._function, self._table.name, name)
            return self._unsuitable(found)
        if found.kind is Kind.RELATION:
            is_row = judged_class(self._library, given.typ) is None
            return None if lookup is None and is_row else self._unsuitable(found)
        if lookup == _LIST:
            problem = self._list_problem(keyword, given)
            if problem is not None:
                return problem
        if found.kind is not Kind.COLUMN:
            return None
        return self._value_problem(found, keyword, lookup, given)

    def _read(self, keyword: str) -> tuple[str, str | None]:
        """The attribute and the lookup that a keyword means."""
        style = self._filters.style
        if style is FilterStyle.MARKED:
            for lookup in self._filters.lookups:
                mark = _PATTERN_SEPARATOR + lookup
                if mark in keyword:
                    return keyword.replace(mark, ""), lookup
        elif style is FilterStyle.SUFFIXED and keyword not in self._table.attributes:
            name, separator, lookup = keyword.rpartition(_PATTERN_SEPARATOR)
            if separator:
                return name, lookup
        return keyword, None

    def _missing(self, name: str) -> Message:
        """A name that the table does not have; it may be a field with an unknown lookup."""
        field, separator, lookup = name.rpartition(_PATTERN_SEPARATOR)
        if separator and self._filters.lookups and field in self._table.attributes:
            return self._no_lookup(field, lookup)
        candidates = self._table.of(Kind.COLUMN, Kind.QUERIED)
        return messages.no_such_field(self._function, self._table.name, name, candidates)

    def _no_lookup(self, name: str, lookup: str) -> Message:
        lookups = self._filters.lookups
        return messages.no_such_lookup(self._function, self._table.name, name, lookup, lookups)

    def _unsuitable(self, found: Attribute) -> Message:
        return messages.unsuitable(
            self._function, self._table.name, found.name, found.described, "a column"
        )

    def _list_problem(self, keyword: str, given: Argument) -> Message | None:
        instance = fallback_instance(get_proper_type(given.typ))
        shown = self._call.shown(given.typ)
        if instance is None or not instance.type.fullname.startswith(_KNOWN_MODULES):
            if not isinstance(get_proper_type(given.typ), NoneType):
                return None
        else:
            takes = _COLLECTIONS[:1] if self._filters.drops_other_lists else _COLLECTIONS
            checker = self._call.checker
            kinds = [checker.named_type(name).type for name in takes]
            bases = {base.fullname for base in instance.type.mro}
            if bases & set(takes) or any(kind.has_base(instance.type.fullname) for kind in kinds):
                return None
        if self._filters.drops_other_lists:
            return messages.dropped_filter(self._function, keyword, shown)
        return messages.not_a_list(self._function, keyword, shown)

    def _value_problem(
        self, found: Attribute, keyword: str, lookup: str | None, given: Argument
    ) -> Message | None:
        if lookup == _LIKE:
            return self._like_problem(found)
        if lookup is None:
            return self._value(found, given, Purpose.EQUAL)
        if lookup != _LIST:
            if self._reads_date(found, keyword, given):
                return None
            return self._order_problem(found, given)
        if isinstance(given.value, (ListExpr, TupleExpr, SetExpr)):
            for item in given.value.items:
                problem = self._value(found, self._call.argument(item), Purpose.EQUAL)
                if problem is not None:
                    return problem
            return None
        element = self._call.element(given)
        return None if element is None else self._value(found, element, Purpose.EQUAL)

    def _value(self, found: Attribute, given: Argument, purpose: Purpose) -> Message | None:
        return value_problem(
            self._library, self._call, self._table, found, given, purpose, self._function
        )

    def _order_problem(self, found: Attribute, given: Argument) -> Message | None:
        problem = self._value(found, given, Purpose.COMPARED)
        word = self._filters.date_word
        column = found.value_class
        if problem is None or word is None or column is None:
            return problem
        if judged_class(self._library, given.typ) != _TEXT:
            return problem
        return messages.unread_date(self._function, self._table.name, found.name, word, column.name)

    def _like_problem(self, found: Attribute) -> Message | None:
        column = found.value_class
        rule = self._library.values.get(column.fullname) if column is not None else None
        if column is None or rule is None or rule.has_like:
            return None
        return messages.impossible_lookup(
            self._function, self._table.name, found.name, _LIKE, column.name
        )

    def _reads_date(self, found: Attribute, keyword: str, given: Argument) -> bool:
        """Whether a text is read as a date before it is compared."""
        word = self._filters.date_word
        return (
            word is not None and word in keyword and judged_class(self._library, given.typ) == _TEXT
        )

    def _find(self, name: str) -> Attribute | None:
        use_name(self._table.project, self._call.checker, self._table.info, name)
        return self._table.get(name)
