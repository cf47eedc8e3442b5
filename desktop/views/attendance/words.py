"""Sentences about a session, and its marks in few words."""

from desktop.formats import clock, day_and_month, day_name
from desktop.i18n import mark, tr
from desktop.services.sessions import SessionLine
from desktop.vocabulary import ATTENDANCE_WORDS, AttendanceStatus, SessionOutcome, SessionState

SHORT_WORDS = ATTENDANCE_WORDS | {
    AttendanceStatus.LATE: mark("Came late"),
    AttendanceStatus.LEFT_EARLY: mark("Left before"),
    AttendanceStatus.DID_NOT_WISH: mark("Did not wish"),
}


def title_of(line: SessionLine) -> str:
    """Name a session by what, when and where it is."""
    when = tr("{day} {date}, {start} to {end}", day=day_name(line.on_date), date=day_and_month(line.on_date),
              start=clock(line.starts_at.time()), end=clock(line.ends_at.time()))  # fmt: skip
    return f"{line.activity} · {when}" + (f" · {line.room}" if line.room else "")


def closed_words(line: SessionLine, *, may_mark: bool) -> str:
    """Say why a sheet cannot be marked, or nothing when it can."""
    if line.state is SessionState.CANCELLED:
        return tr("This session was cancelled: {reason}", reason=line.cancel_reason or "—")
    if line.outcome is SessionOutcome.DID_NOT_TAKE_PLACE:
        return tr("This session did not take place: {reason}", reason=line.cancel_reason or "—")
    if line.state is SessionState.DRAFT:
        return tr("This session is a draft: it can be marked once it is published.")
    if line.closed:
        return tr("This sheet is closed: its report is made.")
    return "" if may_mark else tr("You may read this sheet; your account does not mark attendance.")
