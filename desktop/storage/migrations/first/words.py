"""The words in which the first tables are written; frozen with them, a later step brings its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from alembic import op

_KEY = sa.Uuid().with_variant(sa.LargeBinary(16), "sqlite")
_MOMENT = sa.DateTime().with_variant(sa.DateTime(timezone=True), "postgresql")


@dataclass(frozen=True, slots=True)
class Index:
    """An index to make once the table is there."""

    name: str
    columns: tuple[str, ...]
    unique: bool
    where: str | None


Part = sa.Column[Any] | sa.CheckConstraint | sa.UniqueConstraint | Index


def keys(*names: str, optional: bool = False) -> list[Part]:
    """Columns that hold a record's key and point at nothing."""
    return _columns(names, _KEY, optional)


def texts(*names: str, optional: bool = False) -> list[Part]:
    """Columns of text without a limit."""
    return _columns(names, sa.String(), optional)


def numbers(*names: str, optional: bool = False) -> list[Part]:
    """Columns of whole numbers."""
    return _columns(names, sa.Integer(), optional)


def flags(*names: str, optional: bool = False) -> list[Part]:
    """Columns that say yes or no."""
    return _columns(names, sa.Boolean(), optional)


def days(*names: str, optional: bool = False) -> list[Part]:
    """Columns that hold a date."""
    return _columns(names, sa.Date(), optional)


def moments(*names: str, optional: bool = False) -> list[Part]:
    """Columns that hold a moment in UTC."""
    return _columns(names, _MOMENT, optional)


def blobs(*names: str, optional: bool = False) -> list[Part]:
    """Columns of bytes."""
    return _columns(names, sa.LargeBinary(), optional)


def documents(*names: str, optional: bool = False) -> list[Part]:
    """Columns of JSON."""
    return _columns(names, sa.JSON(), optional)


def choice(name: str, kind: str, *values: str, optional: bool = False) -> list[Part]:
    """Make a column that takes one of `values` only."""
    listed = ", ".join(f"'{value}'" for value in values)
    return [*_columns([name], sa.String(24), optional), sa.CheckConstraint(f"{name} IN ({listed})", name=kind)]


def refers(name: str, target: str, *, optional: bool = False) -> list[Part]:
    """Make a column that points at a row of the table `target`."""
    return [sa.Column(name, _KEY, sa.ForeignKey(f"{target}.id"), nullable=optional)]


def stamps() -> list[Part]:
    """Columns that say who wrote a row and when, with its key."""
    return [
        *numbers("version_id"),
        *moments("created_at"),
        *keys("created_by", optional=True),
        *moments("updated_at"),
        *keys("updated_by", optional=True),
        *keys("id"),
    ]


def removable() -> list[Part]:
    """Columns that say who took a row out of sight, when and why."""
    return [
        *moments("removed_at", optional=True),
        *keys("removed_by", optional=True),
        *texts("removed_why", optional=True),
    ]


def unique(*columns: str) -> list[Part]:
    """Forbid two rows with the same values."""
    return [sa.UniqueConstraint(*columns, name="_".join(columns))]


def index(name: str, *columns: str, alone: bool = False, where: str | None = None) -> list[Part]:
    """Index some columns, perhaps of some rows only; `alone` forbids two rows with the same values."""
    return [Index(name, columns, alone, where)]


def table(name: str, *groups: Sequence[Part], primary: Sequence[str] = ("id",)) -> None:
    """Make a table with its constraints, all named, and its indexes."""
    parts = [part for group in groups for part in group]
    items = [part for part in parts if not isinstance(part, Index)]
    for item in items:
        _give_name(name, item)
    op.create_table(name, *items, sa.PrimaryKeyConstraint(*primary, name=f"pk_{name}"))
    for one in parts:
        if isinstance(one, Index):
            where = None if one.where is None else sa.text(one.where)
            op.create_index(
                one.name, name, list(one.columns), unique=one.unique, sqlite_where=where, postgresql_where=where
            )


def _columns(names: Sequence[str], kind: sa.types.TypeEngine[Any], optional: bool) -> list[Part]:  # noqa: FBT001 - said by name above
    return [sa.Column(name, kind, nullable=optional) for name in names]


def _give_name(table_name: str, item: Any) -> None:
    if isinstance(item, sa.Column):
        for reference in item.foreign_keys:
            reference.name = f"fk_{table_name}_{item.name}"
    else:
        item.name = f"{'ck' if isinstance(item, sa.CheckConstraint) else 'uq'}_{table_name}_{item.name}"
