"""Filter expressions: conditions, `and`, `or`, `not`, groups."""

from dotorm import POSTGRES, FilterExpression, FilterParser
from typing_extensions import reveal_type

from .library import User


async def accept(names: list[str], name: str) -> None:
    await User.search(filter=[])
    await User.search(filter=[("active", "=", True)])
    await User.search(filter=[("email", "=", None), ("email", "!=", None)])
    await User.search(filter=[("salary", ">=", 10), ("salary", "<", 20)])
    await User.search(filter=[("name", "like", "Jane"), ("name", "not ilike", name)])
    await User.search(filter=[("name", "in", names), ("id", "not in", (1, 2))])
    await User.search(filter=[("email", "is null", None), ("email", "is not null", None)])
    await User.search(filter=[("created", "between", ["2024-01-01", "2024-12-31"])])
    await User.search(filter=[("name", "=", "Jane"), "or", ("name", "=", "Emma")])
    await User.search(
        filter=[
            ("active", "=", True),
            "and",
            [("name", "ilike", "jane"), "or", [("email", "like", "@example.com")]],
        ]
    )
    await User.search(filter=[("not", ("active", "=", True))])
    await User.search(filter=[("not", [("active", "=", True), "or", ("not", [("id", "=", 1)])])])


async def build(name: str | None) -> None:
    conditions: FilterExpression = [("active", "=", True)]
    if name:
        conditions.append(("name", "ilike", name))
        conditions.append("or")
        conditions.append([("email", "=", name), ("active", "=", False)])
        conditions += ["or", ("email", "=", name)]  # E: augmented
    await User.search(filter=conditions)
    inferred = [("active", "=", True)]
    await User.search(filter=inferred)  # E: inferred
    reveal_type(FilterParser(POSTGRES).parse(conditions))  # R: parse
    reveal_type(FilterParser(POSTGRES).parse(("id", "=", 1)))  # R: parse-condition


async def refuse(name: str | None) -> None:
    await User.search(filter=("active", "=", True))  # E: condition-alone
    await User.search(filter=[("active", "==", True)])  # E: operator
    await User.search(filter=[("active", "=")])  # E: no-value
    await User.search(filter=[(User.name, "=", 1, 2)])  # E: too-long
    await User.search(filter=[(1, "=", 1)])  # E: field-number
    await User.search(filter=[("id", "in", 5)])  # E: in-number
    await User.search(filter=[("id", "in", {1, 2})])  # E: in-set
    await User.search(filter=[("name", "like", name)])  # E: like-none
    await User.search(filter=[("id", "between", 5)])  # E: between-number
    await User.search(filter=[("id", "=", 1), "xor", ("id", "=", 2)])  # E: connective
    await User.search(filter=[("nor", [("id", "=", 1)])])  # E: not
    await User.search(filter=[[("id", "=", 1), "or", ("id", "is", 2)]])  # E: nested-operator
    await User.search(filter={"id": 1})  # E: dictionary
