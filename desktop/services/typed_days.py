"""Days as they are typed: 3/5, hier, lundi, 27 mars; in French and English alike."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.names import fold
from desktop.services.reference import load

_WEEK = timedelta(days=7)
_FIRST, _LAST = 1900, 2199
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WORDS = re.compile(r"(?:([a-z]+) )?(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+)(?: (\d{4}))?")


class DayUnclear(DeskError):
    """What was typed is no day."""

    sentence = mark("“{value}” is no day. Write for example 3/5, 27/03/2026, tomorrow, monday or 27 march.")


def read_day(typed: str, today: date, week: date | None = None) -> date:
    """Give the day that was typed; without a year it is the one nearest to `today`.

    The name of a weekday means the one in the week that begins at `week`, or else the next to come.

    Raises:
        DayUnclear: it is no day.
    """
    text = " ".join(typed.split())
    try:
        found = _in_figures(text, today) or _in_words(_folded(text), today, week)
    except (ValueError, OverflowError):
        found = None
    if found is None or not _FIRST <= found.year <= _LAST:
        raise DayUnclear(value=text)
    return found


def _folded(text: str) -> str:
    return " ".join(re.sub("[-.,]", " ", fold(text)).split())


def _in_figures(text: str, today: date) -> date | None:
    if iso := _ISO.fullmatch(text):
        return date(*map(int, iso.groups()))
    if not (found := _NUMBERS.fullmatch(text)):
        return None
    day, month, year = found.groups()
    if year is None:
        return _nearest(int(day), int(month), today)
    return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _in_words(text: str, today: date, week: date | None) -> date | None:
    near = load("day_words")["near"]
    if text in near:
        return today + timedelta(days=near[text])
    if found := _WORDS.fullmatch(text):
        weekday, day, month, year = found.groups()
        months = {name: place for place, names in enumerate(load("birth_words")["months"], 1) for name in names}
        number = months.get(month)
        if number is None:
            return None
        made = date(int(year), number, int(day)) if year else _nearest(int(day), number, today)
        return made if weekday is None or _weekday(weekday) == made.weekday() else None
    return _named(text, today, week)


def _named(text: str, today: date, week: date | None) -> date | None:
    """Read the name of a weekday, alone or with the word for the next or the last one."""
    words, said = load("day_words"), text.split()
    names = [place for word in said if (place := _weekday(word)) is not None]
    others = [word for word in said if _weekday(word) is None]
    if len(names) != 1 or len(others) > 1:
        return None
    ahead = timedelta(days=(names[0] - today.weekday()) % 7)
    if not others:
        return today + ahead if week is None else week + timedelta(days=(names[0] - week.weekday()) % 7)
    if others[0] in words["next"]:
        return today + (ahead or _WEEK)
    return today + ahead - _WEEK if others[0] in words["last"] else None


def _weekday(word: str) -> int | None:
    return next((place for place, names in enumerate(load("day_words")["days"]) if word in names), None)


def _nearest(day: int, month: int, today: date) -> date:
    """Give the day of the year that is nearest to today, since nobody types the year of what is near.

    Raises:
        ValueError: no year about now has this day.
    """
    years = range(today.year - 4, today.year + 5)
    made = list(_days(day, month, years))
    return min(made, key=lambda one: abs(one - today))


def _days(day: int, month: int, years: range) -> Iterator[date]:
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
