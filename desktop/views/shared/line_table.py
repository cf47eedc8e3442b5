"""The one model behind every table of lines: its columns are data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import tr
from desktop.views.shared.discretion import discretion
from desktop.views.shared.icons import icon

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
NOWHERE = QModelIndex()
LineRole = Qt.ItemDataRole.UserRole
PillRole = Qt.ItemDataRole.UserRole + 1
PAGE = 100

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, kw_only=True)
class ColumnOf(Generic[Line]):
    """One column: its heading (marked for translation) and how a line is written in it.

    `names_somebody` lets F8 hide what it shows; `kind` makes a status pill of it (ok, warning, bad, info or quiet).
    """

    heading: str
    show: Callable[[Line], str]
    names_somebody: bool = False
    is_figure: bool = False
    icon: Callable[[Line], str | None] | None = None
    kind: Callable[[Line], str | None] | None = None
    width: int = 140  # pixels at 100 %


class LineTable(QAbstractTableModel, Generic[Line]):
    """Lines a service answered, one below the other; with `fetch(limit, offset)` the next come as one scrolls."""

    def __init__(self, columns: Sequence[ColumnOf[Line]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._lines: list[Line] = []
        self._fetch: Callable[[int, int], list[Line]] | None = None
        discretion.changed.connect(self._names_changed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace everything by `lines`."""
        self.beginResetModel()
        self._lines, self._fetch = list(lines), None
        self.endResetModel()

    def show_pages(self, fetch: Callable[[int, int], list[Line]]) -> None:
        """Replace everything by the first page of what `fetch(limit, offset)` gives; a refusal of it passes."""
        found = fetch(PAGE, 0)
        self.show_lines(found)
        self._fetch = fetch if len(found) == PAGE else None

    def line(self, row: int) -> Line:
        """Give the whole line in a row."""
        return self._lines[row]

    def change_line(self, row: int, line: Line) -> None:
        """Put another line in a row, as when it was changed on disk."""
        self._lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many lines are loaded."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Say whether the last page was a full one."""
        return not parent.isValid() and self._fetch is not None

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Add the next page."""
        if parent.isValid() or self._fetch is None:
            return
        start = len(self._lines)
        found = self._fetch(PAGE, start)
        if len(found) < PAGE:
            self._fetch = None
        if found:
            self.beginInsertRows(NOWHERE, start, start + len(found) - 1)
            self._lines += found
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the text of a cell, what decorates it, or with `LineRole` the whole line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        return line if role == LineRole else _answer(self.columns[index.column()], line, role)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the heading of a column, in the language of the screen; its tooltip says it whole where it is cut."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return tr(column.heading)
        return (_RIGHT if column.is_figure else _LEFT) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _names_changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(self.columns) - 1))


def _answer(column: ColumnOf[Line], line: Line, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return discretion.shown(column.show(line)) if column.names_somebody else column.show(line)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return _RIGHT if column.is_figure else _LEFT
    if role == PillRole:
        return column.kind(line) if column.kind else None
    if role == Qt.ItemDataRole.DecorationRole and column.icon and (name := column.icon(line)):
        return icon(name, "muted")
    return None
