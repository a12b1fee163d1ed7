"""`(True, row)` or `(False, None)`: how the flag tells them apart."""

from sqlmodel import Session
from sqlmodel_crud_utils import (
    QueryBuilder,
    get_row,
    get_rows,
    insert_data_rows,
    update_row,
    write_row,
)
from typing_extensions import reveal_type

from .models import Hero


def by_index(session: Session) -> None:
    found = get_row(1, session, Hero)
    reveal_type(found)  # R: found
    found[1].name  # E: unchecked
    if found[0]:
        reveal_type(found[1])  # R: index-truth
    if found[0] is True:
        reveal_type(found[1])  # R: index-identity
    else:
        reveal_type(found[1])  # R: index-identity-else
    if not found[0]:
        return
    reveal_type(found[1].name)  # R: index-early-return


def by_names(session: Session) -> None:
    success, hero = get_row(1, session, Hero)
    reveal_type(success)  # R: flag
    reveal_type(hero)  # R: row
    if success:
        reveal_type(hero)  # R: unpacked-truth
    if hero is not None:
        reveal_type(hero.name)  # R: row-is-not-none
    if hero:
        reveal_type(hero.name)  # R: row-truth


def by_match(session: Session) -> None:
    match get_row(1, session, Hero):
        case True, hero:
            reveal_type(hero)  # R: match-true
        case False, nothing:
            reveal_type(nothing)  # R: match-false


def of_other_calls(session: Session, hero: Hero) -> None:
    written = write_row(hero, session)
    if written[0] is True:
        reveal_type(written[1])  # R: written
    updated = update_row(1, {"name": "Rusty"}, session, Hero)
    if updated[0] is True:
        reveal_type(updated[1])  # R: updated
    else:
        reveal_type(updated[1])  # R: not-updated
    first = QueryBuilder(session, Hero).first()
    if first[0] is True:
        reveal_type(first[1])  # R: first
    else:
        reveal_type(first[1])  # R: no-first


def of_lists(session: Session) -> list[Hero]:
    success, heroes = get_rows(session, Hero)
    reveal_type(success)  # R: rows-flag
    reveal_type(heroes)  # R: rows
    if not success:
        return []
    reveal_type(heroes)  # R: rows-narrowed
    for hero in heroes:
        reveal_type(hero)  # R: rows-item
    return heroes


def of_partial_inserts(session: Session, hero: Hero) -> None:
    success, rows = insert_data_rows([hero], session)
    reveal_type(rows)  # R: inserted-or-report
    if isinstance(rows, dict):
        reveal_type(rows["failed"])  # R: report-failed
    else:
        reveal_type(rows)  # R: inserted
    rows[0].name  # E: report-unchecked
    print(success)


def pairs(session: Session) -> tuple[bool, list[Hero]]:
    return get_rows(session, Hero)


def pair(session: Session) -> tuple[bool, Hero | None]:
    return get_row(1, session, Hero)
