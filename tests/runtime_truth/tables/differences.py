"""What fails on SQLite and is not reported, and why. What works is never reported."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.runtime_truth.tables.question import Question


class Accepted(NamedTuple):
    """Calls that fail, and about which the plugin says nothing."""

    reason: str
    topics: str
    """A regular expression."""
    text: str
    """A regular expression that the call contains."""
    answer: str
    """A regular expression."""
    is_of_both: bool = True
    """Whether the asynchronous twins are asked too."""

    def explains(self, question: Question, answer: str) -> bool:
        """Whether this is why."""
        return (
            re.fullmatch(self.topics, question.topic) is not None
            and re.search(self.text, question.text) is not None
            and re.fullmatch(self.answer, answer) is not None
        )


ACCEPTED = [
    Accepted(
        "what the rows hold decides: a name that is taken, a required field that is missing",
        "create|update_row|bulk_update_rows|upsert by",
        "",
        "IntegrityError|logged",
    ),
    Accepted(
        "several rows have the value",
        ".*row.*",
        "pk_field|shelf_code|owned_since",
        "MultipleResultsFound",
    ),
    Accepted(
        "a conflict needs a unique column, and constraints are not read",
        "upsert by",
        "",
        "OperationalError",
    ),
    Accepted(
        "a renamed column has two names, each for other functions",
        ".*",
        "alias|nickname",
        ".*Error",
    ),
    Accepted(
        "what an attribute is that is assigned below the class, or declared by a decorator of "
        "SQLAlchemy's, is not known",
        ".*",
        "shouted|title|owned_since",
        ".*(Error|Exception)|logged",
    ),
    Accepted("an expression may have a setter", "create|update_row", '"double"', "ValueError"),
    Accepted(
        "a value that other rows could have", "equal|one of", "Sample", "nothing found", False
    ),
    Accepted(
        "a number may fit or not: 1.5 for an integer, 10 for a truth value",
        "written",
        r'"(an_int|a_bool|a_grade)": ("1\.5"|1\.5|10|10\.0|Decimal\(.*\))}',
        ".*",
        False,
    ),
    Accepted(
        "bytes are read as numbers, if they look like one",
        "written",
        r'a_(float|decimal).*b"x"',
        ".*",
        False,
    ),
    Accepted(
        "in an order, a text of digits is read as a number",
        "order",
        r'(some_bytes|a_uuid)__.*("|Status|Grade)',
        "StatementError",
        False,
    ),
    Accepted(
        "members that are texts or numbers are taken for these",
        ".*",
        r"Sample.*(Status|Grade)\.|a_(int|float|decimal)\W.*Status\.|an_int\W.*Status\.",
        "StatementError|logged|is a str",
        False,
    ),
    Accepted(
        "a date may be a datetime",
        "order|written|equal|one of",
        r"a_moment.*date\(2024",
        ".*",
        False,
    ),
]
