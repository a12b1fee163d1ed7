"""The methods of models, called on a class and on a record."""

from typing import Any

from dotorm import DotModel, JsonMode
from typing_extensions import reveal_type

from .library import Profile, Role, User


async def read(user: User) -> None:
    reveal_type(await User.get(1))  # R: get
    reveal_type(await user.get(1))  # R: get-on-record
    reveal_type(await User.get(1, ["name"], {"tags": ["id"]}))  # R: get-fields
    reveal_type(await User.get_or_none(1))  # R: get-or-none
    reveal_type(await User.search())  # R: search
    reveal_type(await User.search(["id"], order="ASC", sort="name"))  # R: search-fields
    reveal_type(await User.search(start=0, end=20, limit=None))  # R: search-page
    reveal_type((await User.search(limit=1))[0].role_id.name)  # R: search-item
    reveal_type(await User.search_count(filter=[("active", "=", True)]))  # R: count
    reveal_type(await User.exists())  # R: exists
    reveal_type(await User.table_len())  # R: table-len
    reveal_type(await Role.get(user.role_id))  # R: get-by-key
    reveal_type([profile.nickname for profile in await Profile.search()])  # R: comprehension


async def read_as_documented() -> None:
    reveal_type(await User.get_with_relations(id=1, fields=["id", "role_id"]))  # R: with-relations
    await Role.get_with_relations(id=1, fields=["users"], fields_info={"users": ["id"]})


async def write(user: User, role: Role) -> None:
    reveal_type(await User.create(User(name="Jane", role_id=1)))  # R: create
    reveal_type(await User.create(payload=User(tags={"selected": [1]})))  # R: create-keyword
    reveal_type(await User.create_bulk([User(name="Jane"), User(name="Emma")]))  # R: create-bulk
    await user.update(User(name="Emma"), fields=["name"])
    await user.update(payload=User(active=False))
    await User.update_bulk([1, 2], User(active=False))
    await User.update_bulk(ids=[1, 2], payload=User(active=False))
    await user.delete()
    await User.delete_bulk([4, 5])


async def generic(model: type[DotModel], record: DotModel) -> None:
    reveal_type(await model.get(1))  # R: any-model
    reveal_type(await model.search())  # R: any-model-search
    reveal_type(record.id)  # R: any-record-id


def serialize(user: User) -> dict[str, Any]:
    user.json(include={"id", "name"}, exclude_none=True, mode=JsonMode.FORM)
    user.json(exclude=["id"], only_store=True)
    return user.json()


async def refuse(user: User) -> None:
    await User.search(order="up")  # E: order
    await User.search(fields="id")  # E: fields-text
    await User.search(fields=[1])  # E: fields-numbers
    await User.search(where=[])  # E: unknown-keyword
    await User.search(start="5")  # E: start
    await User.delete_bulk(5)  # E: delete-one
    await user.update()  # E: update-nothing
    user.json(mode="form")  # E: mode
    (await User.get_or_none(1)).name  # E: none-unchecked
    User.get(1).name  # E: not-awaited
    await User.find(1)  # E: unknown-method
