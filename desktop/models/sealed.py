"""Confidential things as the database sees them: whose they are stands inside the seal."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Keyed, Stamped, reference
from desktop.vocabulary import Travel


class Compartment(Stamped, Base):
    """One of the sealed rooms of the centre, as data; it is born with its first holder."""

    __tablename__ = "compartment"
    travel: ClassVar[Travel] = Travel.LIST
    code: Mapped[str] = mapped_column(unique=True)
    label_fr: Mapped[str]
    label_en: Mapped[str]


class KeyRecord(Keyed, Base):
    """One link of a signed chain (`keys.md` 2), kept as the bytes that were signed."""

    __tablename__ = "key_record"
    __table_args__ = (sa.UniqueConstraint("obj", "rev"),)
    travel: ClassVar[Travel] = Travel.SEALED
    obj: Mapped[UUID]
    rev: Mapped[int]
    kind: Mapped[str]
    body: Mapped[bytes]
    signature: Mapped[bytes]


class Sealed(Keyed):
    """The clear columns of a sealed record: all that `keys.md` 2 allows, and nothing that tells whose it is."""

    compartment_id: Mapped[UUID] = reference("compartment.id")
    case_id: Mapped[UUID]
    kv: Mapped[int]
    author_kid: Mapped[bytes]
    day: Mapped[date]
    blob: Mapped[bytes]
    signature: Mapped[bytes]


class SealedItem(Sealed, Base):
    """Any confidential thing of a case; only what `keys.md` allows stands in clear columns."""

    __tablename__ = "sealed_item"
    __table_args__ = (sa.Index("ix_sealed_item_case", "case_id", "day"),)
    travel: ClassVar[Travel] = Travel.SEALED


class TrayItem(Keyed, Base):
    """A worry dropped in; its author stands inside, unreadable to everybody but the compartment."""

    __tablename__ = "tray_item"
    travel: ClassVar[Travel] = Travel.SEALED
    compartment_id: Mapped[UUID] = reference("compartment.id")
    kv: Mapped[int]
    day: Mapped[date]
    sealed: Mapped[bytes]


class Draft(Keyed, Base):
    """An unfinished text, sealed to its author."""

    __tablename__ = "draft"
    travel: ClassVar[Travel] = Travel.OWN
    staff_id: Mapped[UUID] = reference("staff.id", index=True)
    saved_at: Mapped[datetime]
    blob: Mapped[bytes]


class Referral(Sealed, Base):
    """A referral; its number is clear, all else is sealed in its case."""

    __tablename__ = "referral"
    travel: ClassVar[Travel] = Travel.SEALED
    site_id: Mapped[UUID] = reference("site.id")
    number: Mapped[str] = mapped_column(unique=True)


class ReferralEvent(Sealed, Base):
    """What became of a referral, sealed in its case."""

    __tablename__ = "referral_event"
    travel: ClassVar[Travel] = Travel.SEALED
    referral_id: Mapped[UUID] = reference("referral.id", index=True)


class Letter(Sealed, Base):
    """A referral letter as it was sent: the very PDF, sealed; a reprint is this file."""

    __tablename__ = "letter"
    travel: ClassVar[Travel] = Travel.SEALED
    referral_id: Mapped[UUID] = reference("referral.id", index=True)
