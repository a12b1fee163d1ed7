"""The generated projects. They are the same at each call: no randomness."""

from __future__ import annotations

from collections.abc import Callable

from bench.generate import (
    EDITION,
    ORM_IMPORTS,
    PLAIN_IMPORTS,
    Edit,
    Project,
    edit_body,
    edit_comment,
)
from bench.shop import shop


def sparse(modules: int, relations: int) -> Project:
    """Many files, few of which declare a relation; one small file is checked."""
    package = "depot"
    files = {f"{package}/__init__.py": ""}
    # One target without relations, ten models that point at it, and so on.
    models = relations + -(-relations // 10)
    step = modules // models
    for number in range(modules):
        folder = f"{package}/p{number // 100:02}"
        files.setdefault(f"{folder}/__init__.py", "")
        model = number // step
        if number % step or model >= models:
            text = _plain_module(number)
        else:
            text = _sparse_model(package, number, number - model % 11 * step)
        files[f"{folder}/m{number:04}.py"] = text
    targets = [target * 11 * step for target in range(min(3, models // 11))]
    lines = ['"""Uses a few of the models."""\n\n']
    lines += [f"from {_sparse_name(package, number)} import Model{number}\n" for number in targets]
    for number in targets:
        lines += [
            f"\n\ndef names_{number}(model: Model{number}) -> list[str]:\n",
            f"    return [row.name for row in model.from_{number + step}.fetch_all()]\n",
        ]
    lines.append(f"\n\ndef weight(factor: int) -> int:\n    return factor + 0{EDITION}\n")
    files["small.py"] = "".join(lines)
    return Project(
        name="sparse",
        summary=f"{modules} modules, {relations} relations, one file is checked",
        files=files,
        targets=("small.py",),
        libraries=ORM_IMPORTS + PLAIN_IMPORTS,
        edits=(Edit("edit the file", "small.py", edit_body),),
    )


def _sparse_name(package: str, number: int) -> str:
    return f"{package}.p{number // 100:02}.m{number:04}"


def _sparse_model(package: str, number: int, target: int) -> str:
    lines = [f'"""Model {number}."""\n\n', "from sqliter.orm import BaseDBModel, ForeignKey\n"]
    if number != target:
        lines.append(f"\nfrom {_sparse_name(package, target)} import Model{target}\n")
    lines.append(f"\n\nclass Model{number}(BaseDBModel):\n    name: str\n")
    if number != target:
        lines.append(
            f"    owner: ForeignKey[Model{target}] = ForeignKey(\n"
            f'        Model{target}, related_name="from_{number}"\n    )\n'
        )
    return "".join(lines)


def hub(spokes: int, consumers: int) -> Project:
    """Many modules with a foreign key to one and the same model.

    The modules hold other code, too: where a reverse name makes one import cycle of them all, an
    edit in one costs a check of everything in all of them.
    """
    files = {
        "hub/__init__.py": "",
        "hub/base.py": '"""The hub."""\n\nfrom sqliter.orm import BaseDBModel\n\n\n'
        "class Hub(BaseDBModel):\n    name: str\n\n    def total(self, factor: int) -> int:\n"
        f"        return factor + 0{EDITION}\n",
        "hub/spokes/__init__.py": "",
        "hub/consumers/__init__.py": "",
    }
    for number in range(spokes):
        files[f"hub/spokes/m{number:03}.py"] = (
            f'"""Spoke {number}."""\n\n{PLAIN_IMPORTS}\n'
            "from sqliter.orm import BaseDBModel, ForeignKey\n\n"
            "from hub.base import Hub\n\n\n"
            f"class Model{number}(BaseDBModel):\n    name: str\n"
            f'    hub: ForeignKey[Hub] = ForeignKey(Hub, related_name="model_{number}_set")\n'
            "\n    def total(self, factor: int) -> int:\n"
            f"        return factor + 0{EDITION}\n"
            f"\n\nOlder = object\n\n\n{_PLAIN_BODY}"
        )
    share = spokes // consumers
    for number in range(consumers):
        lines = [f'"""Consumer {number}."""\n\nfrom hub.base import Hub\n']
        for spoke in range(number * share, (number + 1) * share):
            lines += [
                f"\n\ndef names_{spoke}(hub: Hub) -> list[str]:\n",
                f"    return [row.name for row in hub.model_{spoke}_set.fetch_all()]\n",
            ]
        lines.append(f"\n\ndef weight(factor: int) -> int:\n    return factor + 0{EDITION}\n")
        files[f"hub/consumers/c{number:02}.py"] = "".join(lines)
    spoke_path = f"hub/spokes/m{spokes // 2:03}.py"
    edits = (
        Edit("edit a spoke: comment", spoke_path, edit_comment),
        Edit("edit a spoke: body", spoke_path, edit_body),
        Edit("edit the hub: comment", "hub/base.py", edit_comment),
        Edit("edit a consumer", f"hub/consumers/c{consumers // 2:02}.py", edit_body),
    )
    return Project(
        name="hub",
        summary=f"{spokes} modules that point at one model, {consumers} consumers",
        files=files,
        targets=("hub",),
        libraries=ORM_IMPORTS + PLAIN_IMPORTS,
        edits=edits,
    )


def none(modules: int) -> Project:
    """A project that uses none of the ORMs."""
    files = {"tools/__init__.py": ""}
    for number in range(modules):
        older = f"tools.m{number // 2:03}" if number else ""
        files[f"tools/m{number:03}.py"] = _plain_module(number, older)
    edit = Edit("edit a module: body", f"tools/m{modules // 2:03}.py", edit_body)
    return Project(
        name="none",
        summary=f"{modules} modules without any ORM",
        files=files,
        targets=("tools",),
        libraries=PLAIN_IMPORTS,
        edits=(edit,),
    )


def startup() -> Project:
    """One line: what is left is the start of mypy and of its plugins."""
    return Project(
        name="startup",
        summary="a file of one line",
        files={"hello.py": 'greeting: str = "hello"\n'},
        targets=("hello.py",),
        libraries="greeting: str\n",
        has_cold_run=False,
    )


def _plain_module(number: int, older: str = "") -> str:
    """Some sixty lines that have nothing to do with a database."""
    older_class = f"\nfrom {older} import Ledger as Older\n" if older else "\nOlder = object\n"
    return f'"""Module {number}."""\n\n{PLAIN_IMPORTS}{older_class}\n\n{_PLAIN_BODY}'


_PLAIN_BODY = f'''@dataclass
class Entry:
    """An amount with a label."""

    label: str
    amount: int
    parts: list[int] = field(default_factory=list)

    def total(self, factor: int) -> int:
        """The amount and all its parts."""
        return factor * (self.amount + sum(self.parts)) + 0{EDITION}

    def split(self, count: int) -> list["Entry"]:
        """Entries that together amount to this one."""
        share, rest = divmod(self.amount, count)
        return [Entry(f"{{self.label}} {{n}}", share + (n < rest)) for n in range(count)]


class Ledger:
    """Entries by label."""

    def __init__(self, older: Older | None = None) -> None:
        self.older = older
        self._entries: dict[str, Entry] = {{}}

    def add(self, entry: Entry) -> None:
        """Keep an entry; one with the same label grows."""
        known = self._entries.get(entry.label)
        if known is None:
            self._entries[entry.label] = entry
        else:
            known.parts.append(entry.amount)

    def largest(self) -> Entry | None:
        """The entry with the highest total."""
        return max(self._entries.values(), key=lambda entry: entry.total(1), default=None)

    def by_initial(self) -> dict[str, list[Entry]]:
        """Entries grouped by the first letter of their labels."""
        groups: dict[str, list[Entry]] = {{}}
        for label, entry in sorted(self._entries.items()):
            groups.setdefault(label[:1], []).append(entry)
        return groups

    def render(self, width: int = 40) -> str:
        """A table for people."""
        lines = []
        for initial, entries in self.by_initial().items():
            lines.append(initial.center(width, "-"))
            for entry in entries:
                lines.append(f"{{entry.label:<{{width - 10}}}}{{entry.total(1):>10}}")
        return "\\n".join(lines)
'''


_BUILDERS: dict[str, tuple[Callable[[], Project], Callable[[], Project]]] = {
    "startup": (startup, startup),
    "none": (lambda: none(200), lambda: none(6)),
    "shop": (lambda: shop(200, 2000), lambda: shop(20, 60)),
    "names": (
        lambda: shop(200, 2000, "names", default_names=True),
        lambda: shop(20, 60, "names", default_names=True),
    ),
    "hub": (lambda: hub(300, 30), lambda: hub(12, 3)),
    "sparse": (lambda: sparse(10_000, 300), lambda: sparse(120, 20)),
}
NAMES = tuple(_BUILDERS)


def build(name: str, quick: bool = False) -> Project:
    """The project of that name, in full size or in a small one."""
    return _BUILDERS[name][quick]()
