"""Linking and unlinking: the field is given as the class has it."""

from typing_extensions import reveal_type

from .library import Profile, Tag, User


async def link(user: User, profile: Profile) -> None:
    await User.link_many2many(field=User.tags, values=[(user.id, 1), (user.id, 2)])
    await user.link_many2many(User.tags, [[user.id, 1]])
    await Profile.link_many2many(Profile.tags, [(profile.id, 1)])
    await User.unlink_many2many(field=User.tags, ids=[1, 2])
    await Profile.unlink_many2many(Profile.tags, [1])
    reveal_type(await User.get_many2many(1, Tag, "user_tag", "tag_id", "user_id"))  # R: linked
    reveal_type(Profile.tags.column1)  # R: column


async def refuse() -> None:
    await User.link_many2many(field="tags", values=[(1, 2)])  # E: field-name
    await User.link_many2many(User.tags)  # E: no-values
    await User.unlink_many2many(User.tags, 1)  # E: one-key
    await User.get_many2many(1, str, "user_tag", "tag_id", "user_id")  # E: other-class
