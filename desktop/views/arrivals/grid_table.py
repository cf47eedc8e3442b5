"""The grid of a convoy: what is typed is on disk when the cell is left; what cannot be stays, and says why."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.convoys import ConvoyPerson
from desktop.views.arrivals.grid_cells import CELLS, shown, store
from desktop.views.shared.discretion import discretion
from desktop.views.shared.style import tokens

_NOWHERE = QModelIndex()
ALIKE = len(CELLS)  # the column that says whom somebody looks like
Index = QModelIndex | QPersistentModelIndex


class GridTable(QAbstractTableModel):
    """One row for each person of a convoy."""

    told = Signal(str)  # why the last cell could not be stored, or nothing

    def __init__(self, centre: Centre) -> None:
        super().__init__()
        self._centre = centre
        self._people: list[ConvoyPerson] = []
        self._wrong: dict[tuple[int, int], tuple[str, str]] = {}
        discretion.changed.connect(self.layoutChanged)

    def show_people(self, people: Sequence[ConvoyPerson]) -> None:
        """Show the people of a convoy."""
        self.beginResetModel()
        self._people, self._wrong = list(people), {}
        self.endResetModel()

    def why(self, index: Index) -> str:
        """Say why what stands in a cell is not stored, or nothing."""
        return self._wrong.get((index.row(), index.column()), ("", ""))[1]

    def pair(self, index: Index) -> UUID | None:
        """Give the pair a cell tells of, or None."""
        alike = self._people[index.row()].alike if index.isValid() and index.column() == ALIKE else None
        return alike.pair if alike else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many people there are."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Say how many columns there are."""
        return 0 if parent.isValid() else len(CELLS) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be written in, but for the one that tells of a likeness."""
        written = index.isValid() and index.column() != ALIKE
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if written else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what stands in a cell; one that could not be stored shows what was typed, in the colour of wrong."""
        if not index.isValid():
            return None
        if index.column() == ALIKE:
            return _looks_like(self._people[index.row()], role)
        wrong = self._wrong.get((index.row(), index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            cell = CELLS[index.column()]
            text = wrong[0] if wrong else shown(self._people[index.row()], cell.field)
            hides = cell.names_somebody and role == Qt.ItemDataRole.DisplayRole
            return discretion.shown(text) if hides else text
        if wrong is None:
            return None
        colours = {Qt.ItemDataRole.ForegroundRole: tokens().bad, Qt.ItemDataRole.BackgroundRole: tokens().bad_soft}
        if role in colours:
            return QColor(colours[Qt.ItemDataRole(role)])
        return wrong[1] if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Store a cell; what cannot be stored stays as it was typed."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or index.column() == ALIKE:
            return False
        place, text = (index.row(), index.column()), str(value).strip()
        person, field = self._people[index.row()], CELLS[index.column()].field
        former = self._wrong.pop(place, None)
        if former is not None or text != shown(person, field):
            try:
                self._people[index.row()] = store(self._centre, person, field, text)
            except DeskError as refusal:
                self._wrong[place] = text, refusal.explain()
        self.told.emit(self.why(index))
        self.dataChanged.emit(index, index)
        return True

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the heading of a column, the number of a row."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        if section == ALIKE:
            return tr("Look-alike")
        return tr(CELLS[section].heading) if 0 <= section < len(CELLS) else None


def _looks_like(person: ConvoyPerson, role: int) -> str | None:
    if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
        return None
    alike = person.alike
    return tr("looks like {who}: {reasons}", who=alike.other, reasons=alike.reasons) if alike else ""
