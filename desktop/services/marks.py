"""Marks as rows: appended one after the other, the last one repeated on the line."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.accounts import Act, ActRow
from desktop.models.activity import Attendance, AttendanceMark, Session
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import COUNTING, AttendanceStatus, MarkSource, SessionOutcome, SessionState

_LINE = table_of(Attendance)
_MARK = table_of(AttendanceMark)


class SheetLocked(DeskError):
    """The attendance sheet was closed and changes only with a reason."""

    sentence = mark("This attendance sheet is closed. Give a reason to correct it.")


class SessionOff(DeskError):
    """Nobody can have come to a session that was not published or not held."""

    sentence = mark("This session is a draft, was cancelled or did not take place. Nobody can be marked.")


class HasMarks(DeskError):
    """People came: what happened cannot be planned away."""

    sentence = mark("{count} people are marked at this session. Clear their marks first.")


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


def editable(work: UnitOfWork, session: UUID, reason: str | None) -> None:
    """Let a mark be made at a session.

    Raises:
        SheetLocked: the sheet is closed and there is no reason.
        SessionOff: the session is cancelled or did not take place.
    """
    row = work.row(
        sa.select(Session.state, Session.outcome, Session.closed_at, Session.site_id).where(Session.id == session)
    )
    if row is None:
        raise NotFound(code=session)
    work.check_site(row.site_id)
    if row.state is not SessionState.PUBLISHED or row.outcome is SessionOutcome.DID_NOT_TAKE_PLACE:
        raise SessionOff
    if row.closed_at is not None and not reason:
        raise SheetLocked


def write_mark(work: UnitOfWork, line: UUID, given: Mark) -> None:
    """Append a mark and repeat it on its line."""
    work.connection.execute(_MARK.insert(), _mark_row(work, line, given))
    work.change(Attendance, line, **_repeated(work, given))


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


def fill(work: UnitOfWork, session: UUID, status: AttendanceStatus) -> tuple[UUID, int]:
    """Mark every unmarked listed line of a session as one act; gives the act and the count."""
    rows = work.rows(
        sa.select(_LINE.c.id, _LINE.c.version_id).where(
            _LINE.c.session_id == session, _LINE.c.status.is_(None), _LINE.c.listed
        )
    )
    act = work.insert(Act, kind="fill attendance", at=work.now)
    given = Mark(status, MarkSource.FILL)
    if rows:
        work.connection.execute(_MARK.insert(), [_mark_row(work, row.id, given) for row in rows])
        change = {**_repeated(work, given), "version_id": _LINE.c.version_id + 1, "updated_at": work.now}
        work.run(sa.update(_LINE).where(_LINE.c.id.in_([row.id for row in rows])).values(change))
    work.insert_many(ActRow, [
        {"act_id": act, "table_name": "attendance", "row_id": row.id, "version_after": row.version_id + 1}
        for row in rows
    ])  # fmt: skip
    work.trace("fill attendance", "session", session, ["status"])
    return act, len(rows)


def clear_untouched(work: UnitOfWork, act: UUID) -> int:
    """Clear the lines of an act that have the version it left them with; gives how many."""
    rows = work.rows(
        sa.select(_LINE.c.id, _LINE.c.session_id)
        .join(ActRow, ActRow.row_id == _LINE.c.id)
        .where(ActRow.act_id == act, _LINE.c.version_id == ActRow.version_after)
    )
    for session in {row.session_id for row in rows}:
        editable(work, session, None)
    for row in rows:
        write_mark(work, row.id, Mark(None, MarkSource.FILL))
    work.change(Act, act, undone_at=work.now)
    work.trace("undo fill", "act", act)
    return len(rows)


def refuse_counting(work: UnitOfWork, session: UUID) -> None:
    """Refuse to undo a session that people came to.

    Raises:
        HasMarks: people are marked as having come.
    """
    counted = sa.select(sa.func.count()).where(Attendance.session_id == session, Attendance.counted)
    if count := work.scalar(counted):
        raise HasMarks(count=count)
