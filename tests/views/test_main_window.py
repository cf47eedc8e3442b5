"""The main window shows the pages of a role, and locks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from tests.centres import PASSWORD, TestCentre


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as social work sees it."""
    made = Centre.open(centre.folder, "mariam", PASSWORD)
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, opened: Centre) -> MainWindow:
    """Give the window."""
    made = MainWindow(opened)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_page_is_built_at_the_first_visit(window: MainWindow) -> None:
    assert (window.title.text(), window.stack.count()) == ("People", 1)
    window.sidebar.setCurrentRow(1)
    assert (window.title.text(), window.stack.count()) == ("Attendance", 2)
    window.sidebar.setCurrentRow(0)
    assert window.stack.count() == 2


def test_page_keys_go_round(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.title.text() == "Attendance"
    QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.title.text() == "People"


def test_activities_staff_see_attendance_only(qtbot: QtBot, centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "fanta", PASSWORD)
    window = MainWindow(opened)
    qtbot.addWidget(window)
    assert [window.sidebar.item(row).text() for row in range(window.sidebar.count())] == ["Attendance"]
    opened.close()


def test_the_lock_key_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_theme_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.theme_chosen) as heard:
        window.themes.setCurrentIndex(1)
    assert heard.args == ["dark"]
