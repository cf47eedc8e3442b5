"""A list as it stands in its file: sheets, rows with the numbers a spreadsheet shows, cells by column letter."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

Cell = str | int | float | date | datetime
_MARKS = frozenset({"Cf", "Cc"})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number as a spreadsheet shows it, and its cells that hold something, by column letter."""

    number: int
    cells: dict[str, Cell]

    def text(self, column: str) -> str:
        """Give a cell as text, empty where there is none."""
        return as_text(self.cells.get(column))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; blank rows are left out, `unsaved` are the cells whose formula has no saved result."""

    name: str
    rows: tuple[SheetRow, ...]
    unsaved: frozenset[tuple[int, str]] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Table:
    """A whole file of lists."""

    file_name: str
    sheets: tuple[Sheet, ...]


def column_letter(index: int) -> str:
    """Give the letters of the column at `index`, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def column_index(letters: str) -> int:
    """Give the place of a column from its letters, counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def as_text(value: Cell | None) -> str:
    """Give a cell as text: no invisible marks, no doubled blanks, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return clean(str(value))


def clean(text: str) -> str:
    """Give text without direction marks, control characters and doubled blanks, its accents joined."""
    spaced = "".join(" " if letter in "\r\n\t\v\f" else letter for letter in text)
    kept = "".join(letter for letter in spaced if unicodedata.category(letter) not in _MARKS)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def as_cell(value: object) -> Cell | None:
    """Give what a reader found in a cell, or None where it holds nothing."""
    if isinstance(value, bool) or value is None:
        return None if value is None else str(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, int | date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    text = str(value)
    return text if clean(text) else None


def make_row(number: int, first_column: int, values: list[object]) -> SheetRow:
    """Give a row from the values found from `first_column` on."""
    cells = ((column_letter(first_column + place), as_cell(value)) for place, value in enumerate(values))
    return SheetRow(number, {column: cell for column, cell in cells if cell is not None})
