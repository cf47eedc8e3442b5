"""Which rows of a week a figure counts."""

from collections.abc import Callable
from typing import Any

from desktop.services.behind_figures.answers import By, Counted, Figure, sex_and_band
from desktop.services.figures.counting import Participation, firsts
from desktop.services.figures.origins import origin, words_of
from desktop.services.figures.outcomes import Became, became, reason_of
from desktop.services.figures.rows import WeekRows
from desktop.storage.unit_of_work import Reading

# Tables of which the people add up to the total: there somebody stands where their first participation puts them.
_ADDING_UP = frozenset({By.SEX, By.BAND, By.SEX_AND_BAND, By.NATIONALITY, By.STATUS})
_BECAME = {
    Counted.PLANNED: {Became.HELD, Became.CANCELLED, Became.NOT_RECORDED},
    Counted.RECORDED: {Became.HELD, Became.CANCELLED},
    Counted.HELD: {Became.HELD},
    Counted.UNFINISHED: {Became.HELD},
    Counted.CANCELLED: {Became.CANCELLED},
    Counted.NOT_RECORDED: {Became.NOT_RECORDED},
    Counted.TO_COME: {Became.TO_COME},
}


def sessions_of(week: WeekRows, figure: Figure) -> list[Any]:
    """Give the sessions a figure counts, in running order."""
    wanted = _BECAME[figure.counted]
    rows = [row for row in week.sessions if became(row, week.scope.stop) in wanted and _in_group(row, figure)]
    if figure.counted is Counted.UNFINISHED:
        rows = [row for row in rows if row.unmarked]
    return sorted(rows, key=lambda row: (row.starts_at, row.code))


def _in_group(row: Any, figure: Figure) -> bool:
    given: dict[By, str] = {
        By.WEEK: "",
        By.ACTIVITY: row.activity,
        By.SITE: row.site,
        By.DAY: row.on_date.isoformat(),
        By.REASON: reason_of(row),
    }
    return given[figure.by] == figure.group


def participations_of(look: Reading, week: WeekRows, figure: Figure) -> list[Participation]:
    """Give the participations a figure counts; for a figure of people, the one that made each of them count."""
    in_group = _grouping(look, figure.by)
    if figure.by in _ADDING_UP and figure.counted is Counted.UNIQUE_PEOPLE:
        return [row for row in firsts(week.counted) if in_group(row) == figure.group]
    rows = [row for row in week.counted if in_group(row) == figure.group]
    if figure.counted is Counted.UNIQUE_PEOPLE:
        return firsts(rows)
    if figure.counted is Counted.NEW_PEOPLE:
        return [row for row in firsts(rows) if row.who in week.new]
    if figure.counted is Counted.UNIDENTIFIED:
        return [row for row in rows if not row.is_person]
    return rows


def _grouping(look: Reading, by: By) -> Callable[[Participation], str]:
    """Give the way to say to which group of a table a participation belongs."""
    if by in {By.NATIONALITY, By.STATUS}:
        words = words_of(look, "country" if by is By.NATIONALITY else "status")
        return lambda row: origin(row.nationality if by is By.NATIONALITY else row.status, words)[0]
    return _GROUPS[by]


_GROUPS: dict[By, Callable[[Participation], str]] = {
    By.WEEK: lambda _: "",
    By.ACTIVITY: lambda row: row.activity,
    By.SITE: lambda row: row.site,
    By.DAY: lambda row: row.on_date.isoformat(),
    By.SEX: lambda row: row.sex,
    By.BAND: lambda row: row.band,
    By.SEX_AND_BAND: lambda row: sex_and_band(row.sex, row.band),
}
