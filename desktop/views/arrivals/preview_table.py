"""The people of a list as they would come in; a cell is corrected where it is read."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor

from desktop.i18n import mark, tr
from desktop.services.convoys import born
from desktop.spreadsheets.words import Field
from desktop.views.arrivals.preview_lines import PreviewLine
from desktop.views.shared.line_table import ColumnOf, Index, LineTable
from desktop.views.shared.style import tokens
from desktop.vocabulary import SEX_LETTERS

NAME, GIVEN, SEX, BIRTH, WRISTBAND, BED, REMARK = range(1, 8)
# What of the list a column shows; the first of them the list has is the one that is corrected.
_FIELDS = {
    NAME: (Field.FAMILY_NAME, Field.FULL_NAME),
    GIVEN: (Field.GIVEN_NAMES,),
    SEX: (Field.SEX,),
    BIRTH: (Field.BIRTH, Field.AGE),
    WRISTBAND: (Field.WRISTBAND,),
}


class PreviewTable(LineTable[PreviewLine]):
    """One line for each person of the list."""

    corrected = Signal(int, str, str)  # row and column of the spreadsheet, and what the cell shall say

    def __init__(self) -> None:
        self._columns: Mapping[str, str] = {}
        super().__init__((
            ColumnOf(heading=mark("Row"), show=lambda line: str(line.person.row), is_figure=True, width=70),
            ColumnOf(heading=mark("Name"), show=self._name, names_somebody=True, width=190),
            ColumnOf(heading=mark("Given names"), show=lambda line: line.person.given_names, names_somebody=True,
                     width=170),
            ColumnOf(heading=mark("Sex"), show=lambda line: tr(SEX_LETTERS[line.person.sex]), width=70),
            ColumnOf(heading=mark("Birth or age"), show=_birth, width=155),
            ColumnOf(heading=mark("Wristband"), show=lambda line: line.person.wristband or "—", width=120),
            ColumnOf(heading=mark("Proposed bed"), show=lambda line: line.bed or tr("Staging area"), width=150),
            ColumnOf(heading=mark("To look at"), show=_remark, kind=lambda line: line.kind),
        ))  # fmt: skip

    def understand(self, columns: Mapping[str, str]) -> None:
        """Hear which column of the list says what."""
        self._columns = columns

    @property
    def splits_names(self) -> bool:
        """Say whether the list has given names apart."""
        return bool(self._columns.get(Field.GIVEN_NAMES) and self._columns.get(Field.FAMILY_NAME))

    def stands_in(self, line: PreviewLine, column: int) -> str:
        """Give the column of the spreadsheet that a cell here corrects, or nothing."""
        if column == REMARK:
            return line.remarks[0].column if line.remarks else ""
        found = [self._columns[field] for field in _FIELDS.get(column, ()) if self._columns.get(field)]
        if column == NAME and not found:
            found = [self._columns.get(Field.GIVEN_NAMES, "")]
        wrong = [one for one in found if line.wrong(one)]
        return (wrong or found or [""])[0]

    def to_correct(self, row: int) -> int:
        """Say in which column the first thing to look at of a row is corrected."""
        line = self.line(row)
        wanted = line.remarks[0].column if line.remarks else ""
        return next((column for column in _FIELDS if wanted and self.stands_in(line, column) == wanted), REMARK)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the cells be written in that stand in the list."""
        can = index.isValid() and bool(self.stands_in(self.line(index.row()), index.column()))
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell; one that cannot be shows what the list says, in the colour of wrong."""
        if not index.isValid():
            return None
        line, column = self.line(index.row()), index.column()
        place = self.stands_in(line, column)
        if role == Qt.ItemDataRole.EditRole:
            return line.cells.get(place, "")
        wrong = line.wrong(place) if place and column != REMARK else None
        if wrong is None:
            return super().data(index, role)
        colours = {Qt.ItemDataRole.ForegroundRole: tokens().bad, Qt.ItemDataRole.BackgroundRole: tokens().bad_soft}
        if role in colours:
            return QColor(colours[Qt.ItemDataRole(role)])
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrong.message
        said = line.cells.get(place, "")
        return said if role == Qt.ItemDataRole.DisplayRole and column == BIRTH and said else super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Tell what a cell of the list shall say from now on."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        line, text = self.line(index.row()), " ".join(str(value).split())
        place = self.stands_in(line, index.column())
        if not place or text == line.cells.get(place, ""):
            return False
        self.corrected.emit(line.person.row, place, text)
        return True

    def _name(self, line: PreviewLine) -> str:
        person = line.person
        whole = person.family_name if self.splits_names else f"{person.given_names} {person.family_name}".strip()
        return whole or tr("No name yet")


def _birth(line: PreviewLine) -> str:
    birth = line.person.birth
    return born(birth.min, birth.max, birth.said) or "—"


def _remark(line: PreviewLine) -> str:
    said = [remark.message for remark in line.remarks[:1]] + [looks_like(line) for _ in line.alike[:1]]
    return " · ".join(said)


def looks_like(line: PreviewLine) -> str:
    """Say whom a line looks like, by code or by row, and why: never by name."""
    best = line.alike[0]
    who = best.other.code or tr("row {row}", row=best.key[1])
    return tr("looks like {who}: {reasons}", who=who, reasons=best.reasons)
