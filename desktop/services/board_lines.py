"""The house as a board: rooms with their beds, who lies there, and who has no bed."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.centre import Bed, Placement, Room
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import BedState, RoomKind, RoomRule


class BedUse(StrEnum):
    """What a bed is just now."""

    FREE = "free"
    RESERVED = "reserved"
    OCCUPIED = "occupied"
    TO_CLEAN = "to_clean"
    OUT_OF_USE = "out_of_use"


@dataclass(frozen=True, slots=True)
class BoardSite:
    """A site whose house may be shown."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPerson:
    """Somebody in the house; no bed is the staging area."""

    stay: UUID
    code: str
    name: str
    in_at: datetime
    bed: UUID | None


@dataclass(frozen=True, slots=True)
class BoardBed:
    """A bed as it is now, and who has it."""

    id: UUID
    label: str
    use: BedUse
    person: BoardPerson | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRoom:
    """A room with its beds in their order."""

    name: str
    rule: RoomRule
    accessible: bool
    beds: tuple[BoardBed, ...]

    @property
    def free(self) -> int:
        """Count the beds that may be given."""
        return sum(bed.use is BedUse.FREE for bed in self.beds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The rooms of a site in their order, and those without a bed by name; `staging` names where these wait."""

    rooms: tuple[BoardRoom, ...]
    waiting: tuple[BoardPerson, ...]
    staging: str

    @property
    def free(self) -> int:
        """Count the beds that may be given."""
        return sum(room.free for room in self.rooms)

    @property
    def inside(self) -> int:
        """Count everybody in the house."""
        return len(self.waiting) + sum(bed.person is not None for room in self.rooms for bed in room.beds)


def read_board(look: Reading, site: UUID) -> Board:
    """Give the board of a site."""
    people = [_person(row) for row in look.rows(_lodgers(site))]
    lying = {person.bed: person for person in people if person.bed}
    beds: dict[UUID, list[BoardBed]] = defaultdict(list)
    for row in look.rows(_beds(site)):
        person = lying.pop(row.id, None)
        beds[row.room_id].append(BoardBed(row.id, row.label, use_of(row, person), person))
    rooms = look.rows(
        sa.select(Room.id, Room.name, Room.kind, Room.rule, Room.accessible)
        .where(Room.site_id == site, Room.removed_at.is_(None), Room.kind != RoomKind.ACTIVITY)
        .order_by(Room.position, Room.name)
    )
    # Whoever lies in a bed that was taken out of the plan is still in the house: they wait for another one.
    lost = set(lying)
    return Board(
        rooms=tuple(
            BoardRoom(name=room.name, rule=room.rule, accessible=room.accessible, beds=tuple(beds[room.id]))
            for room in rooms
            if room.kind is RoomKind.ROOM
        ),
        waiting=tuple(person for person in people if person.bed is None or person.bed in lost),
        staging=next((room.name for room in rooms if room.kind is RoomKind.STAGING), ""),
    )


def _lodgers(site: UUID) -> Any:
    own, canon = aliased(Person), aliased(Person)
    return (
        sa.select(Stay.id, canon.code, canon.given_names, canon.family_name, Stay.in_at, Placement.bed_id)
        .join(own, own.id == Stay.person_id)
        .join(canon, canon.id == own.canonical_id)
        .outerjoin(Placement, (Placement.stay_id == Stay.id) & Placement.until_at.is_(None))
        .where(Stay.site_id == site, Stay.out_at.is_(None), Stay.removed_at.is_(None), canon.removed_at.is_(None))
        .order_by(canon.sort_key, canon.code)
    )


def _beds(site: UUID) -> Any:
    held = (Placement.bed_id == Bed.id) & Placement.until_at.is_(None)
    return (
        sa.select(Bed.id, Bed.room_id, Bed.label, Bed.state, Placement.id.label("held"))
        .join(Room, Room.id == Bed.room_id)
        .outerjoin(Placement, held)
        .where(Room.site_id == site, Room.kind == RoomKind.ROOM, Room.removed_at.is_(None), Bed.removed_at.is_(None))
        .order_by(Bed.position, Bed.label)
    )


def _person(row: sa.Row[Any]) -> BoardPerson:
    name = f"{row.given_names} {row.family_name}".strip()
    return BoardPerson(stay=row.id, code=row.code, name=name, in_at=row.in_at, bed=row.bed_id)


def use_of(bed: sa.Row[Any], person: BoardPerson | None = None) -> BedUse:
    """Say what a bed is from its `state` and the place that is `held` in it, and whoever lies there."""
    if person is not None:
        return BedUse.OCCUPIED
    if bed.held is not None:
        return BedUse.RESERVED
    return BedUse.FREE if bed.state is BedState.OK else BedUse(bed.state.value)
