"""Reading a list as staff corrected it before it comes in."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.spreadsheets.sources import Correction
from desktop.spreadsheets.table import Sheet, SheetRow, Table, clean


def correct_cells(table: Table, sheet: int, cells: Sequence[Correction]) -> Table:
    """Give a list with other words in some cells of one sheet; an emptied cell holds nothing."""
    sheets = list(table.sheets)
    sheets[sheet] = _corrected(sheets[sheet], cells)
    return replace(table, sheets=tuple(sheets))


def _corrected(sheet: Sheet, cells: Sequence[Correction]) -> Sheet:
    said: dict[int, dict[str, str]] = {}
    for cell in cells:
        said.setdefault(cell.row, {})[cell.column] = clean(cell.text)
    rows = [_row(row, said[row.number]) if row.number in said else row for row in sheet.rows]
    # A formula without a result is told once somebody wrote what it should say.
    unsaved = sheet.unsaved - {(cell.row, cell.column) for cell in cells}
    return Sheet(sheet.name, tuple(row for row in rows if row.cells), unsaved)


def _row(row: SheetRow, said: dict[str, str]) -> SheetRow:
    return SheetRow(row.number, {column: cell for column, cell in (row.cells | said).items() if cell != ""})
