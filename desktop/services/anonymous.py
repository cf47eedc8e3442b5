"""People who come without a name: a number on the sheet, and later perhaps a person."""

from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import Attendance
from desktop.models.keys import uuid7
from desktop.services.marks import Mark, write_mark
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import AttendanceStatus, MarkSource, Sex

DEVICE_LETTER = "A"


def add_number(work: UnitOfWork, session: UUID, sex: Sex) -> str:
    """Mark somebody present under the next number of a session, and give it."""
    many = sa.select(sa.func.count()).where(Attendance.session_id == session, Attendance.anon_label.is_not(None))
    label = f"{DEVICE_LETTER}{work.scalar(many) + 1}"
    key = work.insert(Attendance, id=uuid7(), session_id=session, anon_label=label, anon_sex=sex, listed=False)
    write_mark(work, key, Mark(AttendanceStatus.PRESENT, MarkSource.WALK_IN))
    work.trace("add anonymous", "attendance", key)
    return label


def join_number(work: UnitOfWork, session: UUID, label: str, person: UUID | None) -> None:
    """Say who a number was, or with None take it back.

    Raises:
        NotFound: the session has no such number.
    """
    line = work.scalar(sa.select(Attendance.id).where(Attendance.session_id == session, Attendance.anon_label == label))
    if line is None:
        raise NotFound(code=label)
    work.change(Attendance, line, joined_to=person)
    work.trace("join anonymous", "attendance", line, ["joined_to"])
