"""How many beds a room has: new ones at its end, withdrawn ones back first, none taken from under anybody."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.centre import Bed, Placement
from desktop.storage.unit_of_work import UnitOfWork


class BedsInUse(DeskError):
    """Somebody sleeps in a bed that would be withdrawn."""

    sentence = mark("Somebody sleeps in bed {bed}, which would go. Give them another bed first.")


def set_beds(work: UnitOfWork, room: UUID, name: str, count: int) -> None:
    """Give a room this many beds, each called after the room and its place; the last places go first.

    Raises:
        BedsInUse: somebody sleeps in one that would go.
    """
    known = work.rows(sa.select(Bed.id, Bed.label, Bed.removed_at, Bed.position).where(Bed.room_id == room))
    ordered = sorted(known, key=lambda row: (row.removed_at is not None, row.position))
    for at, bed in enumerate(ordered):
        _keep(work, bed, f"{name}-{bed.position:02d}", stays=at < count)
    last = max((bed.position for bed in known), default=0)
    fresh = range(last + 1, last + 1 + max(0, count - len(known)))
    if fresh:
        work.insert_many(Bed, [{"room_id": room, "label": f"{name}-{n:02d}", "position": n} for n in fresh])


def _keep(work: UnitOfWork, bed: sa.Row[Any], label: str, *, stays: bool) -> None:
    here = bed.removed_at is None
    if here and not stays and _slept_in(work, bed.id):
        raise BedsInUse(bed=bed.label)
    if (here, bed.label) != (stays, label):
        gone = {} if stays else {"removed_at": work.now, "removed_by": work.member.id}
        values: dict[str, Any] = {"label": label, "removed_at": None, "removed_by": None} | gone
        work.change(Bed, bed.id, **values)


def _slept_in(work: UnitOfWork, bed: UUID) -> bool:
    return work.scalar(sa.select(Placement.id).where(Placement.bed_id == bed, Placement.until_at.is_(None))) is not None
