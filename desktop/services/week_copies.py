"""Copying the week before as one act, and taking back what nobody touched since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Act, ActRow
from desktop.models.activity import Attendance, AttendanceMark, Session
from desktop.services.session_plans import SessionPlan, a_week_later, insert_session, plan_of
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
    before = session_lines(work, in_week(monday - WEEK, site))
    plans = [a_week_later(line) for line in before if line.state is not SessionState.CANCELLED]
    copied = plan_together(work, not_there(plans, session_lines(work, in_week(monday, site))))
    work.trace(_KIND, "act", copied.act, ["sessions"])
    return copied


def not_there(plans: Iterable[SessionPlan], lines: Iterable[SessionLine]) -> list[SessionPlan]:
    """Give the plans that no session of `lines` is: the same activity at the same hour in the same room."""
    there = {_slot(plan_of(line)) for line in lines}
    return [plan for plan in plans if _slot(plan) not in there]


def plan_together(work: UnitOfWork, plans: Iterable[SessionPlan]) -> Copied:
    """Plan sessions as one act, which `take_copies_back` undoes; the caller traces it.

    Raises:
        NotFound: a room or an activity is closed.
    """
    act = work.insert(Act, kind=_KIND, at=work.now)
    made = [insert_session(work, plan) for plan in plans]
    work.insert_many(
        ActRow, [{"act_id": act, "table_name": "session", "row_id": key, "version_after": 1} for key, _ in made]
    )
    return Copied(act, tuple(code for _, code in made))


def _slot(plan: SessionPlan) -> tuple[str, date, time, str | None]:
    return plan.activity, plan.on, plan.at, plan.room


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
