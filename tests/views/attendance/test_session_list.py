"""The sessions of a week say where they stand, those of today first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.shared.line_table import PillRole
from desktop.views.shared.shell import Shell
from desktop.vocabulary import AttendanceStatus
from tests.services.house import MONDAY, moment
from tests.views.attendance.conftest import NOW, WEEK
from tests.views.opened import house_of


def _texts(view: AttendanceView, column: int = 0) -> list[str]:
    table = view.sessions.table
    return [table.index(row, column).data() for row in range(table.rowCount())]


def _page(qtbot: QtBot, opened: Centre, day: int, hour: int) -> AttendanceView:
    view = AttendanceView(Shell(opened), moment(MONDAY, hour).replace(day=MONDAY.day + day))
    qtbot.addWidget(view)
    return view


def test_today_stands_first_whatever_the_day(qtbot: QtBot, planned: Centre) -> None:
    assert _texts(_page(qtbot, planned, 0, 8)) == ["Today, 09:00 · Dance", "Tuesday 17, 09:00 · Sport"]
    assert _texts(_page(qtbot, planned, 1, 8)) == ["Today, 09:00 · Sport", "Monday 16, 09:00 · Dance"]


def test_each_session_says_where_it_stands_in_word_and_shape(qtbot: QtBot, planned: Centre) -> None:
    view = _page(qtbot, planned, 1, 8)
    assert _texts(view, 1) == ["To mark", "Not recorded yet"]
    first = view.pane.table.line(0)
    planned.attendance.mark(first.attendance_id, AttendanceStatus.PRESENT)
    view.refresh()
    assert _texts(view, 1)[0] == "1 marked of 2"
    kinds = [view.sessions.table.index(row, 1).data(PillRole) for row in range(2)]
    assert kinds == ["info", "warning"]


def test_what_waits_first_is_opened(qtbot: QtBot, planned: Centre) -> None:
    view = _page(qtbot, planned, 2, 8)
    monday = next(line.code for line in planned.planning.sessions_of_week(MONDAY) if line.on_date == MONDAY)
    assert view.pane.code == monday


def test_another_session_opens_its_own_sheet(view: AttendanceView) -> None:
    QTest.keyClick(view.pane.sheet, Qt.Key.Key_P)
    first = view.pane.code
    QTest.keyClick(view.sessions.lines, Qt.Key.Key_Down)
    assert view.pane.code != first
    assert [line.status for line in view.pane.table.lines()] == [None, None]
    assert not view.pane.letters.undo.isEnabled()


def test_weeks_are_turned_by_buttons_and_an_empty_one_says_so(view: AttendanceView) -> None:
    view.sessions.after.click()
    assert (_texts(view), view.sessions.empty.isVisible()) == ([], True)
    assert view.sessions.words.text().startswith("Week of 23 to 29")
    assert not view.pane.isVisible()
    view.sessions.now.click()
    assert (len(_texts(view)), view.pane.isVisible()) == (2, True)


def test_a_session_named_by_another_page_is_opened_in_its_week(view: AttendanceView, planned: Centre) -> None:
    house_of(planned).plan("arts", day=8)
    code = planned.planning.sessions_of_week(MONDAY + WEEK)[0].code
    view.open(code)
    assert (view.pane.code, view.sessions.monday) == (code, MONDAY + WEEK)
    view.open("S-NONE")
    assert view.said.text() == "Nothing was found for “S-NONE”."


def test_the_list_follows_the_marks_and_what_undoes_them(view: AttendanceView) -> None:
    QTest.keyClick(view.pane.sheet, Qt.Key.Key_P)
    assert _texts(view, 1)[0] == "1 marked of 2"
    view.pane.fill.click()
    assert _texts(view, 1)[0] == "All marked: 2"
    view.acts.take_back()
    assert _texts(view, 1)[0] == "1 marked of 2"


@pytest.mark.usefixtures("planned")
def test_the_list_keeps_the_promises_of_qt(view: AttendanceView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.sessions.table)  # type: ignore[no-untyped-call]  # the plugin has no types here


def test_the_hour_of_the_tests_lies_before_the_first_session() -> None:
    assert moment(MONDAY, 9) > NOW


def test_an_empty_week_offers_to_plan_one(qtbot: QtBot, planned: Centre) -> None:
    shell = Shell(planned)
    view = AttendanceView(shell, moment(MONDAY, 8))
    qtbot.addWidget(view)
    view.show()
    view.sessions.after.click()
    with qtbot.waitSignal(shell.going, check_params_cb=lambda page, _: page == "week"):
        view.sessions.empty.action.click()
