"""What became of the sessions of a week."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.services.figures.answers import SessionCounts
from desktop.vocabulary import SessionOutcome, SessionState


class Became(StrEnum):
    """What became of a session by the data stop; each is exactly one of these."""

    HELD = "held"
    CANCELLED = "cancelled"
    NOT_RECORDED = "not_recorded"
    TO_COME = "to_come"


def became(row: Any, stop: datetime) -> Became:
    """Say what became of a session: held once somebody came or staff said so, to come until it is over."""
    if row.state is SessionState.CANCELLED or row.outcome is SessionOutcome.DID_NOT_TAKE_PLACE:
        return Became.CANCELLED
    if row.starts_at <= stop and (row.came or row.outcome is SessionOutcome.HELD):
        return Became.HELD
    return Became.NOT_RECORDED if row.ends_at < stop else Became.TO_COME


def reason_of(row: Any) -> str:
    """Give the reason why a session was cancelled or did not take place; empty when none was given."""
    return (row.cancel_reason or "").strip()


def session_counts(rows: Sequence[Any], stop: datetime) -> SessionCounts:
    """Count planned = held + cancelled + not recorded; those not over by the stop are still to come."""
    counts = Counter(became(row, stop) for row in rows)
    reasons = Counter(reason_of(row) for row in rows if became(row, stop) is Became.CANCELLED)
    return SessionCounts(
        held=counts[Became.HELD],
        cancelled=counts[Became.CANCELLED],
        not_recorded=counts[Became.NOT_RECORDED],
        to_come=counts[Became.TO_COME],
        reasons=tuple(sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))),
    )
