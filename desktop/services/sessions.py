"""Sessions as they are read, wherever they are shown."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.i18n import language
from desktop.models.activity import ActivityType, Attendance, Session
from desktop.models.centre import Room, Site
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import SessionOutcome, SessionState

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session as the week shows it; times are local to its site."""

    id: UUID
    code: str
    activity: str
    activity_code: str
    on_date: date
    starts_at: datetime
    ends_at: datetime
    site: str
    room: str | None
    state: SessionState
    outcome: SessionOutcome | None
    cancel_reason: str | None
    facilitators: str
    closed: bool
    listed: int
    marked: int
    series: UUID | None = None  # it comes back
    original_on: date | None = None  # the date its rule names


def monday_of(day: date) -> date:
    """Give the Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def activity_label() -> Any:
    """Give the column with the name of an activity in the language in use."""
    return (ActivityType.label_en if language() == "en" else ActivityType.label_fr).label("activity")


def one_session(look: Reading, code: str, *, removed: bool | None = False) -> SessionLine:
    """Give one session by its code; `removed` as for `session_lines`.

    Raises:
        NotFound: there is none, or not at a site of the member of staff.
    """
    found = session_lines(look, Session.code == code.strip().upper(), removed=removed)
    if not found:
        raise NotFound(code=code)
    return found[0]


def session_lines(
    look: Reading, condition: sa.ColumnElement[bool], *, removed: bool | None = False
) -> list[SessionLine]:
    """Give the sessions that meet a condition on `Session` and `Site`, in running order.

    Those taken out of the plan are left out, or with `removed` the only ones; with None both are given.
    """
    kept = {None: sa.true(), False: Session.removed_at.is_(None), True: Session.removed_at.is_not(None)}[removed]
    question = (
        sa.select(
            Session.id, Session.code, activity_label(), ActivityType.code.label("activity_code"), Session.on_date,
            Session.starts_at, Session.ends_at, Site.code.label("site"), Site.zone, Room.name.label("room"),
            Session.state, Session.outcome, Session.cancel_reason, Session.facilitators, Session.closed_at,
            Session.series_id.label("series"), Session.original_on,
            _count(Attendance.listed | Attendance.status.is_not(None)).label("listed"),
            _count(Attendance.status.is_not(None)).label("marked"),
        )
        .join(ActivityType, Session.type_id == ActivityType.id)
        .join(Site, Session.site_id == Site.id)
        .outerjoin(Room, Session.room_id == Room.id)
        .where(condition, kept, look.own_sites(Session.site_id))
        .order_by(Session.starts_at, Session.code)
    )  # fmt: skip
    return [_line(row) for row in look.rows(question)]


def _count(condition: sa.ColumnElement[bool]) -> Any:
    counted = sa.select(sa.func.count()).where(Attendance.session_id == Session.id, condition)
    return counted.correlate(Session).scalar_subquery()


def _line(row: sa.Row[Any]) -> SessionLine:
    values = dict(row._mapping)  # noqa: SLF001 - the documented way to a row's names
    zone = ZoneInfo(values.pop("zone"))
    values["closed"] = values.pop("closed_at") is not None
    values["starts_at"] = values["starts_at"].astimezone(zone)
    values["ends_at"] = values["ends_at"].astimezone(zone)
    return SessionLine(**values)


def in_week(monday: date, site: str | None = None) -> sa.ColumnElement[bool]:
    """Give the condition of the sessions of a week, at one site (its code) or at all."""
    week = Session.on_date.between(monday, monday + WEEK - timedelta(days=1))
    return week if site is None else sa.and_(week, Site.code == site)
