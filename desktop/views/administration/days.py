"""Days of the past as somebody types them: a date in figures, a day of the week, today, yesterday."""

import re
from datetime import UTC, date, datetime, timedelta

from desktop.formats import day_name
from desktop.i18n import tr

_FIGURES = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?")


def read_day(text: str, today: date | None = None) -> date | None:
    """Give the day that is meant, the last one where several fit, or None where nothing is understood."""
    today = today or datetime.now(tz=UTC).date()
    typed = text.strip().casefold()
    for back in range(7):
        day = today - timedelta(days=back)
        if typed in {day_name(day).casefold(), {0: tr("today"), 1: tr("yesterday")}.get(back)}:
            return day
    figures = _FIGURES.fullmatch(typed)
    return _in_figures(*figures.groups(), today=today) if figures else None


def _in_figures(day: str, month: str, year: str | None, *, today: date) -> date | None:
    try:
        if year is None:
            meant = date(today.year, int(month), int(day))
            return meant if meant <= today else meant.replace(year=today.year - 1)
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
