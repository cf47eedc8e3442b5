"""The sessions of a day, and those before it that nobody recorded."""

from datetime import date, timedelta

import sqlalchemy as sa

from desktop.models.activity import Attendance, Session
from desktop.models.centre import Site
from desktop.services.sessions import monday_of, session_lines
from desktop.services.today.answers import SessionsToday
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import SessionState

# A sheet found in a drawer after this long is a question for the coordination, not for the day.
_BACK = timedelta(weeks=4)


def sessions_on(look: Reading, day: date) -> SessionsToday:
    """Give the sessions of a day, what was not recorded in the four weeks before, and the count of this week."""
    ended = (
        (Session.state == SessionState.PUBLISHED)
        & (Session.ends_at < look.now)
        & Session.on_date.between(day - _BACK, day)
    )
    open_still = ended & Session.outcome.is_(None) & ~_is_marked()
    lines = session_lines(look, (Session.on_date == day) | open_still)
    # Counted as the weekly summary counts: what was called off is dealt with, whatever its day.
    off = Session.state == SessionState.CANCELLED
    week = Session.on_date.between(monday_of(day), monday_of(day) + timedelta(days=6))
    counted = look.row(
        sa.select(sa.func.count().label("ended"), sa.func.count().filter(~open_still).label("recorded"))
        .select_from(Session)
        .join(Site, Site.id == Session.site_id)
        .where(week, off | ended)
        .where(Session.removed_at.is_(None), look.own_sites(Session.site_id))
    )
    return SessionsToday(
        day=tuple(line for line in lines if line.on_date == day),
        unrecorded=tuple(line for line in lines if line.on_date != day),
        recorded=counted.recorded if counted else 0,
        ended=counted.ended if counted else 0,
    )


def _is_marked() -> sa.ColumnElement[bool]:
    marks = sa.select(Attendance.id).where(Attendance.session_id == Session.id, Attendance.status.is_not(None))
    return marks.correlate(Session).exists()
