"""The centre itself: its settings, lists, sites, rooms and beds."""

from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Removable, Stamped, only_where, reference
from desktop.vocabulary import BedState, RoomKind, RoomRule, SiteKind, Travel


class Setting(Stamped, Base):
    """One choice of the centre, kept with its data."""

    __tablename__ = "setting"
    travel: ClassVar[Travel] = Travel.OWN
    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class ListItem(Stamped, Base):
    """One code of a list that the centre may edit; a used code ends, it never vanishes."""

    __tablename__ = "list_item"
    __table_args__ = (sa.UniqueConstraint("list", "code"),)
    travel: ClassVar[Travel] = Travel.LIST
    list: Mapped[str]
    code: Mapped[str]
    label_fr: Mapped[str]
    label_en: Mapped[str]
    parent: Mapped[str | None]
    lives_in: Mapped[str] = mapped_column(default="clear")
    position: Mapped[int] = mapped_column(default=0)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]


class AgeScheme(Stamped, Base):
    """A named set of age bands; its name is printed on every table."""

    __tablename__ = "age_scheme"
    travel: ClassVar[Travel] = Travel.LIST
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class AgeBand(Stamped, Base):
    """Ages from `low` to `high` years, both included; no `high` means and older."""

    __tablename__ = "age_band"
    __table_args__ = (sa.UniqueConstraint("scheme_id", "low"),)
    travel: ClassVar[Travel] = Travel.LIST
    scheme_id: Mapped[UUID] = reference("age_scheme.id")
    low: Mapped[int]
    high: Mapped[int | None]


class Site(Removable, Base):
    """A place where people are received; its zone decides what day it is there."""

    __tablename__ = "site"
    travel: ClassVar[Travel] = Travel.LIST
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[SiteKind] = mapped_column(default=SiteKind.CENTRE)
    zone: Mapped[str] = mapped_column(default="Africa/Bamako")


class Room(Removable, Base):
    """A room with beds, the staging area, or a place for activities."""

    __tablename__ = "room"
    __table_args__ = (sa.UniqueConstraint("site_id", "name"),)
    travel: ClassVar[Travel] = Travel.RECORD
    site_id: Mapped[UUID] = reference("site.id")
    name: Mapped[str]
    kind: Mapped[RoomKind] = mapped_column(default=RoomKind.ROOM)
    rule: Mapped[RoomRule] = mapped_column(default=RoomRule.ANY)
    accessible: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)


class Bed(Removable, Base):
    """One bed; who lies in it is told by placements."""

    __tablename__ = "bed"
    __table_args__ = (sa.UniqueConstraint("room_id", "label"),)
    travel: ClassVar[Travel] = Travel.RECORD
    room_id: Mapped[UUID] = reference("room.id", index=True)
    label: Mapped[str]
    state: Mapped[BedState] = mapped_column(default=BedState.OK)
    position: Mapped[int] = mapped_column(default=0)


class Placement(Stamped, Base):
    """Somebody in a bed or in the staging area, from one moment to another."""

    __tablename__ = "placement"
    __table_args__ = (
        sa.Index("uq_placement_open_bed", "bed_id", unique=True, **only_where("until_at IS NULL")),
        sa.Index("uq_placement_open_stay", "stay_id", unique=True, **only_where("until_at IS NULL")),
    )
    travel: ClassVar[Travel] = Travel.RECORD
    stay_id: Mapped[UUID | None] = reference("stay.id", index=True, optional=True)
    room_id: Mapped[UUID] = reference("room.id")
    bed_id: Mapped[UUID | None] = reference("bed.id", optional=True)
    from_at: Mapped[datetime]
    until_at: Mapped[datetime | None]
    override_why: Mapped[str | None]
    override_by: Mapped[UUID | None]
