"""What the figures of a week are counted from: its sessions, and every participation in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from desktop.models.age_bands import Band
from desktop.services.figures import questions
from desktop.services.figures.counting import Participation, distinct, participation, people
from desktop.services.figures.outcomes import Became, became
from desktop.services.figures.scope import Scope, scope_of
from desktop.services.sessions import monday_of
from desktop.storage.unit_of_work import Reading

DEFAULT_SCHEME = "unhcr"


@dataclass(frozen=True, slots=True)
class WeekRows:
    """The rows of one week; figures are their number, and what lies behind a figure is these rows themselves."""

    scope: Scope
    scheme: str
    bands: Sequence[Band]
    counted: Sequence[Participation]
    before: frozenset[UUID]  # those of the people who had come before the week
    sessions: Sequence[Any]

    @property
    def held(self) -> list[Any]:
        """Give the sessions that took place."""
        return [row for row in self.sessions if became(row, self.scope.stop) is Became.HELD]

    @property
    def new(self) -> set[UUID]:
        """Give the people who had never come before."""
        return people(self.counted) - self.before


def week_scope(look: Reading, day: date, site: str | None, stop: datetime | None) -> Scope:
    """Give the week of `day` at one site, by its code, or at all those the reader works at.

    Raises:
        NotFound: no site has this code.
        NotAllowed: the reader works at other sites.
    """
    monday = monday_of(day)
    return scope_of(look, monday, monday + timedelta(days=6), site, stop)


def week_rows(look: Reading, scope: Scope) -> WeekRows:
    """Read the rows of a week."""
    found = look.rows(questions.bands_of(DEFAULT_SCHEME))
    bands = [Band(row.low, row.high) for row in found]
    counted = distinct(participation(row, bands) for row in look.rows(questions.counting_rows(scope)))
    before = frozenset(row[0] for row in look.rows(questions.came_before(scope))) if counted else frozenset()
    scheme = found[0].name if found else DEFAULT_SCHEME
    return WeekRows(scope, scheme, bands, counted, before, look.rows(questions.sessions(scope)))
