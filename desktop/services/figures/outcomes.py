"""What became of the sessions of a week."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from desktop.services.figures.answers import SessionCounts
from desktop.vocabulary import SessionOutcome, SessionState


def is_off(row: Any) -> bool:
    """Say whether a session was cancelled or did not take place."""
    return row.state is SessionState.CANCELLED or row.outcome is SessionOutcome.DID_NOT_TAKE_PLACE


def is_held(row: Any, stop: datetime) -> bool:
    """Say whether a session begun by the stop took place: somebody came, or staff said so."""
    return not is_off(row) and row.starts_at <= stop and (row.came or row.outcome is SessionOutcome.HELD)


def session_counts(rows: Sequence[Any], stop: datetime) -> SessionCounts:
    """Count planned = held + cancelled + not recorded; those not over by the stop are still to come."""
    off = [row for row in rows if is_off(row)]
    held = [row for row in rows if is_held(row, stop)]
    open_ones = [row for row in rows if not is_off(row) and not is_held(row, stop)]
    reasons = Counter((row.cancel_reason or "").strip() for row in off)
    return SessionCounts(
        held=len(held),
        cancelled=len(off),
        not_recorded=sum(row.ends_at < stop for row in open_ones),
        to_come=sum(row.ends_at >= stop for row in open_ones),
        reasons=tuple(sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))),
    )
