"""The tables that figures of a week come in."""

from dataclasses import dataclass
from datetime import date

from desktop.vocabulary import Sex

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SessionCounts:
    """What became of the sessions; planned = held + cancelled + not recorded, those to come stand apart."""

    held: int
    cancelled: int
    not_recorded: int
    to_come: int
    reasons: tuple[tuple[str, int], ...]

    @property
    def planned(self) -> int:
        """Count the sessions that were to take place by the data stop."""
        return self.held + self.cancelled + self.not_recorded


@dataclass(frozen=True, slots=True)
class GroupCount:
    """The figures of one activity or one site; unique people do not add up over groups."""

    code: str
    label: str
    sessions_held: int
    participations: int
    unique_people: int


@dataclass(frozen=True, slots=True)
class SexAgeCount:
    """One cell of the table of sex and age."""

    sex: Sex
    band: str
    participations: int
    unique_people: int


@dataclass(frozen=True, slots=True)
class OriginCount:
    """The figures of one nationality or one status; somebody stands where their first participation puts them."""

    code: str
    label: str
    participations: int
    unique_people: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """The figures of one day."""

    day: date
    sessions_held: int
    participations: int
    unique_people: int


@dataclass(frozen=True, slots=True)
class HouseCounts:
    """Who lodged: start + entries - exits = end; nights are counted at the midnight that ends each day.

    A week that is not over ends at the data stop.
    """

    at_start: int
    entries: int
    exits: int
    at_end: int
    nights: int
