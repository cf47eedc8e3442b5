"""The main window shows the pages of a role, and locks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.errors import NotAllowed
from desktop.rights import Permission
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.guide.guide_window import GuideWindow
from desktop.views.main_window import MainWindow
from desktop.views.shared.enter import let_enter_press
from desktop.views.shared.page import PageView
from desktop.views.shared.shell import Shell
from tests.centres import PASSWORD, TestCentre


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as social work sees it."""
    made = Centre.open(centre.folder, "mariam", PASSWORD)
    yield made
    made.close()


@pytest.fixture
def shell(opened: Centre) -> Iterator[Shell]:
    """Give what the pages share; what is read beside the screen ends before the centre closes."""
    made = Shell(opened)
    yield made
    made.tasks.finish()


@pytest.fixture
def window(qtbot: QtBot, shell: Shell) -> MainWindow:
    """Give the window."""
    made = MainWindow(shell)
    qtbot.addWidget(made)
    made.show()
    return made


def visit(window: MainWindow, name: str) -> None:
    """Choose a page in the sidebar."""
    window.sidebar.setCurrentRow(window.page_names().index(name))


def test_a_page_is_built_at_the_first_visit(window: MainWindow) -> None:
    begun = window.stack.count()
    visit(window, "attendance")
    assert (window.header.title.text(), window.stack.count()) == ("Attendance", begun + 1)
    window.sidebar.setCurrentRow(0)
    visit(window, "attendance")
    assert window.stack.count() == begun + 1


def test_a_page_is_read_again_only_once_something_was_saved(window: MainWindow, opened: Centre) -> None:
    visit(window, "attendance")
    page = window.page()
    assert isinstance(page, AttendanceView)
    read = QSignalSpy(page.sessions.table.modelReset)
    for saved in (False, True):
        window.sidebar.setCurrentRow(0)
        if saved:
            with opened.desk.begin(Permission.USE_PROGRAM) as work:
                work.trace("test")
        visit(window, "attendance")
        assert read.count() == saved


def test_page_keys_go_round(window: MainWindow) -> None:
    first, titles = window.header.title.text(), list[str]()
    for _ in window.page_names():
        QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        titles.append(window.header.title.text())
    assert (titles[-1], len(set(titles))) == (first, len(window.page_names()))


def test_activities_staff_see_attendance_and_no_people(qtbot: QtBot, centre: TestCentre) -> None:
    opened = Centre.open(centre.folder, "fanta", PASSWORD)
    window = MainWindow(Shell(opened))
    qtbot.addWidget(window)
    shown = [window.sidebar.item(row).text() for row in range(window.sidebar.count())]
    assert ("Attendance" in shown, "People" in shown) == (True, False)
    opened.close()


def test_the_lock_key_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_enter_presses_the_button_one_stands_on(qtbot: QtBot, qapp: QApplication, window: MainWindow) -> None:
    let_enter_press(qapp)
    qtbot.waitExposed(window)
    window.side.lock.setFocus()
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window.side.lock, Qt.Key.Key_Return)


def test_a_theme_is_announced(qtbot: QtBot, window: MainWindow) -> None:
    display = window.header.display
    with qtbot.waitSignal(display.theme_chosen) as heard:
        next(action for action in display.actions() if action.objectName() == "dark").trigger()
    assert heard.args == ["dark"]


def test_a_click_in_the_sidebar_leads_into_the_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitExposed(window)
    window.go_to("attendance")
    sidebar = window.sidebar
    line = sidebar.visualItemRect(sidebar.item(window.page_names().index("people"))).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=line)
    page = window.page()
    assert page is not None
    assert page.isAncestorOf(window.focusWidget())


def test_alt_and_the_letter_of_a_page_show_it(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitExposed(window)
    QTest.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert window.header.title.text() == "Attendance"


def test_a_page_sends_to_another_by_its_name(window: MainWindow, shell: Shell) -> None:
    shell.go_to("attendance")
    assert window.header.title.text() == "Attendance"
    shell.go_to("no such page")
    assert window.header.title.text() == "Attendance"


def test_a_page_names_itself_in_the_header(window: MainWindow) -> None:
    visit(window, "people")
    page = window.stack.currentWidget()
    assert isinstance(page, PageView)
    page.title_changed.emit("Convoy of the night")
    assert window.header.title.text() == "Convoy of the night"
    visit(window, "attendance")
    visit(window, "people")
    assert window.header.title.text() == "Convoy of the night"


def test_what_was_done_is_said_and_can_be_undone(window: MainWindow, shell: Shell) -> None:
    undone: list[bool] = []
    shell.toast("Saved.", lambda: undone.append(True))
    assert (window.toast.isVisible(), window.toast.words.text()) == (True, "Saved.")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, window.toast.isVisible()) == ([True], False)
    shell.explain(NotAllowed())
    assert window.toast.words.text() == NotAllowed().explain()
    assert window.toast.undo.isHidden()


def test_f1_opens_the_guide_at_the_page_one_is_on(window: MainWindow) -> None:
    window.go_to("attendance")
    QTest.keyClick(window, Qt.Key.Key_F1)
    guide = window.findChild(GuideWindow)
    assert guide is not None
    assert guide.contents.currentItem().text() == "Attendance"
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert (guide.isVisible(), window.sidebar.currentRow()) == (False, window.page_names().index("attendance"))
