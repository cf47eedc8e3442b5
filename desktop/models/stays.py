"""Convoys, the lists they come with, returns and stays."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Removable, Stamped, only_where, reference
from desktop.vocabulary import ManifestState, Travel


class Convoy(Removable, Base):
    """A group that comes together, by plane or by bus."""

    __tablename__ = "convoy"
    travel: ClassVar[Travel] = Travel.RECORD
    site_id: Mapped[UUID] = reference("site.id", index=True)
    name: Mapped[str] = mapped_column(default="")
    planned_at: Mapped[datetime | None]
    arrived_at: Mapped[datetime | None]
    mode: Mapped[str | None]
    number: Mapped[str | None]
    origin: Mapped[str | None]


class ManifestImport(Stamped, Base):
    """One list brought in as one act; its content tells whether it was brought in before."""

    __tablename__ = "manifest_import"
    travel: ClassVar[Travel] = Travel.EVENT
    convoy_id: Mapped[UUID] = reference("convoy.id", index=True)
    file_name: Mapped[str]
    file_hash: Mapped[bytes]
    fingerprint: Mapped[bytes] = mapped_column(index=True)
    mapping: Mapped[dict[str, Any]]
    act_id: Mapped[UUID] = reference("act.id")
    undone_at: Mapped[datetime | None]


class ManifestLine(Stamped, Base):
    """One line of a list as it was written, and the person it became."""

    __tablename__ = "manifest_line"
    travel: ClassVar[Travel] = Travel.RECORD
    import_id: Mapped[UUID] = reference("manifest_import.id", index=True)
    row_no: Mapped[int]
    cells: Mapped[dict[str, Any]]
    state: Mapped[ManifestState]
    person_id: Mapped[UUID | None] = reference("person.id", index=True, optional=True)
    stay_id: Mapped[UUID | None] = reference("stay.id", optional=True)
    contradictions: Mapped[list[Any]] = mapped_column(default=list)


class ImportMapping(Stamped, Base):
    """How the headings of a sender's lists were understood, kept for the next one."""

    __tablename__ = "import_mapping"
    travel: ClassVar[Travel] = Travel.RECORD
    headings_key: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[dict[str, Any]]


class Return(Removable, Base):
    """One movement home: when, from where, with which convoy."""

    __tablename__ = "return"
    travel: ClassVar[Travel] = Travel.RECORD
    person_id: Mapped[UUID] = reference("person.id", index=True)
    convoy_id: Mapped[UUID | None] = reference("convoy.id", index=True, optional=True)
    arrived_at: Mapped[datetime]
    arrived_on: Mapped[date] = mapped_column(index=True)
    country: Mapped[str | None]
    kind: Mapped[str | None]
    status: Mapped[str | None]
    destination: Mapped[str | None]


class Stay(Removable, Base):
    """The time somebody lodges at a site."""

    __tablename__ = "stay"
    __table_args__ = (
        sa.Index("uq_stay_open", "person_id", unique=True, **only_where("out_at IS NULL AND removed_at IS NULL")),
        sa.Index("ix_stay_house", "site_id", "out_at", "in_at", "person_id"),
        sa.Index("ix_stay_entries", "site_id", "in_at"),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    person_id: Mapped[UUID] = reference("person.id", index=True)
    return_id: Mapped[UUID | None] = reference("return.id", index=True, optional=True)
    site_id: Mapped[UUID] = reference("site.id")
    in_at: Mapped[datetime]
    out_at: Mapped[datetime | None]
    expected_out_on: Mapped[date | None]
    accompaniment: Mapped[str | None]
    last_seen_at: Mapped[datetime | None] = mapped_column(info={"travel": Travel.DERIVED})


class Departure(Removable, Base):
    """The end of a stay: why, and where to; of a child to whom and by whose decision, else who was told and when."""

    __tablename__ = "departure"
    travel: ClassVar[Travel] = Travel.RECORD
    stay_id: Mapped[UUID] = reference("stay.id", index=True)
    out_at: Mapped[datetime]
    reason: Mapped[str]
    destination: Mapped[str | None]
    receiver: Mapped[str | None]
    receiver_link: Mapped[str | None]
    receiver_identity: Mapped[str | None]
    heard_by: Mapped[str | None]
    decided_by: Mapped[str | None]
    decision: Mapped[str | None]
    witness: Mapped[str | None]
    told: Mapped[str | None]
    told_at: Mapped[datetime | None]
