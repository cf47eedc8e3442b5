"""A worry raised from anywhere by keys: sealed, unreadable to its author, forgotten by the screen."""

from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.centre import Centre
from desktop.errors import NotAllowed
from desktop.services.tray import room_left
from desktop.views.main_window import MainWindow
from desktop.views.window.worry_dialog import WorryDialog
from tests.centres import TestCentre
from tests.views.opened import house_of, signed_in

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture
def opened(centre: TestCentre, sitting: ExitStack) -> Centre:
    """Give the centre as reception sees it, with somebody in the house."""
    with signed_in(centre, "awa") as made:
        house_of(made).lodge("Moussa KEITA")
    return sitting.enter_context(signed_in(centre, "seydou"))


def sheet(window: MainWindow) -> WorryDialog:
    """Give the sheet that is open."""
    (found,) = [one for one in window.findChildren(WorryDialog) if one.isVisible()]
    return found


def raised(window: MainWindow) -> WorryDialog:
    """Open the sheet by its key."""
    QTest.keyClick(window, Qt.Key.Key_I, CTRL)
    return sheet(window)


def waiting(sitting: ExitStack, centre: TestCentre) -> list[tuple[str, str]]:
    """Give what those who follow people find once reception has left, and from whom."""
    sitting.close()
    with signed_in(centre, "mariam") as made:
        return [(one.text, one.by) for one in made.cases.tray("social")]


def test_a_worry_goes_by_keys_and_its_author_cannot_read_it_again(
    opened: Centre, window: MainWindow, centre: TestCentre, sitting: ExitStack
) -> None:
    asked = raised(window)
    said = " ".join(label.text() for label in asked.findChildren(QLabel))
    assert "cannot read them again" in said
    assert not asked.send.isEnabled()
    QTest.keyClicks(asked.text, "A boy is afraid")
    asked.send.setFocus()
    QTest.keyClick(asked.send, SPACE)
    assert not asked.isVisible()
    assert asked.text.toPlainText() == ""
    assert "You cannot read it again" in window.toast.words.text()
    assert "afraid" not in window.toast.words.text() + window.windowTitle() + asked.windowTitle()
    with pytest.raises(NotAllowed):
        opened.cases.tray("social")
    assert waiting(sitting, centre) == [("A boy is afraid", "Seydou")]


def test_words_are_thrown_away_by_the_button_that_says_so_never_by_escape(
    window: MainWindow, centre: TestCentre, sitting: ExitStack
) -> None:
    asked = raised(window)
    QTest.keyClicks(asked.text, "Half a sen")
    QTest.keyClick(asked.text, ESCAPE)
    assert (asked.isVisible(), asked.text.toPlainText()) == (True, "Half a sen")
    assert asked.focusWidget() is asked.drop
    QTest.keyClick(asked.drop, SPACE)
    assert (asked.isVisible(), asked.text.toPlainText()) == (False, "")
    asked = raised(window)
    QTest.keyClick(asked.text, ESCAPE)
    assert not asked.isVisible()
    assert waiting(sitting, centre) == []


def test_a_text_too_long_stays_and_the_button_says_why(
    window: MainWindow, centre: TestCentre, sitting: ExitStack
) -> None:
    asked = raised(window)
    long = "é" * (room_left("") // 2 - 100)
    asked.text.setPlainText(long)
    assert "Room for about" in asked.left.text()
    assert asked.send.isEnabled()
    asked.text.setPlainText(long + "é" * 200)
    assert not asked.send.isEnabled()
    assert "too long" in asked.left.text()
    assert asked.left.text() == asked.send.toolTip()
    assert waiting(sitting, centre) == []


def test_the_file_of_a_person_names_them_on_the_sheet(window: MainWindow, opened: Centre) -> None:
    code = opened.people.search("Moussa")[0].code
    window.go_to("people", (code,))
    file = window.page().file  # type: ignore[union-attr]
    file.worry.setFocus()
    QTest.keyClick(file.worry, SPACE)
    assert sheet(window).text.toPlainText() == f"Moussa KEITA ({code}): "


def test_where_nobody_receives_it_says_whom_to_see(opened: Centre, window: MainWindow) -> None:
    born = dict(opened.desk.keys.ledger.cards)
    opened.desk.keys.ledger.cards.clear()
    asked = raised(window)
    QTest.keyClicks(asked.text, "x")
    assert asked.closed.isVisible()
    assert "coordination" in asked.closed.text()
    assert not asked.send.isEnabled()
    opened.desk.keys.ledger.cards.update(born)


def test_ctrl_k_offers_it(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    palette = QApplication.activePopupWidget()
    QTest.keyClicks(palette.sought, "worry")  # type: ignore[union-attr]
    QTest.keyClick(palette.sought, ENTER)  # type: ignore[union-attr]
    assert sheet(window).isVisible()
