"""The day that rules cover: a clock set back opens nothing again."""

from collections.abc import Callable
from datetime import date, datetime

import sqlalchemy as sa

from desktop.models.accounts import Journal
from desktop.models.base import now


class SteadyClock:
    """The computer's clock, but never before a moment already seen."""

    def __init__(self, latest: datetime | None = None, clock: Callable[[], datetime] | None = None) -> None:
        self._latest = latest
        self._clock = clock or now

    def today(self) -> date:
        """Give the day in UTC, not before the latest one this file has seen."""
        moment = self._clock()
        self._latest = max(self._latest or moment, moment)
        return self._latest.date()


def steady_clock(connection: sa.Connection) -> SteadyClock:
    """Give a clock that does not go behind the latest line of the journal."""
    return SteadyClock(connection.execute(sa.select(sa.func.max(Journal.at))).scalar())
