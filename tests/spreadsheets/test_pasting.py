"""What is copied out of a spreadsheet program is read as its file would be."""

import pytest

from desktop.errors import DeskError
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.interpret import interpret
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.refusals import EmptyList, NobodyNamed, NoHeading, OversizedList, TooManyRows
from desktop.spreadsheets.sources import Pasted
from desktop.spreadsheets.words import limits
from tests.spreadsheets.lists import DAY


def _pasted(text: str) -> Pasted:
    return Pasted(text, "Pasted list")


def test_a_quoted_cell_of_several_lines_stays_one_cell() -> None:
    table = read_table(_pasted('Nom\tPrénom\tObservation\r\nKONÉ\tAwa\t"dort\r\nici, dit ""non"""\r\nBAH\tIssa\t\r\n'))
    manifest = interpret(table, None, DAY)
    assert [line.family_name for line in manifest.lines] == ["KONÉ", "BAH"]
    assert manifest.lines[0].observation == 'dort ici, dit "non"'
    assert [line.row for line in manifest.lines] == [2, 3]


def test_a_quotation_mark_nobody_closed_swallows_no_row() -> None:
    table = read_table(_pasted('Nom\tPrénom\n"KONÉ\tAwa\nBAH\tIssa\n'))
    assert [row.text("A") for row in table.sheets[0].rows] == ["Nom", '"KONÉ', "BAH"]


def test_commas_and_semicolons_are_letters_of_a_cell() -> None:
    table = read_table(_pasted("Nom;X\tPrénom, Y\nKONÉ\tAwa\n"))
    assert table.sheets[0].rows[0].cells == {"A": "Nom;X", "B": "Prénom, Y"}


def test_direction_marks_and_control_letters_fall_away() -> None:
    table = read_table(_pasted("Nom\tPrénom\n\u202bKONÉ\u202c\0\tAwa\u200f\n"))
    assert [table.sheets[0].rows[1].text(column) for column in "AB"] == ["KONÉ", "Awa"]


@pytest.mark.parametrize("text", ["", " \t \r\n\t\n", "\0"])
def test_nothing_is_answered_as_nothing(text: str) -> None:
    with pytest.raises(EmptyList):
        read_table(_pasted(text))


def test_more_than_a_convoy_is_refused() -> None:
    with pytest.raises(TooManyRows):
        read_table(_pasted("a\tb\n" * (limits().rows + 1)))
    with pytest.raises(OversizedList):
        read_table(_pasted("a" * ((50 << 20) + 1)))


def test_a_text_that_is_no_list_has_no_headings() -> None:
    with pytest.raises(NoHeading):
        interpret(read_table(_pasted("Bonjour à toutes et à tous")), None, DAY)


def test_the_headings_stand_where_a_colleague_says() -> None:
    table = read_table(_pasted("Liste\tdu bus\nA\tB\nKONÉ\tAwa\n"))
    manifest = interpret(table, {"family_name": "A", "given_names": "B"}, DAY, HeadingPlace(0, 2))
    assert [(line.row, line.given_names, line.family_name) for line in manifest.lines] == [(3, "Awa", "KONÉ")]


@pytest.mark.parametrize("place", [HeadingPlace(0, 9), HeadingPlace(4, 1), HeadingPlace(-1, 1)])
def test_headings_that_are_not_there_are_refused(place: HeadingPlace) -> None:
    with pytest.raises(NoHeading):
        interpret(read_table(_pasted("Nom\tPrénom\nKONÉ\tAwa\n")), None, DAY, place)


def test_a_list_without_a_column_of_names_is_refused() -> None:
    table = read_table(_pasted("Nom\tSexe\nKONÉ\tF\n"))
    with pytest.raises(NobodyNamed) as refused:
        interpret(table, {"family_name": ""}, DAY)
    assert isinstance(refused.value, DeskError)
