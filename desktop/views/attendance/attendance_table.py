"""The table of one attendance sheet."""

from enum import IntEnum

from desktop.i18n import mark, tr
from desktop.services.attendance import AttendanceLine
from desktop.views.attendance.words import SHORT_WORDS
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.mark_kinds import MARK_KINDS
from desktop.vocabulary import SEX_LETTERS


class Column(IntEnum):
    """The columns, from the left."""

    NAME = 0
    SEX_AND_AGE = 1
    STATUS = 2
    CODE = 3


def _name(line: AttendanceLine) -> str:
    if line.anonymous and line.person_code is None:
        return tr("Without a name, number {label}", label=line.name)
    return line.name or tr("No name yet")


def _sex_and_age(line: AttendanceLine) -> str:
    return tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}")


def _status(line: AttendanceLine) -> str:
    return "—" if line.status is None else tr(SHORT_WORDS[line.status])


COLUMNS: tuple[ColumnOf[AttendanceLine], ...] = (
    ColumnOf(heading=mark("Name"), show=_name, names_somebody=True, icon=lambda line: "plus" if line.walk_in else None),
    ColumnOf(heading=mark("Sex, age"), show=_sex_and_age, width=90),
    ColumnOf(
        heading=mark("Attendance"),
        show=_status,
        kind=lambda line: None if line.status is None else MARK_KINDS[line.status],
        width=155,
    ),
    ColumnOf(heading=mark("Code"), show=lambda line: line.person_code or "", width=150),
)


class AttendanceTable(LineTable[AttendanceLine]):
    """Shows the lines of a sheet as they stand on disk."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)

    def lines(self) -> list[AttendanceLine]:
        """Give every line, from the top."""
        return list(self._lines)

    def row_of(self, attendance_id: object) -> int:
        """Say in which row a line stands, or -1."""
        rows = (row for row, line in enumerate(self._lines) if line.attendance_id == attendance_id)
        return next(rows, -1)
