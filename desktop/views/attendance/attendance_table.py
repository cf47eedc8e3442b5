"""The table of one attendance sheet."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import mark, tr
from desktop.services.attendance import AttendanceLine
from desktop.vocabulary import ATTENDANCE_WORDS, SEX_LETTERS

Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
LineRole = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    NAME = 1
    SEX_AND_AGE = 2
    STATUS = 3


HEADINGS = {
    Column.CODE: mark("Code"),
    Column.NAME: mark("Name"),
    Column.SEX_AND_AGE: mark("Sex, age"),
    Column.STATUS: mark("Attendance"),
}


class AttendanceTable(QAbstractTableModel):
    """Shows attendance lines; it never fetches or saves any."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[AttendanceLine] = []

    def show_lines(self, lines: list[AttendanceLine]) -> None:
        """Replace everything on the sheet."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many lines the sheet has."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the text of a cell, or with `LineRole` the whole line."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        return _cell(line, Column(index.column())) if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the heading of a column, in the language of the screen."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[Column(section)])
        return None


def _cell(line: AttendanceLine, column: Column) -> str:
    cells = {
        Column.CODE: line.person_code or "",
        Column.NAME: line.name,
        Column.SEX_AND_AGE: tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}"),
        Column.STATUS: "—" if line.status is None else tr(ATTENDANCE_WORDS[line.status]),
    }
    return cells[column]
