"""The table of people, fetched a page at a time as it is scrolled."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.i18n import mark, tr
from desktop.services.people import PersonSummary
from desktop.vocabulary import SEX_LETTERS

Index = QModelIndex | QPersistentModelIndex
Search = Callable[[str, int, int], list[PersonSummary]]

PAGE = 100
NOWHERE = QModelIndex()
LineRole = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    NAME = 1
    SEX_AND_AGE = 2
    LANGUAGES = 3
    SITE = 4
    HERE = 5


HEADINGS = {
    Column.CODE: mark("Code"),
    Column.NAME: mark("Name"),
    Column.SEX_AND_AGE: mark("Sex, age"),
    Column.LANGUAGES: mark("Languages"),
    Column.SITE: mark("Site"),
    Column.HERE: mark("In the house"),
}


class PeopleTable(QAbstractTableModel):
    """Shows the people a search finds, and asks for the next page when the view nears the end."""

    def __init__(self, search: Search) -> None:
        super().__init__()
        self._search = search
        self._text = ""
        self._lines: list[PersonSummary] = []
        self._more = False

    def show_found(self, text: str) -> None:
        """Replace everything by the first page of what `text` finds.

        Raises:
            NotAllowed: the reader may not see people.
        """
        found = self._search(text, PAGE, 0)
        self.beginResetModel()
        self._text, self._lines, self._more = text, found, len(found) == PAGE
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many lines are loaded."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Say whether the last page was a full one."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Add the next page."""
        if not self.canFetchMore(parent):
            return
        start = len(self._lines)
        found = self._search(self._text, PAGE, start)
        self._more = len(found) == PAGE
        if found:
            self.beginInsertRows(NOWHERE, start, start + len(found) - 1)
            self._lines += found
            self.endInsertRows()

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


def _cell(line: PersonSummary, column: Column) -> str:
    cells = {
        Column.CODE: line.code,
        Column.NAME: line.name,
        Column.SEX_AND_AGE: tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}"),
        Column.LANGUAGES: line.languages,
        Column.SITE: line.site or "",
        Column.HERE: tr("Yes") if line.in_house else tr("No"),
    }
    return cells[column]
