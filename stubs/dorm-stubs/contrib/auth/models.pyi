import datetime
from typing import Any

from dorm.fields import BooleanField, CharField, DateTimeField, EmailField, ManyToManyField
from dorm.manager import Manager
from dorm.models import Model

class Permission(Model):
    id: int
    name: CharField
    codename: CharField

class Group(Model):
    id: int
    name: CharField
    permissions: ManyToManyField[Permission]

class UserManager(Manager[User]):
    def create_user(
        self,
        *,
        email: str,
        password: str | None = None,
        username: str | None = None,
        **extra: Any,
    ) -> User: ...
    def create_superuser(
        self, *, email: str, password: str, username: str | None = None, **extra: Any
    ) -> User: ...

class User(Model):
    id: int
    username: CharField
    email: EmailField
    password: CharField
    is_active: BooleanField
    is_staff: BooleanField
    is_superuser: BooleanField
    date_joined: DateTimeField
    last_login: DateTimeField[datetime.datetime | None]
    groups: ManyToManyField[Group]
    user_permissions: ManyToManyField[Permission]
    objects = UserManager()
    def set_password(self, raw_password: str | None) -> None: ...
    def check_password(self, raw_password: str) -> bool: ...
    def has_usable_password(self) -> bool: ...
    def set_unusable_password(self) -> None: ...
    def has_perm(self, codename: str) -> bool: ...
    async def ahas_perm(self, codename: str) -> bool: ...

__all__ = ["Group", "Permission", "User", "UserManager"]
