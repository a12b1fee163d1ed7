"""The project ``shop``: models that lead to each other in all ways, and services that use them."""

from __future__ import annotations

from dataclasses import dataclass

from bench.generate import (
    EDITION,
    ORM_IMPORTS,
    Edit,
    Project,
    edit_body,
    edit_comment,
    edit_relation,
)

MODELS_PER_MODULE = 5


@dataclass(frozen=True)
class Relation:
    """A relation of the shop, by the numbers of its models."""

    field: str
    source: int
    target: int
    reverse: str | None
    """The ``related_name`` that is written; ``None`` leaves it to the ORM."""

    @property
    def accessor(self) -> str:
        """The attribute of the target."""
        return self.reverse or f"{_item(self.source).lower()}s"

    @property
    def declaration(self) -> str:
        """The line in the class body."""
        kind = "ManyToMany" if self.field == "tags" else "ForeignKey"
        target = _item(self.target)
        name = f', related_name="{self.reverse}"' if self.reverse else ""
        return f"    {self.field}: {kind}[{target}] = {kind}({target}{name})\n"


def shop(models: int, accesses: int, name: str = "shop", default_names: bool = False) -> Project:
    """Models in modules of five that lead to each other in all ways, and services that use them.

    With ``default_names`` the first foreign key of each model has no ``related_name``.
    """
    relations = _shop_relations(models, default_names)
    modules = range(models // MODELS_PER_MODULE)
    files = {f"{name}/__init__.py": "", f"{name}/models/__init__.py": ""}
    for module in modules:
        files[f"{name}/models/m{module:02}.py"] = _shop_models(name, module, relations)
    files[f"{name}/services/__init__.py"] = ""
    for module, uses in _shop_uses(models, accesses, relations).items():
        files[f"{name}/services/s{module:02}.py"] = _shop_service(name, module, uses)
    middle = f"{name}/models/m{modules[-1] // 2 + 1:02}.py"
    edits = (
        Edit("edit a model: comment", middle, edit_comment),
        Edit("edit a model: body", middle, edit_body),
        Edit("edit a model: relation", middle, edit_relation),
        Edit("edit a consumer", f"{name}/services/s{modules[-1] // 2:02}.py", edit_body),
    )
    return Project(
        name=name,
        summary=f"{models} models in {len(modules)} modules, {accesses} accesses"
        + (", default names" if default_names else ""),
        files=files,
        targets=(name,),
        libraries=ORM_IMPORTS,
        edits=() if default_names else edits,
    )


def _item(number: int) -> str:
    return f"Item{number:03}"


def _shop_relations(models: int, default_names: bool) -> list[Relation]:
    found = []
    for source in range(1, models):
        name = None if default_names else f"item{source:03}_children"
        found.append(Relation("parent", source, source // 2, name))
        if source >= 6:
            found.append(Relation("origin", source, source - 6, f"item{source:03}_copies"))
        if source >= 11 and source % 4 == 0:
            found.append(Relation("tags", source, source - 11, f"item{source:03}_tagged"))
    return found


def _shop_models(package: str, module: int, relations: list[Relation]) -> str:
    first = module * MODELS_PER_MODULE
    numbers = range(first, first + MODELS_PER_MODULE)
    own = [relation for relation in relations if relation.source in numbers]
    foreign = sorted({relation.target for relation in own} - set(numbers))
    lines = [
        f'"""Models {first} to {numbers[-1]}."""\n\n',
        "from sqliter.orm import BaseDBModel, ForeignKey, ManyToMany\n\n",
    ]
    lines += [_import_item(package, number) for number in foreign]
    for number in numbers:
        lines += [
            f"\n\nclass {_item(number)}(BaseDBModel):\n",
            f'    """Item number {number}."""\n\n',
            "    name: str\n    amount: int\n",
            *(relation.declaration for relation in own if relation.source == number),
            "\n    def total(self, factor: int) -> int:\n",
            f"        return self.amount * factor + 0{EDITION}\n",
        ]
    return "".join(lines)


def _import_item(package: str, number: int) -> str:
    return f"from {package}.models.m{number // MODELS_PER_MODULE:02} import {_item(number)}\n"


def _shop_uses(
    models: int, accesses: int, relations: list[Relation]
) -> dict[int, list[tuple[int, list[str]]]]:
    """By service: models, and the expressions that read their relations, each a list of names."""
    expressions: dict[int, list[str]] = {number: [] for number in range(models)}
    for relation in relations:
        if relation.field == "tags":
            forward = f"[row.name for row in item.{relation.field}.fetch_all()]"
        else:
            forward = f"[item.{relation.field}.name]"
        expressions[relation.source].append(forward)
        reverse = f"[row.name for row in item.{relation.accessor}.fetch_all()]"
        expressions[relation.target].append(reverse)
    uses: dict[int, list[tuple[int, list[str]]]] = {}
    left = accesses
    while left:
        for number in range(models):
            taken = expressions[number][:left]
            left -= len(taken)
            if taken:
                uses.setdefault(number // MODELS_PER_MODULE, []).append((number, taken))
    return uses


def _shop_service(package: str, module: int, uses: list[tuple[int, list[str]]]) -> str:
    numbers = sorted({number for number, _ in uses})
    lines = [f'"""Service {module}."""\n\n', "from sqliter import SqliterDB\n\n"]
    lines += [_import_item(package, number) for number in numbers]
    item = _item(numbers[-1])
    related = '.select_related("parent")' if numbers[-1] else ""
    lines += [
        f"\n\ndef find(db: SqliterDB) -> list[{item}]:\n",
        f"    query = db.select({item}){related}\n",
        "    return query.filter(amount__gt=3).fetch_all()\n",
        "\n\ndef weight(factor: int) -> int:\n",
        f"    return factor + 0{EDITION}\n",
    ]
    for position, (number, expressions) in enumerate(uses):
        lines.append(f"\n\ndef names_{position}(item: {_item(number)}) -> list[str]:\n")
        lines.append("    names: list[str] = []\n")
        lines += [f"    names += {expression}\n" for expression in expressions]
        lines.append("    return names\n")
    return "".join(lines)
