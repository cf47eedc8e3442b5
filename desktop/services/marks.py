"""Marks as rows: appended one after the other, the last one repeated on the line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import Attendance, AttendanceMark
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import COUNTING, AttendanceStatus, MarkSource

_LINE = table_of(Attendance)
_MARK = table_of(AttendanceMark)


@dataclass(frozen=True, slots=True)
class Mark:
    """One answer: what, how it came to the sheet, and why when it corrects a closed one."""

    status: AttendanceStatus | None
    source: MarkSource
    reason: str | None = None


def find_line(work: UnitOfWork, line: UUID) -> UUID:
    """Give the session of a line.

    Raises:
        NotFound: no such line.
    """
    session = work.scalar(sa.select(_LINE.c.session_id).where(_LINE.c.id == line))
    if not isinstance(session, UUID):
        raise NotFound(code=line)
    return session


def write_mark(work: UnitOfWork, line: UUID, given: Mark) -> None:
    """Append a mark and repeat it on its line."""
    work.connection.execute(_MARK.insert(), _mark_row(work, line, given))
    work.change(Attendance, line, **_repeated(work, given))


def mark_many(work: UnitOfWork, lines: Sequence[UUID], given: Mark) -> None:
    """Append the same mark to many lines at once."""
    if not lines:
        return
    work.connection.execute(_MARK.insert(), [_mark_row(work, line, given) for line in lines])
    change = {**_repeated(work, given), "version_id": _LINE.c.version_id + 1, "updated_at": work.now}
    work.run(sa.update(_LINE).where(_LINE.c.id.in_(lines)).values(change))


def _mark_row(work: UnitOfWork, line: UUID, given: Mark) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "attendance_id": line,
        "status": given.status,
        "at": work.now,
        "source": given.source,
        "reason": given.reason,
        "created_at": work.now,
        "created_by": work.member.id,
    }


def _repeated(work: UnitOfWork, given: Mark) -> dict[str, Any]:
    return {
        "status": given.status,
        "counted": given.status in COUNTING,
        "marked_at": work.now if given.status else None,
    }
