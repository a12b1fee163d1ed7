"""The command as click has it. What it does is imported when it is called (``running``)."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command(epilog="Exit codes: 0 done, 1 stale (--check), 2 refused, 3 files skipped.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--write", "mode", flag_value="write", help="Change the files.")
@click.option(
    "--check", "mode", flag_value="check", help="Name the classes that are stale; exit with 1."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result for a machine.")
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Leave out files whose path this regular expression matches, beside those of mypy's "
    "'exclude'.",
)
@click.option(
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="mypy's configuration, if it is not where mypy finds it.",
)
def declare(
    paths: tuple[Path, ...],
    mode: str | None,
    as_json: bool,
    exclude: tuple[str, ...],
    config_file: Path | None,
) -> None:
    """Declare reverse accessors and keys in your model classes.

    For pyright, Pylance, basedpyright, ty, pyrefly and zuban, which have no plugin:

    \b
        class Author(BaseDBModel):
            name: str

    \b
            if TYPE_CHECKING:
                books: ClassVar[ReverseRelationship["Book"]]

    Nothing of it exists at runtime. The relations are those of the whole project; PATHS say which
    files may change (default: mypy's 'files', else the project). Without --write or --check a diff
    is shown. What you declared yourself stays, unless it contradicts the relation.
    """  # noqa: D301  (click reads the escapes)
    from orm_typing.cli.declare.running import run

    sys.exit(run(paths, mode, exclude, config_file, as_json=as_json))
