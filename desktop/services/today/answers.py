"""What the page of the day is answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.services.sessions import SessionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsToday:
    """The sessions of the day in running order, the earlier ones nobody recorded, and how far the week has come.

    Of the sessions of this week that are over or were called off, `ended` in all, `recorded` have marks, an outcome or
    a reason why they fell through.
    """

    day: tuple[SessionLine, ...]
    unrecorded: tuple[SessionLine, ...]
    recorded: int
    ended: int


class MovementKind(StrEnum):
    """Whether somebody came, is expected to go, or went."""

    ARRIVED = "arrived"
    EXPECTED_OUT = "expected_out"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Somebody who comes or goes on the day, by the clock of the site; who is only expected to go has no hour yet."""

    code: str
    name: str
    kind: MovementKind
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteToday:
    """How full a site is now; `bedless` of those inside have no bed yet."""

    name: str
    inside: int
    bedless: int
    free_beds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseToday:
    """The reader's sites, and who comes and goes there on the day: arrivals, those expected to go, those gone.

    After a convoy only the last of each kind are named; `more` counts the others.
    """

    sites: tuple[SiteToday, ...]
    movements: tuple[Movement, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedToday:
    """What waits in the reader's own sealed work: worries, referrals past their day, cases whose key must change."""

    worries: int
    referrals: int
    keys: int
