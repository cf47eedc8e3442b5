"""The figures of a week whole, and beside the week before and the target."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop.services.figures.answers import (
    DayCount,
    GroupCount,
    HouseCounts,
    OriginCount,
    SessionCounts,
    SexAgeCount,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyFigures:
    """A week, Monday to Sunday, at one site or at all those the reader works at; `sites` are their names.

    `sheets_unfinished` counts the sessions held where somebody listed has no mark, `look_alikes` the pairs of files
    that nobody has decided on: what is still to be done before the figures are final.
    """

    monday: date
    sunday: date
    site: str | None
    sites: tuple[str, ...]
    stop: datetime
    scheme: str
    sessions: SessionCounts
    sheets_unfinished: int
    look_alikes: int
    participations: int
    unique_people: int
    new_people: int
    unidentified: int
    by_activity: tuple[GroupCount, ...]
    by_site: tuple[GroupCount, ...]
    by_sex_age: tuple[SexAgeCount, ...]
    by_day: tuple[DayCount, ...]
    by_nationality: tuple[OriginCount, ...]
    by_status: tuple[OriginCount, ...]
    house: HouseCounts


@dataclass(frozen=True, slots=True)
class Reached:
    """People with a participation since the project began, at all its sites, and those never named beside them."""

    people: int
    unidentified: int
    target: int
    since: date


@dataclass(frozen=True, slots=True)
class WeeklyReport:
    """What the weekly summary is made of."""

    week: WeeklyFigures
    before: WeeklyFigures
    reached: Reached
