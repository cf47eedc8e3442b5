"""What is said of a bed, of a room, and of whoever lies there."""

from desktop.i18n import mark, tr, trn
from desktop.services.board_lines import BedUse, Board, BoardRoom
from desktop.views.house.layout import Block, Cell
from desktop.views.shared.discretion import discretion
from desktop.vocabulary import ROOM_RULE_WORDS

USE_WORDS = {
    BedUse.FREE: mark("free bed"),
    BedUse.RESERVED: mark("reserved"),
    BedUse.OCCUPIED: mark("occupied"),
    BedUse.TO_CLEAN: mark("to clean"),
    BedUse.OUT_OF_USE: mark("out of use"),
}
USE_KINDS: dict[BedUse | None, str] = {
    BedUse.FREE: "ok",
    BedUse.RESERVED: "info",
    BedUse.OCCUPIED: "quiet",
    BedUse.TO_CLEAN: "warning",
    BedUse.OUT_OF_USE: "bad",
}
USE_SHAPES: dict[BedUse | None, str] = {
    BedUse.FREE: "ok",
    BedUse.RESERVED: "clock",
    BedUse.OCCUPIED: "person",
    BedUse.TO_CLEAN: "warning",
    BedUse.OUT_OF_USE: "bad",
    None: "place",
}


def room_blocks(board: Board) -> list[Block]:
    """Give the rooms as they stand on the board."""
    return [
        Block(room.name, room_words(room), tuple(Cell(room.name, bed, bed.person) for bed in room.beds))
        for room in board.rooms
    ]


def waiting_block(board: Board) -> Block:
    """Give those without a bed, below the place itself."""
    title = board.staging or tr("Staging area")
    below = trn("{n} person without a bed", "{n} people without a bed", len(board.waiting))
    return Block(title, below, (Cell(title), *(Cell(title, person=person) for person in board.waiting)))


def room_words(room: BoardRoom) -> str:
    """Say whom a room lodges and how many of its beds are free."""
    free = trn("{n} free of {all}", "{n} free of {all}", room.free, all=len(room.beds))
    accessible = [tr("Accessible")] if room.accessible else []
    return " · ".join([tr(ROOM_RULE_WORDS[room.rule]), free, *accessible])


def told(cell: Cell | None) -> str:
    """Say all there is to say of a cell in one line, for eyes and for screen readers."""
    if cell is None:
        return ""
    person = cell.person
    who = f"{discretion.shown(person.name)} ({person.code})" if person else ""
    if cell.bed is None:
        return tr("{place}: {who}", place=cell.block, who=who or tr("put here whoever has no bed yet"))
    return tr(
        "{room}, bed {bed}: {state}", room=cell.block, bed=cell.bed.label, state=who or tr(USE_WORDS[cell.bed.use])
    )
