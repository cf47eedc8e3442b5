"""The tables of sex and age, with their totals."""

from collections.abc import Iterable, Sequence

from desktop.i18n import tr
from desktop.services.behind_figures import By, Counted, Figure, sex_and_band
from desktop.services.figures import UNKNOWN, SexAgeCount
from desktop.services.weekly_tables.cells import Cell, WeekLine, WeekTable
from desktop.vocabulary import SEX_WORDS, Sex


def by_sex_and_age(title: str, cells: Sequence[SexAgeCount], counted: Counted) -> WeekTable:
    """Give a line for each sex and one for their total, a column for each band, for the unknown and for the total."""
    bands = list(dict.fromkeys(cell.band for cell in cells))
    named = (tr("Unknown") if band == UNKNOWN else band.replace("-", "–") for band in bands)
    lines = [
        WeekLine(
            tr(SEX_WORDS[sex]),
            (
                *(
                    _sum((one for one in cells if one.sex is sex and one.band == band), counted,
                         By.SEX_AND_BAND, sex_and_band(sex, band))
                    for band in bands
                ),
                _sum((one for one in cells if one.sex is sex), counted, By.SEX, sex),
            ),
        )
        for sex in Sex
    ]  # fmt: skip
    totals = (_sum((one for one in cells if one.band == band), counted, By.BAND, band) for band in bands)
    lines.append(WeekLine(tr("Total"), (*totals, _sum(cells, counted, By.WEEK, ""))))
    return WeekTable(title, (*named, tr("Total")), tuple(lines))


def _sum(cells: Iterable[SexAgeCount], counted: Counted, by: By, group: str) -> Cell:
    return Cell(sum(getattr(one, counted) for one in cells), Figure(counted, by, group))
