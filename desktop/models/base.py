"""What every record shares: its key, its stamps, the names of its constraints."""

import enum
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.models.keys import uuid7
from desktop.models.types import Key, Moment
from desktop.vocabulary import Travel


def now() -> datetime:
    """Give this moment in UTC."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Every table: named constraints, enums by value, moments in UTC."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Key(),
        datetime: Moment(),
        date: sa.Date(),
        bytes: sa.LargeBinary(),
        dict[str, Any]: sa.JSON(),
        list[Any]: sa.JSON(),
        enum.Enum: sa.Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=True,
            length=24,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }
    travel: ClassVar[Travel]


def table_of(model: type[Base]) -> sa.Table:
    """Give the table of a record, for Core statements."""
    table = model.__table__
    if not isinstance(table, sa.Table):
        raise TypeError(f"{model.__name__} is no plain table")
    return table


class Keyed:
    """A record with its own key."""

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7)


class Stamped(Keyed):
    """A record that says who wrote it and when; events keep their own times beside these."""

    version_id: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(default=now)
    created_by: Mapped[UUID | None]
    updated_at: Mapped[datetime] = mapped_column(default=now)
    updated_by: Mapped[UUID | None]


class Removable(Stamped):
    """A record taken out of sight with a reason, never deleted."""

    removed_at: Mapped[datetime | None]
    removed_by: Mapped[UUID | None]
    removed_why: Mapped[str | None]


def reference(target: str, *, index: bool = False, optional: bool = False, primary: bool = False) -> Any:
    """Point at another record; nothing is ever deleted along with it."""
    return mapped_column(sa.ForeignKey(target), index=index, nullable=optional, primary_key=primary)


def only_where(condition: str) -> dict[str, Any]:
    """Restrict an index to some rows, on both engines."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}
