"""Tables by activity, site, day, nationality and status."""

from collections.abc import Iterable

from desktop.formats import day_name, short_date
from desktop.i18n import tr
from desktop.services.behind_figures import By, Counted
from desktop.services.figures import GroupCount, OriginCount, WeeklyFigures
from desktop.services.weekly_tables.cells import WeekLine, WeekTable, counts

_ALL = (Counted.HELD, Counted.PARTICIPATIONS, Counted.UNIQUE_PEOPLE)
_PEOPLE = (Counted.PARTICIPATIONS, Counted.UNIQUE_PEOPLE)


def by_group(title: str, groups: Iterable[GroupCount], by: By) -> WeekTable:
    """Give a line for each activity or site."""
    lines = tuple(WeekLine(one.label, counts(one, _ALL, by, one.code)) for one in groups)
    return WeekTable(title, (tr("Sessions held"), *_people()), lines)


def by_day(week: WeeklyFigures) -> WeekTable:
    """Give a line for each of the seven days."""
    lines = tuple(
        WeekLine(f"{day_name(one.day)} {short_date(one.day)}", counts(one, _ALL, By.DAY, one.day.isoformat()))
        for one in week.by_day
    )
    return WeekTable(tr("By day"), (tr("Sessions held"), *_people()), lines)


def by_origin(title: str, groups: Iterable[OriginCount], by: By) -> WeekTable:
    """Give a line for each nationality or status."""
    lines = tuple(WeekLine(one.label or tr("Not recorded"), counts(one, _PEOPLE, by, one.code)) for one in groups)
    return WeekTable(title, _people(), lines)


def _people() -> tuple[str, str]:
    return tr("Participations"), tr("Unique people")
