"""The board of the house: people moved in one act, and beds set free, reserved, to clean or out of use."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.centre import Bed, Placement, Room, Site
from desktop.rights import Permission
from desktop.services.beds import (
    BedTaken,
    PlacedLater,
    close_placement,
    open_placement,
    open_stay_row,
    staging_room,
    write_placement,
)
from desktop.services.board_lines import BedUse, Board, BoardSite, read_board, use_of
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import BedState

_STATES = {BedUse.TO_CLEAN: BedState.TO_CLEAN, BedUse.OUT_OF_USE: BedState.OUT_OF_USE}


class HouseBoardService:
    """See the house as a board, and change it there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sites(self) -> list[BoardSite]:
        """Give the reader's sites by code."""
        with self._desk.read(Permission.SEE_HOUSE) as look:
            shown = sa.select(Site.id, Site.name).where(Site.removed_at.is_(None), look.own_sites(Site.id))
            return [BoardSite(row.id, row.name) for row in look.rows(shown.order_by(Site.code))]

    def board(self, site_id: UUID) -> Board:
        """Give the rooms, the beds and the people of a site as they are now.

        Raises:
            NotAllowed: the member of staff works at other sites.
        """
        with self._desk.read(Permission.SEE_HOUSE) as look:
            look.check_site(site_id)
            return read_board(look, site_id)

    def move(self, places: Mapping[UUID, UUID | None], *, at: datetime, why: str | None = None) -> None:
        """Give each stay the bed named for it, or the staging area for None: all of them, or nobody.

        `why` is kept where a rule of the room is passed over. People may exchange beds in the same act.

        Raises:
            DeskError: a bed is taken or not ready, or the rules keep somebody out of its room
                (`desktop.services.beds`).
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            rows = [open_stay_row(work, stay) for stay in places]
            # Everybody rises before anybody lies down: a bed never has two people, not even inside the change.
            for stay in places:
                close_placement(work, open_placement(work, stay), at)
            for row in rows:
                bed = places[row.id]
                if bed is None:
                    _wait(work, row, at)
                else:
                    write_placement(work, row, bed, at, why)
            work.trace("move people", "stay", ",".join(map(str, places)), ["bed"])

    def set_use(self, bed_id: UUID, use: BedUse) -> BedUse:
        """Make a bed free, reserved, to clean or out of use, and give what it was.

        Raises:
            BedTaken: somebody lies in it.
            NotAllowed: the member of staff works at other sites.
            NotFound: there is no such bed, or `use` is not for staff to set.
        """
        with self._desk.begin(Permission.RUN_HOUSE) as work:
            bed = _bed(work, bed_id)
            if bed.stay_id is not None:
                raise BedTaken(bed=bed.label)
            if use is BedUse.OCCUPIED:
                raise NotFound(code=use)
            if bed.held is not None:
                work.change(Placement, bed.held, until_at=work.now)
            work.change(Bed, bed_id, state=_STATES.get(use, BedState.OK))
            if use is BedUse.RESERVED:
                work.insert(Placement, stay_id=None, room_id=bed.room_id, bed_id=bed_id, from_at=work.now)
            work.trace("set bed", "bed", bed_id, ["state"])
        return use_of(bed)


def _wait(work: UnitOfWork, stay: sa.Row[Any], at: datetime) -> None:
    room = staging_room(work, stay.site_id)
    if room is None:
        return  # without a staging area somebody waits by having no place at all
    if at < stay.in_at:
        raise PlacedLater
    work.insert(Placement, stay_id=stay.id, room_id=room, bed_id=None, from_at=at)


def _bed(work: UnitOfWork, bed: UUID) -> sa.Row[Any]:
    held = (Placement.bed_id == Bed.id) & Placement.until_at.is_(None)
    row = work.row(
        sa.select(Bed.label, Bed.state, Bed.room_id, Room.site_id, Placement.id.label("held"), Placement.stay_id)
        .join(Room, Room.id == Bed.room_id)
        .outerjoin(Placement, held)
        .where(Bed.id == bed, Bed.removed_at.is_(None), Room.removed_at.is_(None))
    )
    if row is None:
        raise NotFound(code=bed)
    work.check_site(row.site_id)
    return row
