"""A sheet is marked by keys, and each mark is on disk when the cursor moves on."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.attendance.attendance_table import Column
from desktop.views.attendance.attendance_view import AttendanceView
from desktop.views.shared.line_table import PillRole
from desktop.views.shared.shell import Shell
from desktop.vocabulary import AttendanceStatus
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.attendance.conftest import NOW
from tests.views.opened import house_of, signed_in


def _marks(view: AttendanceView) -> list[str]:
    table = view.pane.table
    return [table.index(row, Column.STATUS).data() for row in range(table.rowCount())]


def _on_disk(view: AttendanceView, opened: Centre) -> list[AttendanceStatus | None]:
    return [line.status for line in opened.attendance.open_sheet(view.pane.code).lines]


def _press(view: AttendanceView, letters: Iterable[str]) -> None:
    for letter in letters:
        QTest.keyClick(view.pane.sheet, getattr(Qt.Key, f"Key_{letter}"))


def test_a_key_marks_the_line_and_moves_on(view: AttendanceView) -> None:
    _press(view, "P")
    assert view.pane.sheet.currentIndex().row() == 1
    _press(view, "A")
    assert _marks(view) == ["Present", "Absent"]
    assert view.pane.total.text() == "2 marked of 2 · 1 came"


@pytest.mark.parametrize(("letter", "status"), [
    ("P", "present"), ("R", "late"), ("E", "excused"), ("A", "absent"), ("D", "left_early"), ("N", "did_not_wish"),
])  # fmt: skip
def test_each_letter_is_on_disk_at_once(
    qtbot: QtBot, view: AttendanceView, planned: Centre, letter: str, status: str
) -> None:
    with qtbot.waitSignal(view.attendance_changed) as heard:
        _press(view, letter)
    assert heard.args == [view.pane.code]
    assert _on_disk(view, planned) == [status, None]
    assert view.pane.table.index(0, Column.STATUS).data(PillRole) is not None


def test_forty_keys_without_a_pause_are_all_on_disk(qtbot: QtBot, planned: Centre) -> None:
    house = house_of(planned)
    for number in range(38):
        house.lodge(f"Person{number} TRAORE")
    view = AttendanceView(Shell(planned), NOW)
    qtbot.addWidget(view)
    _press(view, "PRAEDN" * 6 + "PRAE")
    letters = ["present", "late", "absent", "excused", "left_early", "did_not_wish"] * 7
    assert _on_disk(view, planned) == letters[:40]
    assert view.pane.total.text() == "40 marked of 40 · 20 came"


def test_a_letter_clicked_marks_too(view: AttendanceView, planned: Centre) -> None:
    view.pane.letters.buttons[AttendanceStatus.LATE].click()
    assert _on_disk(view, planned) == ["late", None]
    assert view.pane.letters.buttons[AttendanceStatus.LATE].text().endswith("1")


def test_backspace_takes_a_mark_back(view: AttendanceView) -> None:
    _press(view, "P")
    view.pane.sheet.selectRow(0)
    _press(view, ["Backspace"])
    assert _marks(view) == ["—", "—"]


def test_the_last_mark_is_undone_and_what_stood_before_comes_back(view: AttendanceView, planned: Centre) -> None:
    _press(view, "P")
    view.pane.sheet.selectRow(0)
    _press(view, "A")
    QTest.keyClick(view.pane.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _on_disk(view, planned) == ["present", None]
    assert view.pane.sheet.currentIndex().row() == 0
    view.pane.letters.undo.click()
    assert _on_disk(view, planned) == [None, None]
    assert not view.pane.letters.undo.isEnabled()


def test_filling_leaves_marks_alone_and_can_be_undone_from_the_toast(
    qtbot: QtBot, view: AttendanceView, planned: Centre
) -> None:
    _press(view, "E")
    with qtbot.waitSignal(view.acts.shell.toasted) as heard:
        view.pane.fill.click()
    assert heard.args is not None
    words, _, undo = heard.args
    assert words == "1 person marked present."
    assert _on_disk(view, planned) == ["excused", "present"]
    undo()
    assert _on_disk(view, planned) == ["excused", None]
    undo()
    assert _on_disk(view, planned) == ["excused", None]


def test_a_full_sheet_has_nothing_to_fill(qtbot: QtBot, view: AttendanceView) -> None:
    _press(view, "PP")
    with qtbot.waitSignal(view.acts.shell.toasted) as heard:
        view.pane.fill.click()
    assert heard.args is not None
    assert (heard.args[0], heard.args[2]) == ("Everybody was marked already.", None)


def test_somebody_nameless_is_counted_and_taken_back(view: AttendanceView, planned: Centre) -> None:
    view.pane.nameless.click()
    assert [line.name for line in planned.attendance.open_sheet(view.pane.code).lines][-1] == "A1"
    assert view.pane.table.index(2, Column.NAME).data() == "Without a name, number A1"
    assert view.pane.sheet.currentIndex().row() == 0
    view.acts.take_back()
    assert _marks(view) == ["—", "—"]


def test_who_may_not_mark_reads_why(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as coordination:
        house_of(coordination).lodge("Moussa KEITA")
        coordination.attendance.open_sheet(house_of(coordination).plan())
    with signed_in(centre, "seydou") as reader:
        view = AttendanceView(Shell(reader), NOW)
        qtbot.addWidget(view)
        assert view.pane.notice.text() == "You may read this sheet; your account does not mark attendance."
        assert not view.pane.fill.isEnabled()
        _press(view, "P")
        assert view.pane.refusal.text() == "Your account does not have the right to do this."


def test_a_cancelled_session_says_so_and_takes_no_mark(view: AttendanceView, planned: Centre) -> None:
    planned.planning.cancel(view.pane.code, "rain")
    view.refresh()
    assert view.pane.notice.text() == "This session was cancelled: rain"
    _press(view, "P")
    assert "was cancelled" in view.pane.refusal.text()
    assert _on_disk(view, planned) == [None, None]


def test_an_empty_house_offers_to_add_by_name(qtbot: QtBot, opened: Centre) -> None:
    house_of(opened).plan()
    view = AttendanceView(Shell(opened), moment(MONDAY, 8))
    qtbot.addWidget(view)
    view.show()
    assert view.pane.empty.isVisible()
    assert not view.pane.sheet.isVisible()


def test_the_sheet_keeps_the_promises_of_qt(view: AttendanceView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.pane.table)  # type: ignore[no-untyped-call]  # the plugin has no types here


def test_letters_leave_their_words_to_tooltips_where_room_is_short(view: AttendanceView) -> None:
    letter = view.pane.letters.buttons[AttendanceStatus.PRESENT]
    view.pane.letters.shorten(short=True)
    _press(view, "P")
    assert (letter.text(), letter.toolTip()) == ("P  1", "Present")
    view.pane.letters.shorten(short=False)
    assert letter.text() == "P  Present  1"


def test_where_room_is_short_the_week_leaves_it_to_the_sheet(view: AttendanceView) -> None:
    view.resize(1180, 560)
    assert view.sessions.isVisible()
    assert not view.pane.other.isVisible()
    view.resize(760, 560)
    assert not view.sessions.isVisible()
    assert view.pane.other.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F4)
    assert view.sessions.isVisible()
    QTest.keyClick(view.sessions.lines, Qt.Key.Key_Return)
    assert not view.sessions.isVisible()
    assert view.pane.isVisible()
    view.resize(1180, 560)
    assert view.sessions.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F4)
    assert view.sessions.isVisible()


def test_a_week_without_a_session_opens_the_weeks(view: AttendanceView) -> None:
    view.resize(760, 560)
    view.sessions.show_week(MONDAY + timedelta(days=70))
    assert view.sessions.isVisible()
    assert view.sessions.empty.isVisible()
    assert not view.pane.isVisible()
