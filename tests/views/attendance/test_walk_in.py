"""Whoever came unlisted is added while their name is typed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.attendance.attendance_view import AttendanceView
from tests.services.house import MONDAY, moment
from tests.views.opened import house_of


def _statuses(view: AttendanceView, opened: Centre) -> dict[str, str | None]:
    return {line.name: line.status for line in opened.attendance.open_sheet(view.pane.code).lines}


def test_enter_takes_the_first_found_without_waiting_for_the_pause(view: AttendanceView, planned: Centre) -> None:
    house_of(planned).lodge("Zoumana BAH", arrived=moment(MONDAY, 20))
    field = view.pane.walk_in.typed
    QTest.keyClicks(field, "zoum")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert _statuses(view, planned)["Zoumana BAH"] == "present"
    assert field.text() == ""
    view.acts.take_back()
    assert "Zoumana BAH" not in _statuses(view, planned)


def test_found_people_show_after_a_pause_and_a_line_down_is_taken(
    qtbot: QtBot, view: AttendanceView, planned: Centre
) -> None:
    house_of(planned).lodge("Moussa BAH", arrived=moment(MONDAY, 20))
    box = view.pane.walk_in
    QTest.keyClicks(box.typed, "mou")
    qtbot.waitUntil(lambda: box.found.count() == 2)
    assert box.found.item(1).text().endswith("on the sheet already")
    QTest.keyClick(box.typed, Qt.Key.Key_Down)
    QTest.keyClick(box.found, Qt.Key.Key_Down)
    QTest.keyClick(box.found, Qt.Key.Key_Return)
    assert _statuses(view, planned) == {"Awa DIALLO": None, "Moussa KEITA": "present"}


def test_taking_back_a_walk_in_on_the_sheet_restores_their_mark(view: AttendanceView, planned: Centre) -> None:
    QTest.keyClick(view.pane.sheet, Qt.Key.Key_A)
    QTest.keyClicks(view.pane.walk_in.typed, "awa")
    QTest.keyClick(view.pane.walk_in.typed, Qt.Key.Key_Return)
    assert _statuses(view, planned)["Awa DIALLO"] == "present"
    view.acts.take_back()
    assert _statuses(view, planned)["Awa DIALLO"] == "absent"


def test_nobody_found_is_said_and_escape_goes_back_to_the_sheet(view: AttendanceView) -> None:
    box = view.pane.walk_in
    QTest.keyClick(view.pane.sheet, Qt.Key.Key_Plus)
    QTest.keyClicks(box.typed, "zzzz")
    box.look()
    assert box.said.text() == "Nobody answers to “zzzz”."
    QTest.keyClick(box.typed, Qt.Key.Key_Escape)
    assert (box.typed.text(), box.said.isVisible()) == ("", False)
