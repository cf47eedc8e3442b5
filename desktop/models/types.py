"""How keys and moments are stored on each engine."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.engine import Dialect


class Key(sa.types.TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, the engine's own type on PostgreSQL."""

    impl = sa.LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        """Choose the column type of the engine."""
        return dialect.type_descriptor(sa.Uuid() if dialect.name == "postgresql" else sa.LargeBinary(16))

    def bind_processor(self, dialect: Dialect) -> Any:
        """Store the key; straight to bytes, for a convoy writes tens of thousands."""
        return None if dialect.name == "postgresql" else lambda value: value and value.bytes

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Read the key back."""
        return None if dialect.name == "postgresql" else lambda value: value and UUID(bytes=value)


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
