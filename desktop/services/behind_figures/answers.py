"""What a figure is called, and a line behind it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.vocabulary import Sex


class Counted(StrEnum):
    """What a figure counts."""

    PLANNED = "planned"
    RECORDED = "recorded"
    HELD = "held"
    CANCELLED = "cancelled"
    NOT_RECORDED = "not_recorded"
    TO_COME = "to_come"
    UNFINISHED = "unfinished"
    PARTICIPATIONS = "participations"
    UNIQUE_PEOPLE = "unique_people"
    NEW_PEOPLE = "new_people"
    UNIDENTIFIED = "unidentified"
    AT_START = "at_start"
    ENTRIES = "entries"
    EXITS = "exits"
    AT_END = "at_end"
    NIGHTS = "nights"


HOUSE = frozenset({Counted.AT_START, Counted.ENTRIES, Counted.EXITS, Counted.AT_END, Counted.NIGHTS})
PARTICIPATION = frozenset({Counted.PARTICIPATIONS, Counted.UNIQUE_PEOPLE, Counted.NEW_PEOPLE, Counted.UNIDENTIFIED})


class By(StrEnum):
    """What a table groups by."""

    WEEK = "week"
    ACTIVITY = "activity"
    SITE = "site"
    DAY = "day"
    SEX = "sex"
    BAND = "band"
    SEX_AND_BAND = "sex_and_band"
    NATIONALITY = "nationality"
    STATUS = "status"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a week: what it counts, and in which group of which table.

    The group is a code as the tables give it: of an activity, a site, a nationality or a status; a day as 2026-11-16;
    a sex; a band; the two as `sex_and_band` writes them; a reason.
    """

    counted: Counted
    by: By = By.WEEK
    group: str = ""
    last_week: bool = False


def sex_and_band(sex: Sex, band: str) -> str:
    """Write a cell of the table of sex and age."""
    return f"{sex} {band}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BehindLine:
    """Somebody, a session, or somebody at a session; what does not belong to the figure is empty.

    `person` and `session` are codes, `number` is that of somebody without a name, `at` is local to the site.
    """

    person: str = ""
    name: str = ""
    number: str = ""
    session: str = ""
    activity: str = ""
    at: datetime | None = None
    site: str = ""
