"""The house by mouse: somebody is dragged to a bed, clicks choose, and the sheet opens."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.shared.printing.preview import PrintPreview
from tests.views.house.conftest import KEY, Board

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def _drag(board: Board, who: str, where: str) -> None:
    pane, start = board.point(board.cell(who))
    other, end = board.point(board.cell(where))
    port = pane.viewport()
    target = port.mapFromGlobal(other.viewport().mapToGlobal(end))
    QTest.mousePress(port, LEFT, PLAIN, start)
    QTest.mouseMove(port, (start + target) / 2)
    QTest.mouseMove(port, target)
    QTest.mouseRelease(port, LEFT, PLAIN, target)


def test_somebody_is_dragged_from_the_staging_area_to_a_bed_and_back(board: Board) -> None:
    _drag(board, "Alou SOW", "A1-03")
    assert board.beds()["A1-03"] == "Alou SOW"
    _drag(board, "A1-03", "Moussa KEITA")
    assert set(board.beds().values()) == {"free"}


def test_a_drag_that_ends_beside_everything_changes_nothing(board: Board) -> None:
    pane, start = board.point(board.cell("Alou SOW"))
    port = pane.viewport()
    QTest.mousePress(port, LEFT, PLAIN, start)
    QTest.mouseMove(port, start + QPoint(30, 200))
    QTest.mouseRelease(port, LEFT, PLAIN, start + QPoint(30, 200))
    assert set(board.beds().values()) == {"free"}
    assert board.view.panes.hand.carried == ()


def test_control_and_a_click_choose_several_and_a_drag_takes_them_all(board: Board) -> None:
    for who in ("Alou SOW", "Moussa KEITA"):
        pane, at = board.point(board.cell(who))
        QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, at)
    assert board.view.told.text().startswith("2 people chosen.")
    _drag(board, "Alou SOW", "A1-01")
    assert sorted(board.beds().values()) == ["Alou SOW", "Moussa KEITA", "free", "free", "free", "free"]


def test_the_buttons_say_why_they_are_closed(board: Board) -> None:
    uses = board.view.buttons.uses
    assert {button.toolTip() for button in uses.values()} == {"Stand on a bed first."}
    board.stand_on("A1-01")
    QTest.mouseClick(next(iter(reversed(uses.values()))), LEFT)
    assert board.beds()["A1-01"] == "out_of_use"


def test_the_evening_sheet_is_shown_before_it_is_printed(qtbot: QtBot, board: Board) -> None:
    QTest.keyClick(board.view, KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = board.view.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.frame.pages.count() > 0, timeout=15000)
    preview.reject()
