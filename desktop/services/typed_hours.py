"""Hours and lengths as they are typed: 14h, 14 h 05, 1405, midi; in French and English alike."""

import re
from datetime import time

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.names import fold
from desktop.services.reference import load

_HOUR = re.compile(r"(\d{1,2}) ?(?:(?:h|heures?|[:.]) ?(\d{2})?)? ?(?:min(?:utes?)?)? ?([ap]m)?")
_RUN = re.compile(r"(\d{1,2})(\d{2})")
_LENGTH = re.compile(r"(?:(\d{1,2}) ?h(?:eures?|ours?)? ?)?(?:(\d{1,3}) ?(?:m|mn|min|minutes?)?)?")
_NOON = 12


class HourUnclear(DeskError):
    """What was typed is no hour of the day."""

    sentence = mark("“{value}” is no hour. Write for example 14h, 14 h 05 or 1405.")


class LengthUnclear(DeskError):
    """What was typed is no length of time."""

    sentence = mark("“{value}” is no length. Write for example 45, 90 min or 1 h 30.")


def read_hour(typed: str) -> time:
    """Give the hour that was typed.

    Raises:
        HourUnclear: it is none.
    """
    text = _plain(typed)
    try:
        return _hour(text)
    except ValueError as problem:
        raise HourUnclear(value=" ".join(typed.split())) from problem


def _hour(text: str) -> time:
    named = load("day_words")["hours"].get(fold(text))
    if named is not None:
        return time(named)
    if run := _RUN.fullmatch(text):
        return time(int(run[1]), int(run[2]))
    found = _HOUR.fullmatch(text)
    if found is None:
        raise ValueError(text)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= _NOON:
        raise ValueError(text)
    return time(hour % _NOON + (_NOON if half == "pm" else 0) if half else hour, minute)


def read_length(typed: str) -> int:
    """Give the minutes that were typed, in minutes or as hours and minutes.

    Raises:
        LengthUnclear: it is no length.
    """
    found = _LENGTH.fullmatch(_plain(typed))
    if found is None or (found[1] is None and found[2] is None):
        raise LengthUnclear(value=" ".join(typed.split()))
    return 60 * int(found[1] or 0) + int(found[2] or 0)


def _plain(typed: str) -> str:
    return " ".join(typed.casefold().split())
