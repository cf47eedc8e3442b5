"""Dates, hours, numbers and money as an office in Mali writes them (`domain.md` 11)."""

from datetime import date, time, timedelta

from desktop.i18n import grouped, language, tr

_LOCALES = {"fr": "fr_ML", "en": "en_GB"}


def _locale() -> str:
    return _LOCALES.get(language(), "fr_ML")


def short_date(day: date) -> str:
    """Give a date in figures, such as 27/03/2019."""
    return f"{day:%d/%m/%Y}"


def long_date(day: date) -> str:
    """Give a date in words that never breaks after the day, such as 27 mars 2019 or 1er mars 2019."""
    return _in_words(day, "d MMMM y")


def day_and_month(day: date) -> str:
    """Give a date in words without its year, such as 27 mars or 1er mars."""
    return _in_words(day, "d MMMM")


def _in_words(day: date, pattern: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - Babel is slow to load and start-up needs none of it

    text = format_date(day, pattern, locale=_locale())
    if language() == "fr" and day.day == 1:
        text = "1er" + text.removeprefix("1")
    return text.replace(" ", "\u00a0", 1)


def day_name(day: date) -> str:
    """Give the day of the week in full, such as mercredi."""
    from babel.dates import format_date  # noqa: PLC0415 - Babel is slow to load and start-up needs none of it

    return format_date(day, "EEEE", locale=_locale())


def week_told(monday: date) -> str:
    """Say which week begins on `monday`, its month and year once where both ends share them."""
    sunday = monday + timedelta(days=6)
    if monday.year != sunday.year:
        first = long_date(monday)
    elif monday.month != sunday.month or monday.day == 1:  # the first of a month is never a bare figure in French
        first = day_and_month(monday)
    else:
        first = str(monday.day)
    return tr("Week of {first} to {last}", first=first, last=long_date(sunday))


def clock(at: time) -> str:
    """Give an hour as letters write it: 14 h 05 in French, 14:05 in English."""
    if language() == "fr":
        return f"{at.hour}\u00a0h\u00a0{at.minute:02}"
    return f"{at:%H:%M}"


def whole_number(value: int) -> str:
    """Give a whole number with its thousands apart, such as 52 000."""
    return grouped(value)


def money(francs: int) -> str:
    """Give an amount in whole CFA francs, such as 52 000 FCFA."""
    return f"{whole_number(francs)}\u00a0FCFA"
