"""What the timeline of a person answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.vocabulary import AttendanceStatus, ConsentAnswer, ConsentPurpose


class EventKind(StrEnum):
    """What happened; of one moment they stand in this order."""

    RETURNED = "returned"
    ARRIVED = "arrived"
    BED = "bed"
    MARKED = "marked"
    ANSWERED = "answered"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the timeline, by the clock of its site.

    `what` is the country one returned from, the bed, the activity or the reason of an exit; `where` the convoy, the
    site, the room or the destination.
    """

    kind: EventKind
    at: datetime
    what: str = ""
    where: str = ""
    mark: AttendanceStatus | None = None
    purpose: ConsentPurpose | None = None
    answer: ConsentAnswer | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The latest events, the latest first, and whether there are older ones."""

    events: tuple[Event, ...]
    older: bool
