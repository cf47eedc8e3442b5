"""What somebody's bed may be changed for: free beds, those that suit first, and beds others would give for theirs."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.centre import Bed, Placement, Room
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.open_rooms import lodgers, open_rooms
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import RoomRule


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeBed:
    """A bed nobody has; `suits` says that the rules would propose its room to this person."""

    id: UUID
    label: str
    room: str
    rule: RoomRule
    suits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLodger:
    """Somebody of the same site who has a bed."""

    stay: UUID
    name: str
    bed: str
    room: str


@dataclass(frozen=True, slots=True)
class BedChoices:
    """What may be chosen; nobody is offered a bed to swap who has none to give."""

    free: tuple[FreeBed, ...]
    others: tuple[OtherLodger, ...]


def bed_choices(look: Reading, stay: sa.Row[Any]) -> BedChoices:
    """Give the beds of the site of an open stay as they are now, each kind in the order of the rooms."""
    lodger = lodgers(look, [stay.id], look.now)[stay.id]
    rooms = open_rooms(look, stay.site_id, look.now)
    suits = {bed: room.welcomes(lodger) for room in rooms for bed in room.free}
    beds = look.rows(
        sa.select(Bed.id, Bed.label, Room.name.label("room"), Room.rule)
        .join(Room, Room.id == Bed.room_id)
        .where(Bed.id.in_(list(suits)))
        .order_by(Room.position, Room.name, Bed.position, Bed.label)
    )
    free = [FreeBed(**bed._mapping, suits=suits[bed.id]) for bed in beds]  # noqa: SLF001 - the documented way
    return BedChoices(tuple(sorted(free, key=lambda bed: not bed.suits)), _others(look, stay))


def _others(look: Reading, stay: sa.Row[Any]) -> tuple[OtherLodger, ...]:
    own, canon = aliased(Person), aliased(Person)
    rows = look.rows(
        sa.select(Stay.id, canon.given_names, canon.family_name, Bed.label, Room.name)
        .select_from(Stay)
        .join(Placement, (Placement.stay_id == Stay.id) & Placement.until_at.is_(None))
        .join(Bed, Bed.id == Placement.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(own, own.id == Stay.person_id)
        .join(canon, canon.id == own.canonical_id)
        .where(Stay.site_id == stay.site_id, Stay.id != stay.id, Stay.out_at.is_(None), Stay.removed_at.is_(None))
        .order_by(Room.position, Room.name, Bed.position, Bed.label)
    )
    return tuple(
        OtherLodger(stay=row.id, name=f"{row.given_names} {row.family_name}".strip(), bed=row.label, room=row.name)
        for row in rows
    )
