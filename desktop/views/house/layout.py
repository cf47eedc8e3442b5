"""Where each bed and each person lies on the board, in pixels; nothing is drawn here."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRect

from desktop.services.board_lines import BoardBed, BoardPerson
from desktop.views.shared.style import scaled

STAGING = UUID(int=0)  # the key of the place itself where people wait for a bed
_GAP, _PAD, _ROW, _HEAD, _WIDTH = 12, 8, 32, 46, 216  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class Cell:
    """One bed, one person who waits for one, or with neither the place where people wait."""

    block: str
    bed: BoardBed | None = None
    person: BoardPerson | None = None

    @property
    def key(self) -> UUID:
        """Tell this cell from every other one; it stays that of a bed whoever lies there."""
        if self.bed is not None:
            return self.bed.id
        return self.person.stay if self.person is not None else STAGING


@dataclass(frozen=True, slots=True)
class Block:
    """A room, or the staging area: what it is called, what is said below, and its cells."""

    title: str
    below: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and its box."""

    cell: Cell
    box: QRect


@dataclass(frozen=True, slots=True)
class Laid:
    """Everything in its place, and how high that is."""

    blocks: tuple[tuple[Block, QRect], ...] = ()
    cells: tuple[Placed, ...] = ()
    height: int = 0


def head_height() -> int:
    """Give the height of a block's heading."""
    return scaled(_HEAD)


def least_width() -> int:
    """Give the width below which a name cannot be read."""
    return scaled(_WIDTH)


def lay_out(blocks: Sequence[Block], width: int) -> Laid:
    """Put each block into the column that ends highest, so that rooms stay in their order from the left."""
    gap, pad, row = scaled(_GAP), scaled(_PAD), scaled(_ROW)
    columns = max(1, (width + gap) // (least_width() + gap))
    wide = (width - gap * (columns - 1)) // columns
    feet = [0] * columns
    boxes: list[tuple[Block, QRect]] = []
    cells: list[Placed] = []
    for block in blocks:
        column = feet.index(min(feet))
        left, top = column * (wide + gap), feet[column]
        first = top + head_height()
        places = [QRect(left + pad, first + row * n, wide - 2 * pad, row) for n in range(len(block.cells))]
        cells += map(Placed, block.cells, places)
        foot = first + row * len(block.cells) + pad
        boxes.append((block, QRect(left, top, wide, foot - top)))
        feet[column] = foot + gap
    return Laid(tuple(boxes), tuple(cells), max(feet) - gap if blocks else 0)
