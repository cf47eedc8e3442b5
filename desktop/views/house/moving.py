"""Where those who are carried go when they are put down."""

from collections.abc import Sequence
from uuid import UUID

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.services.board_lines import BedUse, Board, BoardRoom
from desktop.views.house.layout import STAGING, Cell

Places = dict[UUID, UUID | None]  # stay, and the bed it gets; None is the staging area


class TooFewBeds(DeskError):
    """Several people go into the beds of one room, from the chosen one on."""

    sentence = mark("{room} has {n} free beds from here on, and {all} people are chosen. Choose another room.")


def place_of(cell: Cell) -> UUID:
    """Give the cell somebody put here goes to: whoever waits lies on the staging area as a whole."""
    return cell.key if cell.bed is not None else STAGING


def places(board: Board, carried: Sequence[UUID], target: Cell) -> Places:
    """Say who goes where when `carried` are put on `target`: one swaps with whoever lies there.

    Whoever would lie where they lie already is not named: they do not move.

    Raises:
        TooFewBeds: the room has no bed for each of several people.
    """
    now = beds_now(board, carried)
    moved: Places
    if target.bed is None:
        moved = dict.fromkeys(carried)
    elif len(carried) > 1:
        moved = _in_a_row(board, carried, target.bed.id)
    else:
        moved = {carried[0]: target.bed.id}
        if target.person is not None:
            moved.setdefault(target.person.stay, now[carried[0]])
    return {stay: bed for stay, bed in moved.items() if stay not in now or now[stay] != bed}


def beds_now(board: Board, stays: Sequence[UUID]) -> Places:
    """Say which beds people have now."""
    lying: Places = {bed.person.stay: bed.id for room in board.rooms for bed in room.beds if bed.person}
    return {stay: lying.get(stay) for stay in stays}


def _in_a_row(board: Board, carried: Sequence[UUID], first: UUID) -> Places:
    room = next(room for room in board.rooms if any(bed.id == first for bed in room.beds))
    free = _open_from(room, carried, first)
    if len(free) < len(carried):
        raise TooFewBeds(room=room.name, n=len(free), all=len(carried))
    return dict(zip(carried, free, strict=False))


def _open_from(room: BoardRoom, carried: Sequence[UUID], first: UUID) -> list[UUID]:
    """Give the beds from `first` on that are free, or become so because their people are carried."""
    start = next(place for place, bed in enumerate(room.beds) if bed.id == first)
    return [
        bed.id
        for bed in room.beds[start:]
        if bed.use is BedUse.FREE or (bed.person is not None and bed.person.stay in carried)
    ]
