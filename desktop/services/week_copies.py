"""Copying the week before as one act, and taking back what nobody touched since."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.activity import Attendance, AttendanceMark, Session
from desktop.services.session_plans import a_week_later, insert_session
from desktop.services.sessions import WEEK, SessionLine, in_week, session_lines
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import SessionState

_KIND = "copy week"


@dataclass(frozen=True, slots=True)
class Copied:
    """What copying a week did: the act that can be undone, and the codes of the new sessions."""

    act: UUID
    codes: tuple[str, ...]


def copy_week(work: UnitOfWork, monday: date, site: str) -> Copied:
    """Plan a week like the one before; what is planned already is not doubled.

    Raises:
        NotFound: a room or an activity of the week before is closed.
    """
    there = {(line.activity_code, line.starts_at, line.room) for line in session_lines(work, in_week(monday, site))}
    lines = [
        line
        for line in session_lines(work, in_week(monday - WEEK, site))
        if line.state is not SessionState.CANCELLED and _place(line) not in there
    ]
    act = work.insert(Act, kind=_KIND, at=work.now)
    made = [insert_session(work, a_week_later(line)) for line in lines]
    work.insert_many(
        ActRow, [{"act_id": act, "table_name": "session", "row_id": key, "version_after": 1} for key, _ in made]
    )
    work.trace(_KIND, "act", act, ["sessions"])
    return Copied(act, tuple(code for _, code in made))


def _place(line: SessionLine) -> tuple[str, object, str | None]:
    return line.activity_code, line.starts_at + WEEK, line.room


def take_copies_back(work: UnitOfWork, act: UUID) -> int:
    """Take away the copies that are as they were made and where nobody is marked; gives how many.

    Raises:
        NotFound: no week was copied by this act.
        NotAllowed: the member of staff works at other sites.
    """
    if work.scalar(sa.select(Act.id).where(Act.id == act, Act.kind == _KIND)) is None:
        raise NotFound(code=act)
    marked = (
        sa.select(AttendanceMark.id)
        .join(Attendance, Attendance.id == AttendanceMark.attendance_id)
        .where(Attendance.session_id == Session.id)
        .exists()
    )
    rows = work.rows(
        sa.select(Session.id, Session.site_id)
        .join(ActRow, ActRow.row_id == Session.id)
        .where(ActRow.act_id == act, Session.version_id == ActRow.version_after, ~marked)
    )
    for row in rows:
        work.check_site(row.site_id)
        work.change(
            Session, row.id, removed_at=work.now, removed_by=work.member.id, removed_why="copy of the week undone"
        )
    work.change(Act, act, undone_at=work.now)
    work.trace("undo copy of week", "act", act, ["sessions"])
    return len(rows)
