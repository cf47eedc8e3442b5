"""Sessions that come back every week, by a rule of RFC 5545."""

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from desktop.errors import BadValue, DeskError
from desktop.i18n import mark

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MOST = 370
_WEEKS = 52


class EndsTooEarly(DeskError):
    """A series must end after it begins."""

    sentence = mark("The last day lies before the first one.")


class NeverEnds(DeskError):
    """A series has one end, and holds what a year of days can hold."""

    sentence = mark("Say either until which day or how many times the session comes back, {most} times at most.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Each week on `days` (0 is Monday; none means the day of the first session), `until` a day or `count` times.

    `every` 2 takes every second week.
    """

    days: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None
    every: int = 1

    def rule(self, start: date) -> str:
        """Write the rule as RFC 5545 does.

        Raises:
            BadValue: a day is none of the week, or the weeks between are none.
            NeverEnds: there is no end, or there are two, or none within reason.
            EndsTooEarly: the end lies before the start.
        """
        days = sorted(set(self.days)) or [start.weekday()]
        if days[0] < 0 or days[-1] >= len(DAYS):
            raise BadValue(value=", ".join(map(str, days)))
        if not 1 <= self.every <= _WEEKS:
            raise BadValue(value=self.every)
        if (self.until is None) == (self.count is None):
            raise NeverEnds(most=_MOST)
        if self.until is not None and self.until < start:
            raise EndsTooEarly
        end = f"COUNT={self.count}" if self.until is None else f"UNTIL={self.until:%Y%m%d}"
        weeks = f"INTERVAL={self.every};" if self.every > 1 else ""
        return f"FREQ=WEEKLY;{weeks}WKST=MO;BYDAY={','.join(DAYS[day] for day in days)};{end}"


def days_of(rule: str, start: date) -> list[date]:
    """Give the days a rule names, the first on or after `start`.

    Raises:
        NeverEnds: there are none, or more than a series holds.
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - only to repeat a session

    moments = rrulestr(rule, dtstart=datetime.combine(start, time()))
    days = [moment.date() for moment in islice(moments, _MOST + 1)]
    if not 0 < len(days) <= _MOST:
        raise NeverEnds(most=_MOST)
    return days
