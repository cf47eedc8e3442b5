"""The rooms of a site as they are kept: added, changed, withdrawn and brought back, never deleted."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile, DeskError
from desktop.i18n import mark
from desktop.models.base import table_of
from desktop.models.centre import Bed, Placement, Room
from desktop.rights import Permission
from desktop.services.centre_setup import RoomPlan
from desktop.services.place_beds import BedsInUse, set_beds
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import RoomKind, RoomRule

__all__ = ["BedsInUse", "KeptRoom", "Nameless", "PlaceService", "RoomInUse", "RoomNameTaken"]


class Nameless(DeskError):
    """A room is called something."""

    sentence = mark("Give the room a name.")


class RoomNameTaken(DeskError):
    """Two rooms of a site cannot share a name: their beds are called after them."""

    sentence = mark("This site has a room called “{name}”, perhaps withdrawn. Choose another name, or bring it back.")


class RoomInUse(DeskError):
    """Somebody sleeps in the room."""

    sentence = mark("Somebody still sleeps in “{name}”. Give them another bed first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRoom:
    """A room of a site; `beds` counts those in service, `retired` says that it is offered no more."""

    id: UUID
    name: str
    kind: RoomKind
    rule: RoomRule
    accessible: bool
    beds: int
    retired: bool
    version_id: int

    def plan(self) -> RoomPlan:
        """Give the room as it would be set up."""
        return RoomPlan(name=self.name, beds=self.beds, rule=self.rule, kind=self.kind, accessible=self.accessible)


class PlaceService:
    """Keep the rooms and beds of the sites; each change is journalled, and can be taken back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rooms(self, site: UUID) -> list[KeptRoom]:
        """Give the rooms of a site in their order, withdrawn ones included."""
        with self._desk.read(Permission.MANAGE_CENTRE) as look:
            return _rooms(look, site)

    def add(self, site: UUID, plan: RoomPlan) -> UUID:
        """Add a room with its beds after the others.

        Raises:
            Nameless, RoomNameTaken: its name cannot be taken.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            there = _rooms(work, site)
            room = work.insert(Room, site_id=site, kind=plan.kind, position=len(there), **_values(there, plan))
            set_beds(work, room, plan.name.strip(), plan.beds)
            work.trace("add room", "room", room, ["name", "rule", "accessible", "beds"])
        return room

    def change(self, site: UUID, room: UUID, version_id: int, plan: RoomPlan) -> None:
        """Give a room another name, rule or number of beds; its kind stays. Beds are called after their room.

        Raises:
            Nameless, RoomNameTaken: its name cannot be taken.
            BedsInUse: somebody sleeps in a bed that would be withdrawn.
            ChangedMeanwhile: a colleague changed it first.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            others = [line for line in _rooms(work, site) if line.id != room]
            work.change(Room, room, seen_version=version_id, **_values(others, plan))
            set_beds(work, room, plan.name.strip(), plan.beds)
            work.trace("change room", "room", room, ["name", "rule", "accessible", "beds"])

    def retire(self, room: UUID) -> None:
        """Withdraw an empty room: nobody is lodged there any more, and who slept there keeps it in their file.

        Raises:
            RoomInUse: somebody sleeps there.
            ChangedMeanwhile: there is no such room.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            name = work.scalar(sa.select(Room.name).where(Room.id == room))
            if name is None:
                raise ChangedMeanwhile
            if work.scalar(sa.select(Placement.id).where(Placement.room_id == room, Placement.until_at.is_(None))):
                raise RoomInUse(name=name)
            work.change(Room, room, removed_at=work.now, removed_by=work.member.id)
            work.trace("retire", "room", room)

    def bring_back(self, room: UUID) -> None:
        """Offer a withdrawn room again, with the beds it had.

        Raises:
            ChangedMeanwhile: there is no such room.
        """
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            work.change(Room, room, removed_at=None, removed_by=None)
            work.trace("bring back", "room", room)


def _rooms(look: Reading, site: UUID) -> list[KeptRoom]:
    beds = sa.select(sa.func.count()).where(Bed.room_id == Room.id, Bed.removed_at.is_(None)).scalar_subquery()
    question = sa.select(table_of(Room), beds.label("beds")).where(Room.site_id == site)
    return [
        KeptRoom(
            id=row.id,
            name=row.name,
            kind=row.kind,
            rule=row.rule,
            accessible=row.accessible,
            beds=row.beds,
            retired=row.removed_at is not None,
            version_id=row.version_id,
        )
        for row in look.rows(question.order_by(Room.position, Room.name))
    ]


def _values(others: list[KeptRoom], plan: RoomPlan) -> dict[str, Any]:
    name = plan.name.strip()
    if not name:
        raise Nameless
    if any(line.name.casefold() == name.casefold() for line in others):
        raise RoomNameTaken(name=name)
    return {"name": name, "rule": plan.rule, "accessible": plan.accessible}
