"""The signed chains as rows of the database, in the order they were written."""

from uuid import UUID

import sqlalchemy as sa

from desktop.models.accounts import Staff, VaultMeta
from desktop.models.activity import AttendanceMark
from desktop.models.base import table_of
from desktop.models.keys import raise_floor, uuid7
from desktop.models.sealed import KeyRecord
from desktop.vault.records import Record, read_record

_ROWS = table_of(KeyRecord)
_META = table_of(VaultMeta)


def store(connection: sa.Connection, record: Record) -> None:
    """Write a record after all others."""
    row = {
        "id": uuid7(),
        "obj": record.obj,
        "rev": record.rev,
        "kind": record.kind,
        "body": record.body,
        "signature": record.signature,
    }
    connection.execute(_ROWS.insert(), row)


def load(connection: sa.Connection) -> list[Record]:
    """Read every record back.

    Raises:
        ChainBroken: one has not the shape of a record.
    """
    rows = connection.execute(sa.select(_ROWS.c.body, _ROWS.c.signature).order_by(_ROWS.c.id))
    return [read_record(row.body, row.signature) for row in rows]


def continue_keys(connection: sa.Connection) -> None:
    """Give keys after the last ones of this file whatever the clock says: key order is writing order here."""
    for column in (_ROWS.c.id, table_of(AttendanceMark).c.id):
        last = connection.execute(sa.select(column).order_by(column.desc()).limit(1)).scalar()
        if last is not None:
            raise_floor(last, own=True)


def write_meta(connection: sa.Connection, values: dict[str, bytes]) -> None:
    """Write down what identifies this vault."""
    for name, value in values.items():
        if connection.execute(_META.update().where(_META.c.name == name).values(value=value)).rowcount == 0:
            connection.execute(_META.insert(), {"name": name, "value": value})


def read_meta(connection: sa.Connection) -> dict[str, bytes]:
    """Read what identifies this vault."""
    return {row.name: row.value for row in connection.execute(sa.select(_META.c.name, _META.c.value))}


def staff_name(connection: sa.Connection, uid: UUID) -> tuple[str, str]:
    """Give the login and the name of an account."""
    row = connection.execute(sa.select(Staff.login, Staff.name).where(Staff.id == uid)).first()
    return (row.login, row.name) if row else ("", "")
