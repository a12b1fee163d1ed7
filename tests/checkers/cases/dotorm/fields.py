"""What a field is on the class and on a record, with an annotation and without."""

from dotorm import Boolean, Char, DotModel, Field, Integer, Many2one, Selection
from typing_extensions import reveal_type

from .library import Profile, Role, Tag, User


def read_annotated(user: User, role: Role) -> None:
    reveal_type(user.id)  # R: annotated-id
    reveal_type(role.id)  # R: annotated-alias
    reveal_type(user.name)  # R: annotated
    reveal_type(user.email)  # R: annotated-nullable
    reveal_type(user.active)  # R: annotated-boolean
    reveal_type(user.settings)  # R: annotated-json
    reveal_type(user.birthday)  # R: annotated-date
    reveal_type(user.salary)  # R: annotated-decimal
    reveal_type(user.role_id)  # R: annotated-many2one
    reveal_type(user.manager_id)  # R: annotated-many2one-nullable
    reveal_type(user.tags)  # R: annotated-many2many
    reveal_type(user.image)  # R: annotated-polymorphic
    reveal_type(role.users)  # R: annotated-one2many
    reveal_type(user.role_id.users[0].role_id.name)  # R: annotated-path


def read_unannotated(profile: Profile, tag: Tag) -> None:
    reveal_type(profile.id)  # R: integer
    reveal_type(profile.visits)  # R: big-integer
    reveal_type(profile.level)  # R: small-integer
    reveal_type(profile.nickname)  # R: char
    reveal_type(profile.about)  # R: text
    reveal_type(profile.motto)  # R: char-null
    reveal_type(profile.score)  # R: float-not-required
    reveal_type(profile.rate)  # R: decimal
    reveal_type(profile.public)  # R: boolean
    reveal_type(profile.hidden)  # R: boolean-null
    reveal_type(profile.seen)  # R: datetime
    reveal_type(profile.born)  # R: date-null
    reveal_type(profile.wakes)  # R: time
    reveal_type(profile.extra)  # R: json
    reveal_type(profile.blob)  # R: binary
    reveal_type(profile.theme)  # R: selection
    reveal_type(profile.accent)  # R: selection-null
    reveal_type(profile.summary)  # R: compute
    reveal_type(profile.user_id)  # R: many2one
    reveal_type(profile.backup_id)  # R: many2one-null
    reveal_type(profile.by_table_id)  # R: many2one-table
    reveal_type(profile.typed_id)  # R: many2one-explicit
    reveal_type(profile.image_id)  # R: polymorphic-many2one
    reveal_type(profile.files)  # R: polymorphic-one2many
    reveal_type(profile.partner)  # R: one2one
    reveal_type(profile.tags)  # R: many2many
    reveal_type(profile.tags[0].name)  # R: many2many-item
    reveal_type(profile.user_id.role_id.name)  # R: path
    reveal_type(tag.id)  # R: unannotated-id


def read_class() -> None:
    reveal_type(Profile.nickname)  # R: class-char
    reveal_type(Profile.user_id)  # R: class-many2one
    reveal_type(Profile.tags)  # R: class-many2many
    reveal_type(Profile.theme.get_label("dark"))  # R: class-selection
    reveal_type(Profile.nickname.max_length)  # R: class-length
    reveal_type(Profile.user_id.relation_table)  # R: class-target
    reveal_type(Profile.get_fields())  # R: all-fields
    reveal_type(Role.people)  # R: class-one2many


def write(user: User, profile: Profile, role: Role, tags: list[Tag]) -> None:
    user.name = "Jane"
    user.role_id = role
    profile.nickname = "J"
    profile.about = None
    profile.user_id = user
    profile.user_id = 3
    profile.user_id = None
    profile.tags = tags
    profile.tags = {"selected": [1], "unselected": [2]}
    user.name = 3  # E: annotated-wrong
    profile.nickname = 3  # E: char-wrong
    profile.rate = 5
    profile.rate = 0.5
    profile.score = profile.rate
    profile.rate = "five"  # E: decimal-wrong
    profile.public = "yes"  # E: boolean-wrong
    profile.user_id = "jane"  # E: many2one-wrong
    profile.tags = [role]  # E: many2many-wrong
    user.nmae = "Jane"  # E: misspelt
    print(profile.nicknme)  # E: misspelt-read


def unset(user: User) -> bool:
    return isinstance(user.name, Field)


def declare_wrongly() -> None:
    class Options(DotModel):
        chosen = Boolean(default="yes")  # E: default
        length = Char(max_length="5")  # E: max-length
        pairs = Selection(options=["a", "b"])  # E: options
        target_id = Many2one(str)  # E: target
        on_delete_id = Many2one(User, ondelete="explode")  # E: ondelete
        indexed = Integer(index="yes")  # E: index
        custom = Char(widget="email", translate=True)
