"""The week: sessions planned, repeated, copied, cancelled, brought back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from desktop.models.activity import ActivityType, Series, Session
from desktop.models.keys import named_key
from desktop.rights import Permission
from desktop.services.repeats import Repeat, days_of
from desktop.services.session_plans import SessionPlan, insert_session, on_day
from desktop.services.sessions import SessionLine, activity_label, in_week, monday_of, one_session, session_lines
from desktop.services.sheet_rules import given_reason, refuse_counting
from desktop.services.week_copies import Copied, copy_week, take_copies_back
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import SessionState

__all__ = ["ActivityLine", "PlanningService", "SessionPlan"]


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """A kind of activity to choose from."""

    code: str
    label: str
    minutes: int
    pictogram: str


class PlanningService:
    """Plan the sessions of a week and read them back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def activity_types(self) -> list[ActivityLine]:
        """Give the kinds of activity, in their order."""
        label = activity_label()
        question = (
            sa.select(ActivityType.code, label, ActivityType.minutes, ActivityType.pictogram)
            .where(ActivityType.removed_at.is_(None))
            .order_by(ActivityType.position, ActivityType.code)
        )
        with self._desk.read(Permission.SEE_WEEK) as look:
            return [ActivityLine(row.code, row.activity, row.minutes, row.pictogram) for row in look.rows(question)]

    def sessions_of_week(self, day: date, site: str | None = None) -> list[SessionLine]:
        """Give the sessions of the Monday-to-Sunday week of `day`, in running order."""
        with self._desk.read(Permission.SEE_WEEK) as look:
            return session_lines(look, in_week(monday_of(day), site))

    def left_out(self, day: date, site: str | None = None) -> list[SessionLine]:
        """Give the sessions taken out of the week of `day`, which `publish` brings back."""
        with self._desk.read(Permission.SEE_WEEK) as look:
            return session_lines(look, in_week(monday_of(day), site), removed=True)

    def session(self, code: str) -> SessionLine:
        """Give one session.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.read(Permission.SEE_WEEK) as look:
            return one_session(look, code)

    def create(self, plan: SessionPlan) -> str:
        """Plan one session and give its code.

        Raises:
            NotFound: no such activity, site or room.
            BadLength: the minutes make no session.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            _, code = insert_session(work, plan)
            work.trace("plan session", "session", code)
        return code

    def repeat_weekly(self, plan: SessionPlan, repeat: Repeat) -> list[str]:
        """Plan a session on each day its rule names, and give the codes.

        Raises:
            NotFound: no such activity, site or room.
            EndsTooEarly: the last day lies before the first one.
            NeverEnds: the rule has no end, or holds no day.
            BadValue: a day is none of the week.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            rule = repeat.rule(plan.on)
            days = days_of(rule, plan.on)
            series = work.insert(Series, rule=rule, start_on=plan.on, until_on=repeat.until)
            made = [
                insert_session(
                    work, on_day(plan, day), id=named_key("session", series, day), series_id=series, original_on=day
                )
                for day in days
            ]
            work.trace("repeat session", "series", series, ["rule", "start_on", "until_on"])
        return [code for _, code in made]

    def cancel(self, code: str, reason: str) -> None:
        """Cancel a session with its reason; it stays in the week and in the figures.

        Raises:
            NotFound: no session has this code.
            NoReason: the reason is empty.
            HasMarks: people are marked as having come.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            session = one_session(work, code)
            refuse_counting(work, session.id)
            work.change(Session, session.id, state=SessionState.CANCELLED, cancel_reason=given_reason(reason))
            work.trace("cancel session", "session", session.id, ["state", "cancel_reason"])

    def skip(self, code: str) -> None:
        """Take a session out of the plan, as if it had never been meant to be; one of a series leaves the others.

        Raises:
            NotFound: no session has this code.
            HasMarks: people are marked as having come.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            session = one_session(work, code)
            refuse_counting(work, session.id)
            work.change(Session, session.id, removed_at=work.now, removed_by=work.member.id, removed_why="skipped")
            work.trace("skip session", "session", session.id, ["removed_at"])

    def publish(self, code: str) -> None:
        """Put a session on the plan: a draft, or one that was cancelled, skipped or said not to have taken place.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            session = one_session(work, code, removed=None)
            gone = {"removed_at": None, "removed_by": None, "removed_why": None}
            work.change(Session, session.id, state=SessionState.PUBLISHED, cancel_reason=None, outcome=None, **gone)
            work.trace("publish session", "session", session.id, ["state", "cancel_reason", "outcome", "removed_at"])

    def copy_last_week(self, day: date, site: str) -> Copied:
        """Plan the week of `day` like the one before, as one act; what is planned already is not doubled.

        Raises:
            NotFound: a room or an activity of the week before is closed.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            return copy_week(work, monday_of(day), site)

    def undo_copy(self, act: UUID) -> int:
        """Take back the copies that nobody changed or marked since, and say how many.

        Raises:
            NotFound: no week was copied by this act.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            return take_copies_back(work, act)
