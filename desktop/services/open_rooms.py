"""Reading who sleeps in which room, in the terms of the rules of rooms."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.people import Person
from desktop.models.stays import ManifestImport, ManifestLine, Stay
from desktop.services.room_rules import Lodger, OpenRoom, child_on
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import BedState, RoomKind


def lodgers(look: Reading, stays: Iterable[UUID], day: datetime) -> dict[UUID, Lodger]:
    """Give what the rules of rooms ask of those who stay; the family is the one their list names."""
    wanted = list(stays)
    own, canon = aliased(Person), aliased(Person)
    rows = look.rows(
        sa.select(Stay.id, Site.zone, canon.sex, canon.birth_min, canon.birth_max)
        .join(own, own.id == Stay.person_id)
        .join(canon, canon.id == own.canonical_id)
        .join(Site, Site.id == Stay.site_id)
        .where(Stay.id.in_(wanted))
    )
    families = _families(look, wanted)
    return {
        row.id: Lodger(
            row.sex,
            child_on(row.birth_min, row.birth_max, day.astimezone(ZoneInfo(row.zone)).date()),
            families.get(row.id, ""),
        )
        for row in rows
    }


def _families(look: Reading, stays: list[UUID]) -> dict[UUID, str]:
    rows = look.rows(
        sa.select(ManifestLine.stay_id, ManifestLine.import_id, ManifestLine.cells, ManifestImport.mapping)
        .join(ManifestImport, ManifestImport.id == ManifestLine.import_id)
        .where(ManifestLine.stay_id.in_(stays))
    )
    named = {
        row.stay_id: (row.import_id, row.cells.get(row.mapping.get("family_group", ""), "").strip()) for row in rows
    }
    return {stay: f"{key}/{family}" for stay, (key, family) in named.items() if family}


def open_rooms(look: Reading, site: UUID, at: datetime) -> list[OpenRoom]:
    """Give the rooms of a site with those who sleep there and the beds nobody has, or had, from `at` on."""
    placed = (Placement.bed_id == Bed.id) & sa.or_(Placement.until_at.is_(None), Placement.until_at > at)
    beds = look.rows(
        sa.select(Room.id, Room.rule, Bed.id.label("bed"), Bed.state, Placement.stay_id)
        .add_columns(Placement.id.label("placed"), Placement.until_at)
        .join(Bed, Bed.room_id == Room.id)
        .outerjoin(Placement, placed)
        .where(Room.site_id == site, Room.kind == RoomKind.ROOM, Room.removed_at.is_(None), Bed.removed_at.is_(None))
        .order_by(Room.position, Bed.position, Bed.label)
    )
    known = lodgers(look, [row.stay_id for row in beds if row.stay_id], at)
    rooms: dict[UUID, OpenRoom] = {}
    for row in beds:
        room = rooms.setdefault(row.id, OpenRoom(row.rule, []))
        if row.stay_id and row.until_at is None:
            room.inside.append(known[row.stay_id])
        elif row.placed is None and row.state is BedState.OK:
            room.free.append(row.bed)
    return list(rooms.values())
