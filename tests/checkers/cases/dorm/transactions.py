"""Transactions, budgets and signals."""

from typing import Any

import dorm
from dorm import transaction
from dorm.signals import post_save
from typing_extensions import reveal_type

from .models import Author


@transaction.atomic
def bare(name: str) -> Author:
    return Author.objects.create(name=name)


@transaction.atomic("replica", durable=True)
def called(name: str) -> Author:
    return Author.objects.create(name=name)


@transaction.atomic()
def empty_call(name: str) -> Author:
    return Author.objects.create(name=name)


@transaction.aatomic
async def bare_async(name: str) -> Author:
    return await Author.objects.acreate(name=name)


@transaction.aatomic(using="replica")
async def called_async(name: str) -> Author:
    return await Author.objects.acreate(name=name)


def after_save(sender: type[Author], instance: Author, created: bool, **kwargs: Any) -> None:
    print(sender, instance, created)


async def after_save_async(sender: type[Author], **kwargs: Any) -> None:
    print(sender)


def connect() -> None:
    post_save.connect(after_save, sender=Author)
    post_save.connect(after_save_async, dispatch_uid="unique")
    reveal_type(post_save.disconnect(after_save, sender=Author))  # R: disconnect
    reveal_type([answer for _, answer in post_save.send(Author, created=True)])  # R: send
    post_save.connect("after_save")  # E: text-receiver


def functions() -> None:
    reveal_type(bare("a"))  # R: bare
    reveal_type(called("a"))  # R: called
    reveal_type(empty_call("a"))  # R: empty-call
    bare(3)  # E: wrong-argument
    called()  # E: no-argument


def managers() -> int:
    with transaction.atomic() as block:
        reveal_type(block.set_rollback(True))  # R: set-rollback
    with dorm.budget.budget(max_rows=5) as budget:
        reveal_type(budget.max_rows)  # R: budget
    transaction.on_commit(lambda: print("done"))
    with transaction.atomic("replica"):
        return 1


async def managers_async() -> int:
    reveal_type(await bare_async("a"))  # R: bare-async
    reveal_type(await called_async("a"))  # R: called-async
    with transaction.aatomic():  # E: sync-with
        pass
    async with transaction.aatomic("replica") as block:
        block.set_rollback()
        return 1


def sync_function() -> None: ...


transaction.aatomic(sync_function)  # E: async-on-sync
transaction.atomic(using=3)  # E: wrong-using
