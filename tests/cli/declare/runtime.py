"""What a project's models are when they run: a program that prints it.

Each project is imported in a fork of this process, since the libraries register models by name.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any


def main(folders: list[str]) -> None:
    """Print a list: for each folder, what its models are."""
    for library in ("sqliter.orm", "sqliter.asyncio.orm", "dorm"):
        try:
            importlib.import_module(library)
        except ModuleNotFoundError:
            continue
    print(json.dumps([_in_a_fork(folder) for folder in folders]))


def _in_a_fork(folder: str) -> Any:
    readable, writable = os.pipe()
    if os.fork() == 0:
        os.close(readable)
        with os.fdopen(writable, "w", encoding="utf-8") as output:
            try:
                json.dump(_described(Path(folder)), output)
            except BaseException as error:
                json.dump({"failed": repr(error)}, output)
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable, encoding="utf-8") as result:
        answer = json.load(result)
    os.wait()
    return answer


def _described(folder: Path) -> dict[str, Any]:
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    modules = [
        importlib.import_module(".".join(path.relative_to(folder).with_suffix("").parts))
        for path in sorted(folder.rglob("*.py"))
        if path.name != "__init__.py"
    ]
    models = {model for module in modules for model in _models(module)}
    named = sorted(models, key=lambda model: (model.__module__, model.__qualname__))
    return {f"{model.__module__}.{model.__qualname__}": _model(model) for model in named}


def _models(owner: ModuleType | type) -> Iterator[type]:
    for value in list(vars(owner).values()):
        if isinstance(value, type) and (hasattr(value, "model_fields") or hasattr(value, "_meta")):
            yield value
        elif isinstance(value, type) and value.__module__ == getattr(owner, "__name__", ""):
            yield from _models(value)
        elif callable(value) and getattr(value, "__name__", "") == "make_models":
            yield value()


def _model(model: Any) -> dict[str, Any]:
    described: dict[str, Any] = {
        "attributes": {
            name: type(value).__qualname__
            for name, value in sorted(vars(model).items())
            # What annotations say is compared by what the libraries make of it.
            if name not in ("__annotations__", "__firstlineno__", "__static_attributes__")
        }
    }
    if hasattr(model, "model_fields"):
        described["fields"] = {name: repr(one) for name, one in model.model_fields.items()}
        described["foreign keys"] = {
            name: repr(one.fk_info) for name, one in getattr(model, "fk_descriptors", {}).items()
        }
        described["table"] = _table(model)
    else:
        described["fields"] = [
            (one.name, one.column, type(one).__name__, one.null, one.primary_key)
            for one in model._meta.fields
        ]
    return described


def _table(model: Any) -> str:
    from sqliter import SqliterDB

    database = SqliterDB(memory=True)
    try:
        database.create_table(model)
        rows = database.connect().execute("select sql from sqlite_master order by name")
        return "\n".join(str(sql) for (sql,) in rows)
    except Exception as error:
        return repr(error)


if __name__ == "__main__":
    main(sys.argv[1:])
