"""The models of `dorm.contrib`, and those made from its bases; schemas."""

from __future__ import annotations

import dorm
from dorm.contrib.asyncmodel import AsyncModel
from dorm.contrib.auth.models import Group, User
from dorm.contrib.concurrency import SerializableSnapshot, named_lock
from dorm.contrib.contenttypes import ContentType, GenericForeignKey, GenericRelation
from dorm.contrib.pydantic import DormSchema, create_schema_for, schema_for
from dorm.contrib.softdelete import SoftDeleteManager, SoftDeleteModel
from dorm.contrib.tenants_row import TenantModel, current_tenant
from pydantic import BaseModel
from typing_extensions import reveal_type


class Article(SoftDeleteModel):
    title = dorm.CharField(max_length=50)
    notes = GenericRelation("Note")


class ArticleManager(SoftDeleteManager):
    def count_live(self) -> int:
        return self.count()


class Page(SoftDeleteModel):
    objects = ArticleManager()


class Note(dorm.Model):
    content_type = dorm.ForeignKey(ContentType, on_delete=dorm.CASCADE)
    object_id = dorm.PositiveIntegerField()
    target = GenericForeignKey("content_type", "object_id")


class Album(dorm.Model):
    notes = GenericRelation(Note)


class Order(TenantModel):
    number = dorm.IntegerField()


class Message(AsyncModel):
    text = dorm.TextField()


class Base(BaseModel):
    version: int = 1


class ArticleOut(DormSchema):
    title: str

    class Meta:
        model = Article
        exclude = ("notes",)


async def soft_delete(article: Article) -> None:
    reveal_type(article.deleted_at)  # R: deleted-at
    reveal_type(article.delete(hard=True))  # R: soft-delete
    reveal_type(await article.adelete(cascade=True))  # R: soft-delete-async
    reveal_type(Article.objects.first())  # R: live
    reveal_type(Article.all_objects.first())  # R: all
    reveal_type(Article.deleted_objects.first())  # R: deleted
    reveal_type(Page.objects.count_live())  # R: own-manager
    article.delete(hrad=True)  # E: misspelt-keyword


def generic(note: Note, album: Album, article: Article, user: User) -> None:
    reveal_type(note.target)  # R: generic-key
    reveal_type(Note.target)  # R: generic-key-class
    reveal_type(album.notes.first())  # R: generic-relation
    reveal_type(album.notes.create(object_id=1))  # R: generic-create
    reveal_type(article.notes.first())  # R: generic-relation-text
    reveal_type(ContentType.objects.get_for_model(Album).model_class())  # R: content-type
    note.target = article
    note.target = None
    note.target = "article"  # E: generic-text
    album.notes = []  # E: generic-assign


def tenants(order: Order) -> None:
    with current_tenant(order.tenant_id) as tenant:
        reveal_type(tenant)  # R: tenant
    reveal_type(Order.objects.first())  # R: scoped
    reveal_type(Order.unscoped.first())  # R: unscoped
    reveal_type(order.tenant_id)  # R: tenant-id


async def asynchronous(message: Message) -> None:
    reveal_type(await Message.objects.afirst())  # R: async-only
    await message.asave()
    Message.objects.create(text="a")  # E: sync-create
    message.save()  # E: sync-save


def users(user: User) -> None:
    reveal_type(user.id)  # R: user-id
    reveal_type(user.email)  # R: user-email
    reveal_type(user.last_login)  # R: user-last-login
    reveal_type(user.groups.all().first())  # R: user-groups
    reveal_type(Group.permissions)  # R: group-permissions
    reveal_type(User.objects.create_user(email="a@example.org"))  # R: create-user
    reveal_type(User.objects.get(pk=1))  # R: user
    user.email = None  # E: user-none


def schemas(article: Article) -> None:
    reveal_type(ArticleOut.model_validate(article))  # R: schema
    reveal_type(ArticleOut.model_validate(article).title)  # R: schema-field
    reveal_type(schema_for(Article, exclude=("id",))())  # R: schema-for
    reveal_type(schema_for(Article, base=Base)().version)  # R: schema-for-base
    reveal_type(create_schema_for(Article, base=Base)())  # R: create-schema
    schema_for(article)  # E: schema-of-row


def one() -> int:
    return 1


def concurrency() -> None:
    with named_lock("name"):
        reveal_type(SerializableSnapshot().run(one))  # R: snapshot
