"""Sessions changed after they were planned; whatever was done to them can be undone exactly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.activity import Attendance, Session
from desktop.models.base import table_of
from desktop.rights import Permission
from desktop.services.session_plans import SessionPlan, planned_values
from desktop.services.sessions import in_week, monday_of, one_session, session_lines
from desktop.services.sheet_rules import HasMarks
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vocabulary import SessionState

_SESSION = table_of(Session)
_KEPT = (
    "type_id", "site_id", "room_id", "on_date", "starts_at", "ends_at", "state", "cancel_reason", "outcome",
    "facilitators", "removed_at", "removed_by", "removed_why", "series_id", "original_on",
)  # fmt: skip


class ReportMade(DeskError):
    """What was reported is corrected on its sheet, never planned otherwise afterwards."""

    sentence = mark("The sheet of this session is closed: it can no longer be planned otherwise.")


@dataclass(frozen=True, slots=True)
class SessionWas:
    """A session as it stood before one act, which `restore` brings back."""

    id: UUID
    version: int
    values: Mapping[str, Any]


class SessionChangeService:
    """Change sessions, and bring them back as they were."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def as_it_stands(self, code: str) -> SessionWas:
        """Give what `restore` needs to undo the one act that comes next.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.read(Permission.PLAN_WEEK) as look:
            return kept(look, one_session(look, code, removed=None).id)

    def change(self, code: str, plan: SessionPlan) -> None:
        """Plan a session otherwise: its activity, day, hour, length, room or facilitators; its state stays.

        Raises:
            NotFound: no such session, activity, site or room.
            BadLength: the minutes make no session.
            HasMarks: people are marked, and it would move to another day.
            ReportMade: its sheet is closed.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            session = one_session(work, code)
            if session.closed:
                raise ReportMade
            if plan.on != session.on_date:
                _refuse_marked(work, session.id)
            values = planned_values(work, plan)
            del values["state"]
            was = kept(work, session.id).values
            changed = [name for name, value in values.items() if value != was[name]]
            work.change(Session, session.id, **values)
            work.trace("change session", "session", session.id, changed)

    def restore(self, was: Sequence[SessionWas]) -> None:
        """Bring sessions back as they stood before one act, all of them or none.

        Raises:
            ChangedMeanwhile: one was changed since that act.
            HasMarks: people were marked since at one that would move or go.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            for one in was:
                put_back(work, one)
                work.trace("undo change of session", "session", one.id, _KEPT)
            if not was:
                work.trace("undo change of session")

    def take_out(self, codes: Sequence[str]) -> None:
        """Take sessions out of the plan in one act, as when planning them is undone.

        Raises:
            NotFound: one of them is not planned.
            HasMarks: people are marked at one.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            for code in codes:
                session = one_session(work, code)
                _refuse_marked(work, session.id)
                gone: dict[str, Any] = {
                    "removed_at": work.now,
                    "removed_by": work.member.id,
                    "removed_why": "planning undone",
                }
                work.change(Session, session.id, **gone)
            work.trace("take sessions out", "session", ",".join(codes), ["removed_at"])

    def publish_week(self, day: date, site: str | None = None) -> tuple[SessionWas, ...]:
        """Publish every draft of the week of `day` in one act, and give how each stood before."""
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            drafts = sa.and_(in_week(monday_of(day), site), Session.state == SessionState.DRAFT)
            before = tuple(kept(work, line.id) for line in session_lines(work, drafts))
            for one in before:
                work.change(Session, one.id, state=SessionState.PUBLISHED)
            work.trace("publish week", "week", monday_of(day), ["state"])
        return before


def put_back(work: UnitOfWork, was: SessionWas) -> None:
    """Bring one session back as it stood before one act.

    Raises:
        ChangedMeanwhile: it was changed since that act.
        HasMarks: people were marked since, and it would move or go.
    """
    now = kept(work, was.id).values
    work.check_site(now["site_id"])
    if _unmarks(now, was.values):
        _refuse_marked(work, was.id)
    work.change(Session, was.id, seen_version=was.version + 1, **was.values)


def kept(look: Reading, session: UUID) -> SessionWas:
    """Give a session as it stands, by its key."""
    columns = [_SESSION.c[name] for name in _KEPT]
    row = look.rows(sa.select(_SESSION.c.version_id, *columns).where(_SESSION.c.id == session))[0]
    return SessionWas(session, row.version_id, {name: getattr(row, name) for name in _KEPT})


def _unmarks(now: Mapping[str, Any], then: Mapping[str, Any]) -> bool:
    """Say whether marks could not stand on a session as it was then."""
    if now["on_date"] != then["on_date"]:
        return True
    gone = then["removed_at"] is not None or then["state"] is not SessionState.PUBLISHED or then["outcome"] is not None
    return gone and now["state"] is SessionState.PUBLISHED


def _refuse_marked(work: UnitOfWork, session: UUID) -> None:
    marked = sa.select(sa.func.count()).where(Attendance.session_id == session, Attendance.status.is_not(None))
    if count := work.scalar(marked):
        raise HasMarks(count=count)
