"""Query builders, sync and async."""

from __future__ import annotations

from sqlmodel import Session, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel_crud_utils import AsyncQueryBuilder, QueryBuilder
from typing_extensions import reveal_type

from .models import Hero, Team


def build(session: Session, other: AsyncSession) -> None:
    query = QueryBuilder(session, Hero)
    reveal_type(query)  # R: builder
    reveal_type(query.where(name="Rusty"))  # R: where
    reveal_type(query.where(Hero.active, col(Hero.age) > 3, age__gte=3))  # R: where-expressions
    reveal_type(query.where(or_(Hero.name == "Rusty", Hero.age == 3)))  # R: where-or
    reveal_type(query.order_by("name", Hero.age, col(Hero.name).desc(), desc=True))  # R: order-by
    reveal_type(query.selectin("team"))  # R: loading
    reveal_type(query.lazy("team").limit(3).offset(2).cached(ttl=3).cached())  # R: chain
    reveal_type(query.all())  # R: all
    reveal_type(query.first())  # R: first
    reveal_type(query.count())  # R: count
    reveal_type(QueryBuilder(session_inst=session, model=Team).all()[1])  # R: by-name
    reveal_type(QueryBuilder(session, Hero, select(Hero).limit(3)))  # R: statement
    reveal_type(QueryBuilder(session, Hero, select(Hero.name)).first())  # R: scalar
    reveal_type(QueryBuilder(session, Hero, select(Hero.name, Hero.age)).all())  # R: columns
    query.where("name = 3")  # E: where-text
    query.limit("3")  # E: limit-text
    query.selectin(3)  # E: selectin-number
    query.filter(name="Rusty")  # E: no-filter
    query.all().name  # E: row-of-rows
    QueryBuilder(session, "Hero")  # E: text
    QueryBuilder(session, int)  # E: not-a-model
    QueryBuilder(other, Hero)  # E: async-session


async def build_async(session: AsyncSession, other: Session) -> None:
    query = AsyncQueryBuilder(session, Hero)
    reveal_type(query)  # R: async-builder
    reveal_type(query.where(name="Rusty").order_by("name").limit(3).cached())  # R: async-chain
    reveal_type(await query.all())  # R: async-all
    reveal_type(await query.first())  # R: async-first
    reveal_type(await query.count())  # R: async-count
    reveal_type(await AsyncQueryBuilder(session, Hero, select(Hero.name)).all())  # R: async-scalar
    query.all()[1]  # E: async-not-awaited
    AsyncQueryBuilder(other, Hero)  # E: async-sync-session


def adults(query: QueryBuilder[Hero]) -> QueryBuilder[Hero]:
    return query.where(age__gte=18)


def names(session: Session) -> list[str]:
    _, heroes = adults(QueryBuilder(session, Hero)).all()
    return [hero.name for hero in heroes]
