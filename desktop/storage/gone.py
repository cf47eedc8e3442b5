"""Sealed texts that the journal says were written, and that are no longer there."""

from uuid import UUID

import sqlalchemy as sa

from desktop.models.accounts import Journal
from desktop.models.base import Base, table_of
from desktop.models.sealed import Sealed

_LINES = table_of(Journal)


def gone_texts(connection: sa.Connection) -> int:
    """Count the sealed texts that were written and are gone: the program never deletes one.

    A note names the ones before it, so that its case misses them; of the last one only the journal knows.
    """
    return sum(len(_named(connection, table) - _kept(connection, table)) for table in _sealed_tables())


def _sealed_tables() -> list[sa.Table]:
    return [
        table
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Sealed) and isinstance(table := mapper.local_table, sa.Table)
    ]


def _named(connection: sa.Connection, table: sa.Table) -> set[UUID]:
    question = sa.select(_LINES.c.object_id).where(_LINES.c.object_type == table.name, _LINES.c.object_id != "")
    return {UUID(row.object_id) for row in connection.execute(question.distinct())}


def _kept(connection: sa.Connection, table: sa.Table) -> set[UUID]:
    return {row.id for row in connection.execute(sa.select(table.c.id))}
