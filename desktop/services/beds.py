"""Reading and writing who sleeps where, inside a larger change."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.centre import Bed, Placement, Room
from desktop.models.keys import uuid7
from desktop.models.stays import Stay
from desktop.services.open_rooms import lodgers, open_rooms
from desktop.services.room_rules import Lodger, keeps_out, propose
from desktop.storage.unit_of_work import Reading, UnitOfWork
from desktop.vocabulary import BedState, RoomKind


class BedTaken(DeskError):
    """One bed holds one person."""

    sentence = mark("Somebody already has bed {bed}.")


class BedReserved(DeskError):
    """A bed that is kept for somebody is first set free, by whoever knows for whom."""

    sentence = mark("Bed {bed} is reserved. Set it free first, then give it.")


class BedNotReady(DeskError):
    """A bed that must be cleaned or mended is given to nobody."""

    sentence = mark("Bed {bed} is not ready: it must be cleaned or mended first.")


class AgainstRules(DeskError):
    """A rule of a room is passed over only by a decision that is written down."""


class RoomForOthers(AgainstRules):
    """A room for men, for women or for children lodges others only by a decision that is written down."""

    sentence = mark("{room} is not meant for this person. Write the reason to go on.")


class ChildWithStrangers(AgainstRules):
    """A child sleeps beside unrelated adults only by a decision that is written down."""

    sentence = mark("A child would sleep in the same room as an adult who is not family. Write the reason to go on.")


class PlacedLater(DeskError):
    """A change of bed cannot come before the last one, nor before the entry."""

    sentence = mark("The change of bed cannot come before the entry or before the last change of this bed.")


class HasBed(DeskError):
    """Somebody with a bed is moved, not placed a second time."""

    sentence = mark("This person already has a bed. Move them instead.")


def place_newcomers(work: UnitOfWork, site: UUID, stays: Sequence[UUID], at: datetime) -> list[dict[str, Any]]:
    """Give beds by the rules to those who came, the staging area to the rest; answer the rows as written."""
    known = lodgers(work, stays, at)
    given = propose(open_rooms(work, site, at), [known[stay] for stay in stays])
    question = sa.select(Bed.id, Bed.room_id).join(Room, Room.id == Bed.room_id).where(Room.site_id == site)
    room_of = {row.id: row.room_id for row in work.rows(question)}
    staging = staging_room(work, site)
    rows = [
        {"id": uuid7(), "stay_id": stay, "room_id": room_of.get(bed, staging) if bed else staging, "bed_id": bed,
         "from_at": at}
        for stay, bed in zip(stays, given, strict=True)
        if bed or staging
    ]  # fmt: skip
    work.insert_many(Placement, rows)
    return rows


def staging_room(look: Reading, site: UUID) -> UUID | None:
    """Give the staging area of a site, or None where it has none."""
    question = sa.select(Room.id).where(Room.site_id == site, Room.kind == RoomKind.STAGING, Room.removed_at.is_(None))
    found: UUID | None = look.scalar(question.order_by(Room.position))
    return found


def open_placement(look: Reading, stay: UUID) -> sa.Row[Any] | None:
    """Give where somebody is now, or None."""
    return look.row(sa.select(Placement.__table__).where(Placement.stay_id == stay, Placement.until_at.is_(None)))


def open_stay_row(look: Reading, stay: UUID) -> sa.Row[Any]:
    """Give an open stay of a site within reach.

    Raises:
        NotAllowed: the member of staff works at other sites.
        NotFound: no open stay has this key.
    """
    question = sa.select(Stay.id, Stay.site_id, Stay.in_at).where(Stay.id == stay)
    row = look.row(question.where(Stay.out_at.is_(None), Stay.removed_at.is_(None)))
    if row is None:
        raise NotFound(code=stay)
    look.check_site(row.site_id)
    return row


def close_placement(work: UnitOfWork, placed: sa.Row[Any] | None, at: datetime) -> None:
    """Let somebody leave their place, if they have one.

    Raises:
        PlacedLater: they came there after `at`.
    """
    if placed is None:
        return
    if at < placed.from_at:
        raise PlacedLater
    work.change(Placement, placed.id, until_at=at)


def write_placement(work: UnitOfWork, stay: sa.Row[Any], bed: UUID, at: datetime, why: str | None) -> None:
    """Put somebody without a place into a bed.

    Raises:
        DeskError: the bed is taken, not ready, unknown, or in a room with people the rules keep apart.
    """
    found = ready_bed(work, bed, stay.site_id)
    used = sa.or_(Placement.bed_id == bed, Placement.stay_id == stay.id)
    if at < stay.in_at or work.scalar(sa.select(Placement.id).where(used, Placement.until_at > at)):
        raise PlacedLater
    against = _objection(work, stay.id, found, at)
    if against is not None and not (why and why.strip()):
        raise against
    override = {"override_why": why, "override_by": work.member.id} if against is not None else {}
    work.insert(Placement, stay_id=stay.id, room_id=found.room_id, bed_id=bed, from_at=at, **override)


def ready_bed(look: Reading, bed: UUID, site: UUID) -> sa.Row[Any]:
    """Give a bed of a site that may be given to somebody.

    Raises:
        BedNotReady: it must be cleaned or mended first.
        BedReserved: it is kept for somebody.
        BedTaken: somebody has it.
        NotFound: the site has no such bed.
    """
    row = look.row(
        sa.select(Bed.label, Bed.state, Bed.room_id, Room.name.label("room"), Room.rule)
        .join(Room, Room.id == Bed.room_id)
        .where(Bed.id == bed, Room.site_id == site, Bed.removed_at.is_(None), Room.removed_at.is_(None))
    )
    if row is None:
        raise NotFound(code=bed)
    if row.state is not BedState.OK:
        raise BedNotReady(bed=row.label)
    held = look.row(sa.select(Placement.stay_id).where(Placement.bed_id == bed, Placement.until_at.is_(None)))
    if held is not None:
        raise (BedTaken if held.stay_id else BedReserved)(bed=row.label)
    return row


def strangers(look: Reading, stay: UUID, room: UUID, at: datetime) -> bool:
    """Say whether somebody would make a child sleep beside an adult who is not family."""
    new, beside = _neighbours(look, stay, room, at)
    return any(new.endangers(other) for other in beside)


def _objection(look: Reading, stay: UUID, bed: sa.Row[Any], at: datetime) -> AgainstRules | None:
    new, beside = _neighbours(look, stay, bed.room_id, at)
    if any(new.endangers(other) for other in beside):
        return ChildWithStrangers()
    return RoomForOthers(room=bed.room) if keeps_out(bed.rule, new, beside) else None


def _neighbours(look: Reading, stay: UUID, room: UUID, at: datetime) -> tuple[Lodger, list[Lodger]]:
    question = sa.select(Placement.stay_id).where(Placement.room_id == room, Placement.until_at.is_(None))
    beside = [row.stay_id for row in look.rows(question.where(Placement.bed_id.is_not(None))) if row.stay_id]
    known = lodgers(look, [stay, *beside], at)
    return known[stay], [known[other] for other in beside]
