"""A session as the grid is given it."""

from datetime import UTC, datetime
from uuid import UUID

from desktop.services.sessions import SessionLine
from desktop.vocabulary import SessionState


def a_line() -> SessionLine:
    """Give a plain session of a Monday morning."""
    start = datetime(2026, 11, 16, 8, tzinfo=UTC)
    return SessionLine(
        id=UUID(int=1),
        code="S-1",
        activity="Sport",
        activity_code="sport",
        on_date=start.date(),
        starts_at=start,
        ends_at=start.replace(hour=9),
        site="BKO",
        room=None,
        state=SessionState.PUBLISHED,
        outcome=None,
        cancel_reason=None,
        facilitators="",
        closed=False,
        listed=0,
        marked=0,
    )
