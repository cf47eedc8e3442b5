"""Past dates known in part: what was said, and the earliest and latest day it may mean (`data-model.md` 1.3)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.errors import BadValue
from desktop.models import birth_words
from desktop.models.names import fold
from desktop.models.years import ADULT, age_between, born_at_age
from desktop.vocabulary import Precision

ABOUT_SAID = 1  # years each side of "vers 2004"
ABOUT_ESTIMATED = 2  # the same, when a colleague estimates
_MIDDLE_UP_TO = 10  # years; the middle of a wider span says nothing
_SERIAL_ZERO = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date between `min` and `max`, both included; either may be missing."""

    min: date | None = None
    max: date | None = None
    precision: Precision = Precision.UNKNOWN
    said: str | None = None
    said_on: date | None = None

    @property
    def mid(self) -> date | None:
        """Give the day statistics use, or None when the span exceeds ten years."""
        if self.min is None or self.max is None:
            return None
        if age_between(self.min, self.max - timedelta(days=1)) >= _MIDDLE_UP_TO:
            return None
        return self.min + timedelta(days=(self.max - self.min).days // 2)

    def age_on(self, day: date) -> int | None:
        """Give the age in years that statistics use, or None where nothing is known."""
        return None if self.mid is None else age_between(self.mid, day)

    def youngest_age_on(self, day: date) -> int | None:
        """Give the youngest age that what was said allows, or None where nothing is known."""
        return None if self.max is None else age_between(self.max, day)

    def is_child_on(self, day: date) -> bool:
        """Say whether safeguards must take the person for a child: a doubtful age is a child's."""
        youngest = self.youngest_age_on(day)
        return youngest is None or youngest < ADULT


def from_age(age: int, said_on: date, said: str | None = None) -> PartialDate:
    """Give the birth dates of somebody whose age in years was said on a day.

    Raises:
        BadValue: nobody is that old.
    """
    if not 0 <= age <= birth_words.OLDEST:
        raise BadValue(value=age)
    low, high = born_at_age(age, age, said_on)
    return PartialDate(low, high, Precision.AGE, said or str(age), said_on)


def parse_birth(value: str | float | date | None, said_on: date, *, about_years: int = ABOUT_SAID) -> PartialDate:
    """Understand a birth date or an age as people say, write or type it; nothing said is unknown.

    Raises:
        BadValue: it cannot be understood, or lies after `said_on`.
    """
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return _checked(birth_words.Span(day, day, Precision.DAY), value.isoformat()[:10], said_on)
    if isinstance(value, int | float):
        return _from_number(value, said_on)
    said = " ".join((value or "").split())
    span = birth_words.read(fold(said), said_on, about_years)
    if span is None:
        raise BadValue(value=said)
    return _checked(span, said, said_on)


def _from_number(value: float, said_on: date) -> PartialDate:
    if not float(value).is_integer():
        raise BadValue(value=value)
    # Larger than any year: the count of days by which a spreadsheet writes a date.
    if 2200 < value < 80000:
        return parse_birth(_SERIAL_ZERO + timedelta(days=int(value)), said_on)
    return parse_birth(str(int(value)), said_on)


def _checked(span: birth_words.Span, said: str, said_on: date) -> PartialDate:
    if span.low is not None and span.low > said_on:
        raise BadValue(value=said)
    high = span.high if span.high is None else min(span.high, said_on)
    return PartialDate(span.low, high, span.precision, said or None, said_on)
