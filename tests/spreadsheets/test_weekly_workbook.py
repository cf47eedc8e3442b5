"""Workbooks of figures."""

from pathlib import Path

import pytest

from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.weekly_workbook import FigureSheet, guarded, write_weekly_workbook


def test_words_and_figures_are_read_back_as_they_were(tmp_path: Path) -> None:
    target = tmp_path / "semaine.xlsx"
    sheet = FigureSheet("Présences [S47]", ("Activité", "Participations"), (("Théâtre", 12), ("=1+1", 3)), ("Note",))
    write_weekly_workbook([sheet, sheet], target)
    first, second = read_table(target).sheets
    assert [row.cells for row in first.rows] == [
        {"A": "Présences [S47]"},
        {"A": "Activité", "B": "Participations"},
        {"A": "Théâtre", "B": 12},
        {"A": "'=1+1", "B": 3},
        {"A": "Note"},
    ]
    assert first.name != second.name


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1", "＠x", "\u00a0=1"])
def test_nothing_that_could_act_as_a_formula_is_written_as_it_is(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert guarded("Théâtre = danse") == "Théâtre = danse"
