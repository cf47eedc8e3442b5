"""The week: sessions planned, repeated, copied, cancelled."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.models.activity import ActivityType, Series, Session
from desktop.models.centre import Room, Site
from desktop.models.keys import named_key, uuid7
from desktop.rights import Permission
from desktop.services.codes import mint
from desktop.services.marks import refuse_counting
from desktop.services.sessions import (
    WEEK,
    SessionLine,
    activity_label,
    in_week,
    monday_of,
    one_session,
    session_lines,
)
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import SessionState


class EndsTooEarly(DeskError):
    """A series must end after it begins."""

    sentence = mark("The last day lies before the first one.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """A session to plan: local day and hour; no minutes named means the usual length."""

    activity: str
    site: str
    on: date
    at: time
    minutes: int | None = None
    room: str | None = None
    facilitators: str = ""
    draft: bool = False


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
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            code = _insert(work, plan, {})
            work.trace("plan session", "session", code)
        return code

    def repeat_weekly(self, plan: SessionPlan, until: date) -> list[str]:
        """Plan a session on its day of every week until `until`, and give the codes.

        Raises:
            NotFound: no such activity, site or room.
            EndsTooEarly: `until` lies before the first day.
        """
        from dateutil.rrule import WEEKLY, rrule  # noqa: PLC0415 - only to repeat a session

        if until < plan.on:
            raise EndsTooEarly
        rule = rrule(WEEKLY, dtstart=datetime.combine(plan.on, time()), until=datetime.combine(until, time()))
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            series = work.insert(Series, rule="FREQ=WEEKLY", start_on=plan.on, until_on=until)
            codes = [_insert_of_series(work, plan, series, moment.date()) for moment in rule]
            work.trace("repeat session", "series", series, ["rule", "start_on", "until_on"])
        return codes

    def cancel(self, code: str, reason: str) -> None:
        """Cancel a session with its reason.

        Raises:
            NotFound: no session has this code.
            HasMarks: people are marked as having come.
        """
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            session = one_session(work, code)
            refuse_counting(work, session.id)
            work.change(Session, session.id, state=SessionState.CANCELLED, cancel_reason=reason)
            work.trace("cancel session", "session", session.id, ["state", "cancel_reason"])

    def copy_last_week(self, day: date, site: str) -> list[str]:
        """Plan the week of `day` like the one before; what is planned already is not doubled."""
        monday = monday_of(day)
        with self._desk.begin(Permission.PLAN_WEEK) as work:
            there = {(line.activity_code, line.starts_at) for line in session_lines(work, in_week(monday, site))}
            codes = [
                _insert(work, _moved(line), {})
                for line in session_lines(work, in_week(monday - WEEK, site))
                if line.state is not SessionState.CANCELLED and (line.activity_code, line.starts_at + WEEK) not in there
            ]
            work.trace("copy week", "week", monday, ["sessions"])
        return codes


def _insert_of_series(work: UnitOfWork, plan: SessionPlan, series: UUID, on: date) -> str:
    placed = SessionPlan(**{name: getattr(plan, name) for name in plan.__slots__} | {"on": on})
    link = {"id": named_key("session", series, on), "series_id": series, "original_on": on}
    return _insert(work, placed, link)


def _insert(work: UnitOfWork, plan: SessionPlan, link: dict[str, Any]) -> str:
    kind = work.row(
        sa.select(ActivityType.id, ActivityType.minutes)
        .where(ActivityType.code == plan.activity, ActivityType.removed_at.is_(None))
    )  # fmt: skip
    site = work.row(sa.select(Site.id, Site.zone).where(Site.code == plan.site))
    if kind is None or site is None:
        raise NotFound(code=plan.activity if kind is None else plan.site)
    work.check_site(site.id)
    starts = datetime.combine(plan.on, plan.at, ZoneInfo(site.zone))
    code = mint(work, "session", plan.site, plan.on.year)
    values = {
        "id": uuid7(),
        "code": code,
        "type_id": kind.id,
        "site_id": site.id,
        "room_id": _room(work, site.id, plan.room),
        "on_date": plan.on,
        "starts_at": starts,
        "ends_at": starts + timedelta(minutes=plan.minutes or kind.minutes),
        "state": SessionState.DRAFT if plan.draft else SessionState.PUBLISHED,
        "facilitators": plan.facilitators,
    }
    work.insert(Session, **values | link)
    return code


def _room(work: UnitOfWork, site: UUID, name: str | None) -> UUID | None:
    if name is None:
        return None
    found = work.scalar(sa.select(Room.id).where(Room.site_id == site, Room.name == name))
    if not isinstance(found, UUID):
        raise NotFound(code=name)
    return found


def _moved(line: SessionLine) -> SessionPlan:
    start = line.starts_at + WEEK
    return SessionPlan(
        activity=line.activity_code,
        site=line.site,
        on=start.date(),
        at=start.time(),
        minutes=int((line.ends_at - line.starts_at).total_seconds() // 60),
        room=line.room,
        facilitators=line.facilitators,
    )
