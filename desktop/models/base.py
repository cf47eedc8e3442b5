"""What every record shares: its key, its stamps, how its values are stored."""

import enum
from datetime import UTC, date, datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.models.keys import uuid7
from desktop.vocabulary import Travel


class Key(sa.types.TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, the engine's own type on PostgreSQL."""

    impl = sa.LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """Choose the column type of the engine."""
        return dialect.type_descriptor(sa.Uuid() if dialect.name == "postgresql" else sa.LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Store the key."""
        return value if value is None or dialect.name == "postgresql" else value.bytes

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Read the key back."""
        return value if value is None or isinstance(value, UUID) else UUID(bytes=value)


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; one without a zone is refused, since it could be anywhere."""

    impl = sa.DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """Choose the column type of the engine."""
        return dialect.type_descriptor(sa.DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Store the moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read the moment back, in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)  # type: ignore[no-any-return]


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
