"""A sheet is marked by keys, and each mark is on disk when the cursor moves on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.rights import Role
from desktop.services.attendance import AttendanceService
from desktop.services.planning import PlanningService
from desktop.storage.unit_of_work import Desk
from desktop.views.attendance.attendance_table import Column
from desktop.views.attendance.attendance_view import AttendanceView
from tests.conftest import DeskFor
from tests.services.house import MONDAY, make_house


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """Give a house with two lodgers and two sessions."""
    house = make_house(desk)
    house.lodge("Moussa KEITA")
    house.lodge("Awa DIALLO")
    house.plan(hour=9)
    house.plan(day=1)
    return desk


def _view(qtbot: QtBot, desk: Desk) -> AttendanceView:
    made = AttendanceView(PlanningService(desk), AttendanceService(desk), MONDAY)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def view(qtbot: QtBot, planned: Desk) -> AttendanceView:
    """Give the page for somebody who may mark."""
    return _view(qtbot, planned)


def _marks(view: AttendanceView) -> list[str]:
    return [view.table.index(row, Column.STATUS).data() for row in range(view.table.rowCount())]


def test_a_key_marks_the_line_and_moves_on(view: AttendanceView) -> None:
    QTest.keyClick(view.sheet, Qt.Key.Key_P)
    assert view.sheet.currentIndex().row() == 1
    QTest.keyClick(view.sheet, Qt.Key.Key_A)
    assert _marks(view) == ["Present", "Absent"]
    assert view.total.text() == "2 marked of 2 · 1 came"


def test_a_mark_is_on_disk_at_once(qtbot: QtBot, view: AttendanceView, planned: Desk) -> None:
    with qtbot.waitSignal(view.attendance_changed) as heard:
        QTest.keyClick(view.sheet, Qt.Key.Key_R)
    sheet = AttendanceService(planned).open_sheet(heard.args[0])
    assert [line.status for line in sheet.lines] == ["late", None]


def test_backspace_takes_a_mark_back(view: AttendanceView) -> None:
    QTest.keyClick(view.sheet, Qt.Key.Key_P)
    view.sheet.selectRow(0)
    QTest.keyClick(view.sheet, Qt.Key.Key_Backspace)
    assert _marks(view) == ["—", "—"]


def test_filling_leaves_marks_alone_and_can_be_undone(view: AttendanceView) -> None:
    QTest.keyClick(view.sheet, Qt.Key.Key_E)
    view.fill.click()
    assert _marks(view) == ["Excused", "Present"]
    view.undo.click()
    assert _marks(view) == ["Excused", "—"]
    assert not view.undo.isEnabled()


def test_choosing_another_session_opens_its_sheet(view: AttendanceView) -> None:
    QTest.keyClick(view.sheet, Qt.Key.Key_P)
    view.sessions.setCurrentIndex(1)
    assert _marks(view) == ["—", "—"]


def test_who_may_not_mark_reads_why(qtbot: QtBot, view: AttendanceView, desk_for: DeskFor) -> None:
    reader = _view(qtbot, desk_for(Role.RECEPTION))
    QTest.keyClick(reader.sheet, Qt.Key.Key_P)
    assert _marks(reader) == ["—", "—"]
    assert reader.said.text() == "Your account does not have the right to do this."
    assert view.said.text() == ""


def test_a_week_without_sessions_says_so(qtbot: QtBot, desk: Desk) -> None:
    assert _view(qtbot, desk).said.text() == "No session is planned this week."


def test_the_table_keeps_the_promises_of_qt(view: AttendanceView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
