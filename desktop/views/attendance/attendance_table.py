"""The table of one attendance sheet."""

from enum import IntEnum

from desktop.i18n import mark, tr
from desktop.services.attendance import AttendanceLine
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.vocabulary import ATTENDANCE_WORDS, SEX_LETTERS


class Column(IntEnum):
    """The columns, from the left."""

    CODE = 0
    NAME = 1
    SEX_AND_AGE = 2
    STATUS = 3


def _sex_and_age(line: AttendanceLine) -> str:
    return tr(SEX_LETTERS[line.sex]) + ("" if line.age is None else f", {line.age}")


def _status(line: AttendanceLine) -> str:
    return "—" if line.status is None else tr(ATTENDANCE_WORDS[line.status])


COLUMNS: tuple[ColumnOf[AttendanceLine], ...] = (
    ColumnOf(heading=mark("Code"), show=lambda line: line.person_code or ""),
    ColumnOf(heading=mark("Name"), show=lambda line: line.name, names_somebody=True),
    ColumnOf(heading=mark("Sex, age"), show=_sex_and_age),
    ColumnOf(heading=mark("Attendance"), show=_status, width=220),
)


class AttendanceTable(LineTable[AttendanceLine]):
    """Shows the lines of a sheet as the service gave them."""

    def __init__(self) -> None:
        super().__init__(COLUMNS)
