"""One table of figures, its lines and headings as the paper has them."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor

from desktop.formats import whole_number
from desktop.i18n import tr
from desktop.services.behind_figures import Figure
from desktop.services.weekly_tables import Cell, WeekTable
from desktop.views.shared.line_table import NOWHERE, Index
from desktop.views.shared.style import tokens

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLE = Qt.ItemDataRole


class FigureModel(QAbstractTableModel):
    """Shows a table; `opens` are the figures that whoever reads may open."""

    def __init__(self, table: WeekTable, opens: frozenset[Figure]) -> None:
        super().__init__()
        self.table, self._opens = table, opens

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many lines there are."""
        return 0 if parent.isValid() else len(self.table.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns there are: the words, then the figures."""
        return 0 if parent.isValid() else len(self.table.headings) + 1

    def figure(self, index: Index) -> Figure | None:
        """Give the figure of a cell that can be opened; behind nought there is nothing to open."""
        cell = self._cell(index)
        opens = cell is not None and cell.value > 0 and cell.figure in self._opens
        return cell.figure if cell is not None and opens else None

    def words(self, index: Index) -> str:
        """Name a figure by its table, its line and its column."""
        parts = (self.table.title, self.table.lines[index.row()].words, self.table.headings[index.column() - 1])
        return " · ".join(parts)

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """Give the words or the figure of a cell; one that can be opened has the colour of what can be pressed."""
        if not index.isValid():
            return None
        cell = self._cell(index)
        if role == _ROLE.DisplayRole:
            return self.table.lines[index.row()].words if cell is None else whole_number(cell.value)
        if role == _ROLE.TextAlignmentRole:
            return _LEFT if cell is None else _RIGHT
        opens = self.figure(index) is not None
        if role == _ROLE.ForegroundRole and opens:
            return QColor(tokens().primary)
        return tr("Enter: who and what stands behind it") if role == _ROLE.ToolTipRole and opens else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """Give the heading of a column; the words have none."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < self.columnCount():
            return None
        if role == _ROLE.DisplayRole:
            return self.table.headings[section - 1] if section else ""
        return (_RIGHT if section else _LEFT) if role == _ROLE.TextAlignmentRole else None

    def _cell(self, index: Index) -> Cell | None:
        return self.table.lines[index.row()].cells[index.column() - 1] if index.column() else None
