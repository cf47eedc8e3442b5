"""What an attendance sheet refuses, each with its sentence."""

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import DeskError, NotFound
from desktop.formats import short_date
from desktop.i18n import mark
from desktop.models.activity import Attendance, Session
from desktop.models.centre import Site
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import COUNTING, AttendanceStatus, SessionOutcome, SessionState


class SheetLocked(DeskError):
    """The attendance sheet was closed and changes only with a reason."""

    sentence = mark("This attendance sheet is closed. Give a reason to correct it.")


class SessionOff(DeskError):
    """Nobody can have come to a session that was not published or not held."""

    sentence = mark("This session is a draft, was cancelled or did not take place. Nobody can be marked.")


class NotBegun(DeskError):
    """Nobody can have come to a session whose day has not come."""

    sentence = mark("This session is on {day}. Nobody can have come to it yet.")


class HasMarks(DeskError):
    """People came: what happened cannot be planned away."""

    sentence = mark("{count} people are marked at this session. Clear their marks first.")


class NoReason(DeskError):
    """What falls through needs a reason: the week's summary counts them."""

    sentence = mark("Say why: the reason is counted in the summary of the week.")


def editable(work: UnitOfWork, session: UUID, status: AttendanceStatus | None, reason: str | None = None) -> None:
    """Let a mark be made at a session.

    Raises:
        NotFound: no session has this key.
        NotAllowed: the member of staff works at other sites.
        SheetLocked: the sheet is closed and there is no reason.
        SessionOff: the session is a draft, cancelled or did not take place.
        NotBegun: somebody would have come before the day of the session.
    """
    row = work.row(
        sa.select(Session.state, Session.outcome, Session.closed_at, Session.site_id, Session.on_date, Site.zone)
        .join(Site, Site.id == Session.site_id)
        .where(Session.id == session, Session.removed_at.is_(None))
    )
    if row is None:
        raise NotFound(code=session)
    work.check_site(row.site_id)
    if row.state is not SessionState.PUBLISHED or row.outcome is SessionOutcome.DID_NOT_TAKE_PLACE:
        raise SessionOff
    if row.closed_at is not None and not reason:
        raise SheetLocked
    if status in COUNTING and _today(work.now, row.zone) < row.on_date:
        raise NotBegun(day=short_date(row.on_date))


def _today(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def refuse_counting(work: UnitOfWork, session: UUID) -> None:
    """Refuse to undo a session that people came to.

    Raises:
        HasMarks: people are marked as having come.
    """
    counted = sa.select(sa.func.count()).where(Attendance.session_id == session, Attendance.counted)
    if count := work.scalar(counted):
        raise HasMarks(count=count)


def given_reason(text: str) -> str:
    """Give a reason as it is kept.

    Raises:
        NoReason: it is empty.
    """
    if not (kept := " ".join(text.split())):
        raise NoReason
    return kept
