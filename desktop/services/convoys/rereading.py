"""Reading a stored line of a list again, once its person is here."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop.spreadsheets.headings import Layout
from desktop.spreadsheets.lines import read_line
from desktop.spreadsheets.manifest import ManifestRow
from desktop.spreadsheets.table import Cell, Sheet, SheetRow
from desktop.spreadsheets.words import Field

_DATED = (Field.BIRTH, Field.AGE)


def reread(row_no: int, cells: Mapping[str, str], mapping: Mapping[str, str], said_on: date) -> ManifestRow:
    """Give the person of a stored line, with ages counted from `said_on`; its cells were found right before."""
    columns = {Field(field): column for field, column in mapping.items() if column}
    kept: dict[str, Any] = dict(cells)
    for column in (columns[field] for field in _DATED if field in columns):
        kept[column] = _as_written(kept.get(column, ""))
    row = SheetRow(row_no, {column: cell for column, cell in kept.items() if cell != ""})
    line, _ = read_line(row, Layout(Sheet("", ()), SheetRow(0, {}), columns), said_on)
    return line


def _as_written(text: str) -> Cell:
    """Give a number back that a list wrote for a day, as spreadsheets count them."""
    return int(text) if text.isascii() and text.isdigit() and len(text) == 5 else text
