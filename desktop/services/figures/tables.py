"""The tables of a week, filled from its participations and sessions held."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from desktop.models.age_bands import Band
from desktop.services.figures.answers import UNKNOWN, DayCount, GroupCount, SexAgeCount
from desktop.services.figures.counting import Participation, Tally, band_name, grouped, people, tallied
from desktop.vocabulary import Sex


def by_sex_and_age(rows: Sequence[Participation], bands: Sequence[Band]) -> tuple[SexAgeCount, ...]:
    """Fill every cell: participations at their day, unique people at their first one in these rows."""
    cells = tallied(rows, lambda row: (row.sex, row.band))
    names = [*map(band_name, bands), UNKNOWN]
    return tuple(SexAgeCount(sex, band, *cells.get((sex, band), Tally())) for sex in Sex for band in names)


def by_group(rows: Sequence[Participation], held: Sequence[Any], name: str, label: str) -> tuple[GroupCount, ...]:
    """Count each activity or site where something was held."""
    labels = {getattr(row, name): getattr(row, label) for row in held}
    groups = grouped(rows, lambda row: getattr(row, name))
    return tuple(
        GroupCount(
            code,
            labels[code],
            sum(getattr(row, name) == code for row in held),
            len(groups.get(code, ())),
            len(people(groups.get(code, ()))),
        )
        for code in sorted(labels)
    )


def by_day(rows: Sequence[Participation], held: Sequence[Any], monday: date) -> tuple[DayCount, ...]:
    """Count each of the seven days."""
    groups = grouped(rows, lambda row: row.on_date)
    days = [monday + timedelta(days=n) for n in range(7)]
    return tuple(
        DayCount(
            day,
            sum(row.on_date == day for row in held),
            len(groups.get(day, ())),
            len(people(groups.get(day, ()))),
        )
        for day in days
    )
