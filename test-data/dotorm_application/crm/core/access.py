"""Who may do what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dotorm.access import (
    AccessChecker,
    AccessDenied,
    Operation,
    get_access_session,
    set_access_checker,
    set_access_session,
)

if TYPE_CHECKING:
    from crm.models.users import User


class Session:
    def __init__(self, user: User) -> None:
        self.user = user


class RuleChecker(AccessChecker[Session]):
    async def check_access(
        self,
        session: Session,
        model: str,
        operation: Operation,
        record_ids: list[int] | None = None,
    ) -> tuple[bool, list[Any]]:
        if session.user.is_admin:
            return True, []
        if operation is Operation.DELETE:
            raise AccessDenied(f"{session.user.name} may not delete {model}")
        return await self.check_table_access(session, model, operation), [
            ("user_id", "=", session.user.id)
        ]


def install() -> None:
    set_access_checker(RuleChecker())


def log_in(user: User) -> None:
    set_access_session(Session(user))


def current_user() -> User | None:
    session = get_access_session()
    return session.user if isinstance(session, Session) else None
