"""How far the marking of a session has come, in one word wherever it is shown."""

from datetime import datetime
from enum import StrEnum

from desktop.i18n import mark
from desktop.services.sessions import SessionLine
from desktop.vocabulary import SessionOutcome, SessionState


class Standing(StrEnum):
    """What a session waits for."""

    DRAFT = "draft"
    TO_COME = "to_come"
    TO_MARK = "to_mark"
    BEGUN = "begun"
    MARKED = "marked"
    NOT_RECORDED = "not_recorded"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"


STANDING_WORDS = {
    Standing.DRAFT: mark("Draft"),
    Standing.TO_COME: mark("To come"),
    Standing.TO_MARK: mark("To mark"),
    Standing.BEGUN: mark("{marked} marked of {listed}"),
    Standing.MARKED: mark("All marked: {listed}"),
    Standing.NOT_RECORDED: mark("Not recorded yet"),
    Standing.CANCELLED: mark("Cancelled"),
    Standing.NOT_HELD: mark("Did not take place"),
}


def standing(line: SessionLine, now: datetime) -> Standing:
    """Say where the marking of a session stands at a moment."""
    if line.state is SessionState.CANCELLED:
        return Standing.CANCELLED
    if line.outcome is SessionOutcome.DID_NOT_TAKE_PLACE:
        return Standing.NOT_HELD
    if line.state is SessionState.DRAFT:
        return Standing.DRAFT
    if line.marked:
        return Standing.MARKED if line.marked >= line.listed else Standing.BEGUN
    if line.ends_at < now:
        return Standing.NOT_RECORDED
    today = now.astimezone(line.starts_at.tzinfo).date()
    return Standing.TO_MARK if line.on_date <= today else Standing.TO_COME
