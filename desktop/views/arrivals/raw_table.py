"""The first rows of a sheet as they stand in the file."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.spreadsheets.table import Sheet, SheetRow, column_index, column_letter
from desktop.views.arrivals.list_in_hand import cell_text
from desktop.views.shared.discretion import discretion

FIRST = 60
_WIDEST = 60
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RawTable(QAbstractTableModel):
    """Rows with the numbers, and columns with the letters, that a spreadsheet program shows."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SheetRow, ...] = ()
        self._wide = 0
        discretion.changed.connect(self.layoutChanged)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the first rows of a sheet."""
        self.beginResetModel()
        self._rows = sheet.rows[:FIRST]
        last = max((column_index(column) for row in self._rows for column in row.cells), default=-1)
        self._wide = min(last + 1, _WIDEST)
        self.endResetModel()

    def number(self, row: int) -> int:
        """Give the number of a row as a spreadsheet shows it."""
        return self._rows[row].number

    def row_of(self, number: int) -> int:
        """Say where the row of this number is shown, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.number == number), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns hold something."""
        return 0 if parent.isValid() else self._wide

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return discretion.shown(cell_text(self._rows[index.row()], column_letter(index.column())))

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the letter of a column, the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return column_letter(section)
        return str(self._rows[section].number) if section < len(self._rows) else None
