"""Taking a change of bed back at once, as if it had never been."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import ChangedMeanwhile
from desktop.models.centre import Placement
from desktop.services.beds import ChildWithStrangers, open_placement, open_stay_row, ready_bed, strangers
from desktop.storage.unit_of_work import UnitOfWork


def take_back_beds(work: UnitOfWork, stays: Sequence[UUID], at: datetime) -> None:
    """Give everybody of `stays` the place again that they left at `at`.

    Raises:
        ChangedMeanwhile: somebody was moved since.
        DeskError: a former bed was taken, is not ready, or strangers to a child sleep beside it now.
    """
    rows = [open_stay_row(work, stay) for stay in stays]
    for stay in stays:
        _close(work, open_placement(work, stay), at)
    for row in rows:
        former = _former(work, row.id, at)
        if former is not None:
            _reopen(work, row, former, at)


def _close(work: UnitOfWork, placed: sa.Row[Any] | None, at: datetime) -> None:
    if placed is None or placed.from_at != at:
        raise ChangedMeanwhile
    # Nobody lay there: the bed was free all the time.
    work.change(Placement, placed.id, seen_version=placed.version_id, until_at=at)


def _former(work: UnitOfWork, stay: UUID, at: datetime) -> sa.Row[Any] | None:
    left_then = (Placement.stay_id == stay) & (Placement.until_at == at) & (Placement.from_at < at)
    return work.row(sa.select(Placement.__table__).where(left_then))


def _reopen(work: UnitOfWork, stay: sa.Row[Any], former: sa.Row[Any], at: datetime) -> None:
    if former.bed_id is not None:
        ready_bed(work, former.bed_id, stay.site_id)
        if not former.override_why and strangers(work, stay.id, former.room_id, at):
            raise ChildWithStrangers
    work.change(Placement, former.id, seen_version=former.version_id, until_at=None)
