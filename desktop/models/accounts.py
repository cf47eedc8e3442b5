"""Accounts, devices, number ranges, and the journal that remembers every act."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Keyed, Stamped, reference
from desktop.vocabulary import Travel


class VaultMeta(Base):
    """Which vault this file belongs to; compared with the header at every opening."""

    __tablename__ = "vault_meta"
    travel: ClassVar[Travel] = Travel.OWN
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]


class Staff(Stamped, Base):
    """An account; its roles are read from the signed certificate, never from here."""

    __tablename__ = "staff"
    travel: ClassVar[Travel] = Travel.RECORD
    login: Mapped[str]
    login_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    function: Mapped[str] = mapped_column(default="")
    preferences: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Device(Stamped, Base):
    """A computer that mints numbers, known by its letter."""

    __tablename__ = "device"
    travel: ClassVar[Travel] = Travel.RECORD
    letter: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class CodeRange(Stamped, Base):
    """The numbers a device may give, per kind and site, the same every year."""

    __tablename__ = "code_range"
    __table_args__ = (sa.UniqueConstraint("device_id", "kind", "site_code"),)
    travel: ClassVar[Travel] = Travel.RECORD
    device_id: Mapped[UUID] = reference("device.id")
    kind: Mapped[str]
    site_code: Mapped[str]
    first: Mapped[int]
    last: Mapped[int]


class CodeCounter(Base):
    """The last number given in a range and year."""

    __tablename__ = "code_counter"
    travel: ClassVar[Travel] = Travel.OWN
    range_id: Mapped[UUID] = reference("code_range.id", primary=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class Act(Stamped, Base):
    """Something done in one go that can be undone in one go."""

    __tablename__ = "act"
    travel: ClassVar[Travel] = Travel.RECORD
    kind: Mapped[str]
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class ActRow(Keyed, Base):
    """A row an act touched: its version after it, and the values before."""

    __tablename__ = "act_row"
    travel: ClassVar[Travel] = Travel.OWN
    act_id: Mapped[UUID] = reference("act.id", index=True)
    table_name: Mapped[str]
    row_id: Mapped[UUID] = mapped_column(index=True)
    version_after: Mapped[int]
    before: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON())


class Journal(Base):
    """One line of the journal, chained to the one before; field names, never values."""

    __tablename__ = "journal"
    travel: ClassVar[Travel] = Travel.OWN
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    session: Mapped[bytes]
    actor: Mapped[UUID | None]
    action: Mapped[str]
    object_type: Mapped[str] = mapped_column(default="")
    object_id: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")
    prev: Mapped[bytes]
    hash: Mapped[bytes]


class Checkpoint(Keyed, Base):
    """The head of the journal, signed by somebody who saw it."""

    __tablename__ = "checkpoint"
    travel: ClassVar[Travel] = Travel.EVENT
    seq: Mapped[int]
    hash: Mapped[bytes]
    at: Mapped[datetime]
    kid: Mapped[bytes]
    signature: Mapped[bytes]


class Anchor(Keyed, Base):
    """A head of the journal that was also written outside the database."""

    __tablename__ = "anchor"
    travel: ClassVar[Travel] = Travel.OWN
    seq: Mapped[int]
    hash: Mapped[bytes]
    at: Mapped[datetime]
    place: Mapped[str]
