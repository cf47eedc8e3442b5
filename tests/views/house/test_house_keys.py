"""The house by keys: arrows, Enter and Enter, space, letters; refusals where one works."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.shared.discretion import discretion
from tests.views.house.conftest import KEY, Board
from tests.views.opened import house_of


def test_the_page_opens_on_the_first_who_waits_and_counts_the_house(board: Board) -> None:
    assert board.view.told.text().startswith("Staging area: Moussa KEITA")
    bar = board.view.bar
    assert [bar.inside.words, bar.free.words, bar.bedless.words] == [
        "2 people in the house",
        "6 free beds",
        "2 people without a bed",
    ]


def test_arrows_and_enter_give_somebody_a_bed_and_the_toast_takes_it_back(board: Board) -> None:
    board.press(KEY.Key_Return, KEY.Key_Right)
    assert "press Enter" in board.view.told.text()
    board.press(KEY.Key_Return)
    assert "Moussa KEITA" in board.beds().values()
    assert board.said == ["1 person has another place."]
    undo = board.undo[0]
    assert callable(undo)
    undo()
    assert set(board.beds().values()) == {"free"}


def test_a_taken_bed_is_swapped(board: Board) -> None:
    for name, bed in (("Moussa KEITA", "A1-01"), ("Alou SOW", "A1-02"), ("A1-01", "A1-02")):
        board.stand_on(name)
        board.press(KEY.Key_Return)
        board.stand_on(bed)
        board.press(KEY.Key_Return)
    assert (board.beds()["A1-01"], board.beds()["A1-02"]) == ("Alou SOW", "Moussa KEITA")


def test_space_chooses_several_and_they_take_the_beds_in_a_row(board: Board) -> None:
    board.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space, KEY.Key_Return)
    board.stand_on("A1-04")
    board.press(KEY.Key_Return)
    assert "1 free beds from here on" in board.view.refused.said.text()
    assert set(board.beds().values()) == {"free"}
    board.stand_on("A1-02")
    board.press(KEY.Key_Return)
    assert [board.beds()[one] for one in ("A1-01", "A1-02", "A1-03")] == ["free", "Moussa KEITA", "Alou SOW"]


@pytest.mark.parametrize("place", ["Moussa KEITA", "A1-01"])
def test_put_down_where_they_lay_nobody_has_moved(board: Board, place: str) -> None:
    board.stand_on("Alou SOW")
    board.press(KEY.Key_Return)
    board.stand_on("A1-01")
    board.press(KEY.Key_Return)
    before, said = board.beds(), list(board.said)
    board.stand_on(place)
    board.press(KEY.Key_Return, KEY.Key_Return)
    assert (board.beds(), board.said) == (before, said)
    assert board.view.panes.hand.carried == ()


def test_escape_leaves_everybody_where_they_were(board: Board) -> None:
    board.press(KEY.Key_Space, KEY.Key_Return, KEY.Key_Escape, KEY.Key_Escape)
    assert (board.view.panes.hand.carried, board.view.panes.hand.chosen) == ((), set())
    board.press(KEY.Key_Right, KEY.Key_Return)
    assert set(board.beds().values()) == {"free"}


@pytest.mark.parametrize(("key", "use"), [(KEY.Key_R, "reserved"), (KEY.Key_N, "to_clean"), (KEY.Key_H, "out_of_use")])
def test_letters_set_a_bed_and_it_is_refused_until_it_is_free(board: Board, key: Qt.Key, use: str) -> None:
    board.stand_on("A1-01")
    board.press(key)
    assert board.beds()["A1-01"] == use
    board.stand_on("Alou SOW")
    board.press(KEY.Key_Return)
    board.stand_on("A1-01")
    board.press(KEY.Key_Return)
    assert board.view.refused.isVisible()
    assert not board.view.refused.words.isVisible()
    board.press(KEY.Key_L)
    assert board.beds()["A1-01"] == "free"
    assert not board.view.refused.isVisible()


def test_a_child_beside_a_stranger_asks_for_the_reason_and_keeps_what_was_typed(board: Board) -> None:
    house_of(board.centre).lodge("Issa BAH", age=9)
    board.view.refresh()
    for who, bed in (("Moussa KEITA", "A1-01"), ("Issa BAH", "A1-02")):
        board.stand_on(who)
        board.press(KEY.Key_Return)
        board.stand_on(bed)
        board.press(KEY.Key_Return)
    refused = board.view.refused
    assert "Write the reason" in refused.said.text()
    QTest.keyClicks(refused.words, "  ")
    QTest.keyClick(refused.words, KEY.Key_Return)
    assert board.beds()["A1-02"] == "free"
    assert refused.words.text() == "  "
    QTest.keyClicks(refused.words, "an uncle")
    QTest.keyClick(refused.words, KEY.Key_Return)
    assert board.beds()["A1-02"] == "Issa BAH"
    assert not refused.isVisible()


def test_f8_hides_the_names_and_f2_opens_the_file(board: Board) -> None:
    board.press(KEY.Key_F2)
    assert board.gone == [("people", board.cell("Moussa KEITA").person.code)]  # type: ignore[union-attr]
    discretion.set_hidden(hidden=True)
    assert "KEITA" not in board.view.told.text()
    assert "K…" in board.view.told.text()
