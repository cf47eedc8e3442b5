"""The ways a birth date or an age is said, in French and English, on folded text."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from desktop.models.years import ADULT, born_at_age, month_bounds, years_before
from desktop.paths import RESOURCES
from desktop.vocabulary import Precision

OLDEST = 120
_FIRST_YEAR = 1880
_WORDS = tomllib.loads((RESOURCES / "lists" / "birth_words.toml").read_text("utf-8"))
_MONTHS = {name: number for number, names in enumerate(_WORDS["months"], start=1) for name in names}


class Span(NamedTuple):
    """The days a birth may have fallen on, and how it was said."""

    low: date | None
    high: date | None
    precision: Precision


_Reader = Callable[[re.Match[str], date, int], Span]


def read(text: str, said_on: date, about_years: int) -> Span | None:
    """Give what folded `text` means, or None where it means nothing."""
    if text in _WORDS["unknown"]:
        return Span(None, None, Precision.UNKNOWN)
    if text in _WORDS["adult"]:
        return Span(None, years_before(said_on, ADULT), Precision.RANGE)
    if text in _WORDS["child"]:
        return Span(*born_at_age(0, ADULT - 1, said_on), Precision.RANGE)
    for pattern, reader in _READERS:
        found = pattern.fullmatch(text)
        if found:
            try:
                return reader(found, said_on, about_years)
            except ValueError:
                return None
    return None


def _year(number: int) -> int:
    if number < _FIRST_YEAR:
        raise ValueError(number)
    return number


def _age(number: int) -> int:
    if number > OLDEST:
        raise ValueError(number)
    return number


def _day(found: re.Match[str], _on: date, _about: int) -> Span:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS[month]
    day = date(_year(int(found["year"])), number, int(found["day"]))
    return Span(day, day, Precision.DAY)


def _month(found: re.Match[str], _on: date, _about: int) -> Span:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS[month]
    return Span(*month_bounds(_year(int(found["year"])), number), Precision.MONTH)


def _years(found: re.Match[str], _on: date, about: int) -> Span:
    first, last = _year(int(found["low"])), _year(int(found["high"] or found["low"]))
    if found["about"]:
        return Span(date(first - about, 1, 1), date(last + about, 12, 31), Precision.ABOUT)
    if last < first:
        raise ValueError(found)
    precision = Precision.RANGE if last > first else Precision.YEAR
    return Span(date(first, 1, 1), date(last, 12, 31), precision)


def _ages(found: re.Match[str], on: date, about: int) -> Span:
    low, high = _age(int(found["low"])), _age(int(found["high"] or found["low"]))
    if found["about"]:
        return Span(*born_at_age(max(0, low - about), high + about, on), Precision.ABOUT)
    if high < low:
        raise ValueError(found)
    return Span(*born_at_age(low, high, on), Precision.RANGE if high > low else Precision.AGE)


def _age_in_months(found: re.Match[str], on: date, _about: int) -> Span:
    count = int(found["low"])
    return Span(_months_before(on, count + 1) + timedelta(days=1), _months_before(on, count), Precision.AGE)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = month_bounds(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last.day))


_BORN = r"(?:nee? )?(?:en |le |in )?"
_ABOUT = r"(?P<about>(?:vers|environ|env\.?|about|circa|c\.|autour de|~) ?)?"
_NAMED = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (_BORN + r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?: 00:00(?::00)?)?", _day),
        (_BORN + r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})[/.-](?P<day>\d{1,2})(?:[ t]00:00(?::00)?)?", _day),
        (_BORN + r"(?P<day>\d{1,2})(?:er)?[ -]" + _NAMED + r"[ -](?P<year>\d{4})", _day),
        (_BORN + r"(?P<month>\d{1,2})[/.-](?P<year>\d{4})", _month),
        (_BORN + r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})", _month),
        (_BORN + _NAMED + r"[ -](?P<year>\d{4})", _month),
        (
            r"(?:nee? )?(?:en |in )?" + _ABOUT + r"(?:en )?(?:entre )?"
            r"(?P<low>\d{4})(?: ?(?:-|–|a|et|to|ou) ?(?P<high>\d{4}))?",
            _years,
        ),
        (
            r"(?:agee?s?|age d[e']?)? ?:? ?(?:de )?" + _ABOUT + r"(?:entre )?"
            r"(?P<low>\d{1,3})(?: ?(?:-|–|a|et|to|ou) ?(?P<high>\d{1,3}))? ?(?:ans?|years?(?: old)?|yrs?|y)?\.?",
            _ages,
        ),
        (r"(?:age )?(?P<low>\d{1,2}) ?(?:mois|months?)", _age_in_months),
    )
)
