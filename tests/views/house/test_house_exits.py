"""People leave from the board: asked once, refused where typed, taken back as one act."""

from PySide6.QtTest import QTest

from tests.views.house.conftest import KEY, Board
from tests.views.opened import house_of


def _choose_reason(board: Board, code: str) -> None:
    box = board.view.exits.reason
    assert box.currentIndex() == -1
    while box.currentData() != code:
        QTest.keyClick(box, KEY.Key_Down)


def test_those_who_are_chosen_leave_in_one_act_and_one_undo_brings_them_back(board: Board) -> None:
    board.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space, KEY.Key_Delete)
    form = board.view.exits
    assert form.save.text() == "2 people leave"
    assert not form.save.isEnabled()
    _choose_reason(board, "home")
    QTest.keyClicks(form.destination, "Kayes")
    QTest.keyClick(form.destination, KEY.Key_Return)
    assert not form.isVisible()
    assert board.said == ["2 people left the house."]
    assert board.view.bar.inside.words == "0 people in the house"
    undo = board.undo[0]
    assert callable(undo)
    undo()
    assert board.view.bar.inside.words == "2 people in the house"


def test_what_is_no_moment_is_said_under_its_field_and_kept(board: Board) -> None:
    board.press(KEY.Key_Delete)
    form = board.view.exits
    _choose_reason(board, "home")
    QTest.keyClicks(form.when, "some time")
    QTest.keyClick(form.when, KEY.Key_Return)
    assert "is no hour" in form.when_field.said.text()
    assert form.when.text() == "some time"
    QTest.keyClick(form.when, KEY.Key_Escape)
    assert not form.isVisible()
    assert board.view.buttons.isVisible()
    assert board.view.bar.inside.words == "2 people in the house"


def test_a_child_is_not_signed_out_and_the_form_says_what_is_done_instead(board: Board) -> None:
    house_of(board.centre).lodge("Issa BAH", age=9)
    board.view.refresh()
    for name in ("Moussa KEITA", "Issa BAH"):
        board.stand_on(name)
        board.press(KEY.Key_Space)
    board.press(KEY.Key_Delete)
    form = board.view.exits
    _choose_reason(board, "home")
    QTest.keyClick(form.destination, KEY.Key_Return)
    assert "Nobody was signed out" in form.refusal.text()
    assert board.cell("Issa BAH").person.code in form.refusal.text()  # type: ignore[union-attr]
    assert board.view.bar.inside.words == "3 people in the house"


def test_a_room_for_others_asks_for_the_reason(board: Board) -> None:
    board.press(KEY.Key_Return)
    board.stand_on("B1-01")
    board.press(KEY.Key_Return)
    refused = board.view.refused
    assert refused.said.text().startswith("B1 is not meant for this person.")
    QTest.keyClicks(refused.words, "no other bed tonight")
    QTest.keyClick(refused.words, KEY.Key_Return)
    assert board.beds()["B1-01"] == "Moussa KEITA"
