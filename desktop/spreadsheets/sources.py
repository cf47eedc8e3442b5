"""Where a list comes from: a file, or what was copied out of a spreadsheet program."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from desktop.spreadsheets.refusals import DamagedList, EmptyList, OversizedList, TooManyRows
from desktop.spreadsheets.table import Sheet, Table, make_row
from desktop.spreadsheets.words import limits

_TAB = "\t"
_LARGEST = 50 << 20  # letters; a convoy's list has some thousands


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows of cells apart by tabs, as a spreadsheet program copies them; `name` is what lists of imports call it."""

    text: str
    name: str

    @property
    def stem(self) -> str:
        """Give the name, as a file gives its own without an ending."""
        return self.name

    def read_bytes(self) -> bytes:
        """Give the content, to tell this list from others."""
        return self.text.encode("utf-8", "replace")


Original = Path | Pasted


@dataclass(frozen=True, slots=True)
class Opened:
    """A list as it was read: what somebody writes on its file since, or takes its stick away, changes nothing of it."""

    name: str
    stem: str
    table: Table
    content: bytes

    def read_bytes(self) -> bytes:
        """Give the content of the list as it came."""
        return self.content


@dataclass(frozen=True, slots=True)
class Correction:
    """What a cell shall say instead of what its list says (`former`); rows and columns as a spreadsheet shows them."""

    row: int
    column: str
    text: str
    former: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A list of which some cells of one sheet were corrected since; the list itself stays as it is."""

    original: Original | Opened
    sheet: int
    cells: tuple[Correction, ...]

    @property
    def name(self) -> str:
        """Give the name of the list."""
        return self.original.name

    @property
    def stem(self) -> str:
        """Give its name without an ending."""
        return self.original.stem

    def read_bytes(self) -> bytes:
        """Give the content of the list as it came."""
        return self.original.read_bytes()


Source = Original | Opened | Corrected


def read_pasted(pasted: Pasted) -> Table:
    """Give what was pasted as a list with one sheet; a quoted cell may hold several lines.

    Raises:
        EmptyList: nothing is in it.
        OversizedList: it is larger than any list.
        TooManyRows: it is longer than a convoy's list.
        DamagedList: a cell is larger than any list's.
    """
    if len(pasted.text) > _LARGEST:
        raise OversizedList(file=pasted.name)
    rows = [make_row(number, 0, list(cells)) for number, cells in enumerate(_cells(pasted), start=1)]
    kept = tuple(row for row in rows if row.cells)
    if not kept:
        raise EmptyList(file=pasted.name)
    return Table(pasted.name, (Sheet("", kept),))


def _cells(pasted: Pasted) -> list[list[str]]:
    text = pasted.text.replace("\0", "")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_TAB, strict=True))
    except csv.Error:
        # A quotation mark that nobody closed is a letter like others, and must not swallow the rows below it.
        rows = [line.split(_TAB) for line in text.splitlines()]
    if len(rows) > limits().rows:
        raise TooManyRows(file=pasted.name, limit=limits().rows)
    if any(len(cell) > csv.field_size_limit() for row in rows for cell in row):
        raise DamagedList(file=pasted.name)
    return rows
