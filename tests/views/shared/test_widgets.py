"""The small widgets every page uses say what they should, by mouse and by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import BadValue
from desktop.views.shared.chips import Chips
from desktop.views.shared.confirm import sure
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.field import Field
from desktop.views.shared.labels import give_look, text_label
from desktop.views.shared.pills import Pill
from desktop.views.shared.progress import Progress
from desktop.views.shared.style import dress
from desktop.views.shared.toast import Toast


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    """Give a window to stand in."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _refuse_letters(text: str) -> None:
    if not text.isdigit():
        raise BadValue(value=text)


def test_what_stands_beside_a_field_stays_there_when_a_refusal_comes_below(root: QWidget) -> None:
    age, keep = QLineEdit(root), QPushButton("Keep", root)
    field = Field("&Age", age, beside=(keep,), parent=root)
    column = QVBoxLayout(root)
    column.addWidget(field)
    column.addStretch()
    QApplication.processEvents()
    before = keep.geometry()
    field.refuse(BadValue(value="x1"))
    QApplication.processEvents()
    assert keep.geometry() == before
    assert abs(before.center().y() - age.geometry().center().y()) <= 1
    age.setFocus()
    QTest.keyClick(age, Qt.Key.Key_Tab)
    assert keep.hasFocus()


@pytest.mark.parametrize(("former", "look"), [("", "notice"), ("notice", "")])
def test_a_label_shown_already_takes_the_room_of_its_new_look(
    root: QWidget, qapp: QApplication, former: str, look: str
) -> None:
    dress(qapp)
    label, other = text_label("Words", former, parent=root), text_label("Words", look, parent=root)
    column = QVBoxLayout(root)
    for one in (label, other):
        column.addWidget(one)
        one.show()
    QApplication.processEvents()
    assert label.sizeHint() != other.sizeHint()
    give_look(label, look)
    assert label.sizeHint() == other.sizeHint()


def test_a_field_explains_itself_when_it_is_left_and_keeps_what_was_typed(root: QWidget) -> None:
    age, other = QLineEdit(root), QLineEdit(root)
    field = Field("&Age", age, help_words="In years", check=_refuse_letters, parent=root)
    column = QVBoxLayout(root)
    column.addWidget(field)
    column.addWidget(other)
    QApplication.processEvents()
    assert (field.label.buddy(), age.accessibleName(), field.said.text()) == (age, "Age", "In years")
    field.setFocus()
    QTest.keyClicks(age, "x1")
    other.setFocus()
    assert (field.said.text(), age.text()) == ("“x1” cannot be understood here.", "x1")
    assert age.accessibleDescription() == field.said.text()
    age.setText("12")
    assert field.is_right()
    assert field.said.text() == "In years"


def test_chips_say_which_was_chosen(qtbot: QtBot, root: QWidget) -> None:
    chips = Chips({"all": "All", "here": "In the house"}, "Filter", root)
    assert chips.code() == "all"
    with qtbot.waitSignal(chips.chosen) as heard:
        QTest.keyClick(chips.findChildren(QPushButton)[1], Qt.Key.Key_Return)
    assert (heard.args, chips.code()) == (["here"], "here")
    chips.say("here", "In the house · 8")
    assert chips.findChildren(QPushButton)[1].text() == "In the house · 8"


def test_an_empty_page_offers_the_next_action(root: QWidget) -> None:
    done: list[int] = []
    empty = EmptyState("people", "Nobody yet.", root)
    assert empty.action.isHidden()
    empty.offer("Bring in a list", lambda: done.append(1))
    empty.action.click()
    assert done == [1]


def test_a_toast_without_a_way_back_offers_none(root: QWidget) -> None:
    toast = Toast(root)
    toast.say("Saved.")
    assert (toast.isVisible(), toast.undo.isVisible()) == (True, False)
    assert root.rect().contains(toast.geometry())


def test_long_words_stay_within_a_narrow_window(root: QWidget) -> None:
    toast = Toast(root)
    root.resize(400, 300)
    toast.say("A very long sentence about what was done just now. " * 4, "ok", lambda: None)
    assert root.rect().contains(toast.geometry())
    root.resize(360, 300)
    QApplication.processEvents()
    assert root.rect().contains(toast.geometry())


def test_the_way_back_is_taken_once(root: QWidget) -> None:
    undone: list[int] = []
    toast = Toast(root)
    toast.say("Deleted.", "ok", lambda: undone.append(1))
    toast.undo.click()
    toast.take_back()
    assert (undone, toast.isVisible()) == ([1], False)


def test_a_pill_has_a_word_for_those_who_hear_it(root: QWidget) -> None:
    pill = Pill("Arrived", "ok", root)
    short = pill.sizeHint().width()
    pill.say("Not recorded yet", "warning")
    assert (pill.accessibleName(), pill.sizeHint().width() > short) == ("Not recorded yet", True)


def test_progress_hides_until_a_second_has_passed(qtbot: QtBot, root: QWidget) -> None:
    progress = Progress(root)
    progress.start("Importing", 150)
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible, timeout=3000)
    progress.reach(75)
    assert progress.bar.value() == 75
    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()
    progress.end()
    assert not progress.isVisible()


def _press(choose: Callable[[QMessageBox], QPushButton]) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    choose(box).click()


@pytest.mark.parametrize("which", [0, 1])
def test_a_question_is_answered_by_its_buttons(root: QWidget, which: int) -> None:
    QTimer.singleShot(0, lambda: _press(lambda box: box.findChildren(QPushButton)[which]))
    assert sure(root, "Remove the account?", "This cannot be undone.", "Remove") is (which == 0)
