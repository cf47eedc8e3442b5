"""A week in words, the same on every page."""

from datetime import date, timedelta

from desktop.formats import day_and_month, long_date
from desktop.i18n import tr


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
