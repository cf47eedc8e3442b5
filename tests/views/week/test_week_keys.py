"""A week is planned by keys, and each act is on disk and can be taken back."""

from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.planning import SessionPlan
from desktop.views.week.week_view import WeekView
from desktop.vocabulary import AttendanceStatus, SessionState
from tests.centres import TestCentre
from tests.services.house import MONDAY
from tests.views.opened import house_of, signed_in
from tests.views.week.conftest import page

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def press(view: WeekView, *keys: str, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(view.grid, getattr(Qt.Key, f"Key_{key}"), held)


def on_disk(centre: Centre, days: int = 0) -> list[tuple[str, int, str, str]]:
    """Give each session of the week with its day, first and last hour."""
    lines = centre.planning.sessions_of_week(MONDAY.replace(day=MONDAY.day + days))
    return [(one.activity_code, one.on_date.weekday(), f"{one.starts_at:%H%M}", f"{one.ends_at:%H%M}") for one in lines]


def undo_of(heard: Any) -> Any:
    return heard.args[2]


def write(field: Any, words: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, words)


DRAFT = SessionPlan(activity="arts", site="BKO", on=MONDAY, at=time(8), draft=True)
DANCE, SPORT = ("dance", 0, "0900", "1000"), ("sport", 1, "0900", "1030")


def test_the_cursor_begins_at_this_hour_and_says_what_it_is_on(view: WeekView) -> None:
    assert view.parts.told.text().startswith("Monday 16\u00a0November, 08:00: free.")
    press(view, "Down", "Down")
    assert view.parts.told.text() == "Dance · Monday 16\u00a0November · 09:00 to 10:00 · No room · To mark"
    assert view.grid.accessibleDescription() == view.parts.told.text()
    press(view, "Right")
    assert view.parts.told.text().startswith("Sport · Tuesday 17\u00a0November")
    press(view, "Down")
    assert view.parts.told.text().startswith("Tuesday 17\u00a0November, 10:30: free.")
    press(view, "Up", "Left")
    assert view.grid.line() is not None


def _to_dance(view: WeekView) -> None:
    press(view, "Down", "Down")


def test_a_session_moves_by_quarters_and_days_and_comes_back(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    press(view, "Down", held=CTRL)
    assert on_disk(planned)[0] == ("dance", 0, "0915", "1015")
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        press(view, "Right", held=ALT)
    assert on_disk(planned) == [SPORT, ("dance", 1, "0915", "1015")]
    assert view.grid.place.column == 1
    undo_of(heard)()
    assert on_disk(planned)[0] == ("dance", 0, "0915", "1015")


def test_a_session_is_made_longer_and_never_shorter_than_it_can_be(view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    press(view, "Down", "Down", held=SHIFT)
    assert on_disk(planned)[0] == ("dance", 0, "0900", "1030")
    press(view, *["Up"] * 9, held=SHIFT)
    assert on_disk(planned)[0] == ("dance", 0, "0900", "0905")


def test_enter_on_a_free_slot_plans_a_session_there(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    press(view, "Right", "Right", "Return")
    fields = view.panel.fields
    assert fields.day.text() == "Wednesday 18\u00a0November"
    fields.activity.setCurrentIndex(fields.activity.findData("arts"))
    write(fields.hour, "14h30")
    write(fields.length, "1h15")
    write(fields.facilitators, "Awa")
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        QTest.keyClick(fields.facilitators, Qt.Key.Key_Return)
    assert heard.args is not None
    assert heard.args[0] == "1 session planned."
    assert on_disk(planned)[-1] == ("arts", 2, "1430", "1545")
    assert view.panel.isHidden()
    assert "Awa" in view.parts.told.text()
    undo_of(heard)()
    assert on_disk(planned) == [DANCE, SPORT]


def test_what_cannot_be_read_is_said_under_its_field_and_stays(view: WeekView, planned: Centre) -> None:
    QTest.keyClick(view.grid, Qt.Key.Key_N, CTRL)
    fields = view.panel.fields
    write(fields.hour, "25h")
    write(fields.day, "someday")
    view.panel.save.click()
    day, hour, _ = fields.checked
    assert "“someday” is no day" in day.said.text()
    assert "“25h” is no hour" in hour.said.text()
    assert (fields.day.text(), fields.hour.text()) == ("someday", "25h")
    assert len(on_disk(planned)) == 2
    write(fields.day, "thursday")
    write(fields.hour, "8")
    write(fields.length, "2")
    view.panel.save.click()
    assert view.panel.refusal.text() == "A session lasts from 5 minutes to 12 hours."
    write(fields.length, "45")
    view.panel.save.click()
    assert on_disk(planned)[-1][1:] == (3, "0800", "0845")


def test_a_session_is_changed_in_its_form(view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    press(view, "Return")
    assert not view.panel.repeat.isVisible()
    fields = view.panel.fields
    fields.room.setCurrentIndex(fields.room.findData("A1"))
    write(fields.day, "18/11")
    QTest.keyClick(fields.day, Qt.Key.Key_Return)
    line = planned.planning.session(view.grid.place.code or "")
    assert (line.room, line.on_date.weekday(), line.activity_code) == ("A1", 2, "dance")


def test_a_session_repeats_on_days_until_one(view: WeekView, planned: Centre) -> None:
    press(view, "Right", "Right", "Return")
    repeat = view.panel.repeat
    repeat.choice.setCurrentIndex(repeat.choice.findData("until"))
    view.panel.save.click()
    assert "is no day" in repeat.end_field.said.text()
    assert not repeat.end_field.said.visibleRegion().isEmpty()
    repeat.days[4].setChecked(True)
    repeat.every.setValue(2)
    write(repeat.end, "4/12")
    view.panel.save.click()
    assert [one[1] for one in on_disk(planned)] == [0, 1, 2, 4]
    assert on_disk(planned, 7) == []
    assert [one[1] for one in on_disk(planned, 14)] == [2, 4]


def test_a_number_of_times_is_asked_for_in_figures(view: WeekView, planned: Centre) -> None:
    press(view, "Right", "Right", "Return")
    repeat = view.panel.repeat
    repeat.choice.setCurrentIndex(repeat.choice.findData("count"))
    write(repeat.end, "many")
    view.panel.save.click()
    assert "cannot be understood" in repeat.end_field.said.text()
    write(repeat.end, "0")
    view.panel.save.click()
    assert "times at most" in view.panel.refusal.text()
    write(repeat.end, "2")
    view.panel.save.click()
    assert len(on_disk(planned, 7)) == 1


def test_a_session_is_called_off_for_a_reason_and_brought_back(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    press(view, "Delete")
    reason = view.parts.reason
    QTest.keyClick(reason.words, Qt.Key.Key_Return)
    assert "Say why" in reason.field.said.text()
    QTest.keyClicks(reason.words, "rain")
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        QTest.keyClick(reason.words, Qt.Key.Key_Return)
    assert view.parts.told.text().endswith("Cancelled · rain")
    assert reason.isHidden()
    undo_of(heard)()
    assert "Cancelled" not in view.parts.told.text()
    planned.planning.cancel(view.grid.place.code or "", "rain")
    view.refresh()
    press(view, "Return")
    view.panel.back.click()
    assert planned.planning.session(view.grid.place.code or "").state is SessionState.PUBLISHED


def test_one_date_is_left_out_and_put_back(view: WeekView, planned: Centre) -> None:
    assert not view.parts.bar.left_out.isVisible()
    _to_dance(view)
    press(view, "Return")
    view.panel.skip.click()
    assert on_disk(planned) == [SPORT]
    button = view.parts.bar.left_out
    assert button.text() == "Left out: 1"
    (back,) = button.menu().actions()
    assert back.text() == "Dance · Monday 16\u00a0November, 09:00"
    back.trigger()
    assert on_disk(planned) == [DANCE, SPORT]
    assert view.grid.line() is not None
    assert not button.isVisible()


def test_escape_calls_nothing_off(view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    press(view, "Delete")
    QTest.keyClick(view.parts.reason.words, Qt.Key.Key_Escape)
    assert view.parts.reason.isHidden()
    assert on_disk(planned) == [DANCE, SPORT]
    press(view, "Return")
    QTest.keyClick(view.panel.fields.day, Qt.Key.Key_Escape)
    assert view.panel.isHidden()


def test_a_draft_is_removed_and_comes_back_a_draft(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    planned.planning.create(DRAFT)
    view.refresh()
    assert "Draft" in view.parts.told.text()
    before = planned.planning.sessions_of_week(MONDAY)
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        press(view, "Delete")
    assert on_disk(planned) == [DANCE, SPORT]
    undo_of(heard)()
    assert planned.planning.sessions_of_week(MONDAY) == before


def test_the_drafts_of_a_week_are_published_together(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    assert not view.parts.bar.publish.isEnabled()
    assert view.parts.bar.publish.toolTip() == "There is no draft in this week."
    planned.planning.create(DRAFT)
    view.refresh()
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        view.parts.bar.publish.click()
    assert heard.args is not None
    assert heard.args[0] == "1 session published."
    assert view.look.drafts() == 0
    undo_of(heard)()
    assert view.look.drafts() == 1


def test_last_week_is_copied_into_an_empty_one(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    press(view, "PageDown")
    assert view.parts.bar.words.text() == "Week of 23 to 29\u00a0November 2026"
    assert view.parts.empty.isVisible()
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        view.parts.next_act.click()
    assert on_disk(planned, 7) == [DANCE, SPORT]
    assert not view.parts.empty.isVisible()
    undo_of(heard)()
    assert on_disk(planned, 7) == []
    press(view, "Home")
    assert view.look.day == MONDAY


def test_marks_keep_a_session_on_its_day_and_the_toast_says_so(qtbot: QtBot, view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    planned.attendance.mark_by_code(view.grid.place.code or "", "moussa", AttendanceStatus.PRESENT)
    with qtbot.waitSignal(view.planner.acts._shell.toasted) as heard:
        press(view, "Right", held=CTRL)
    assert heard.args is not None
    assert "are marked at this session" in heard.args[0]
    assert on_disk(planned) == [DANCE, SPORT]


def test_m_goes_to_the_attendance_of_the_session(qtbot: QtBot, view: WeekView) -> None:
    press(view, "M")
    _to_dance(view)
    with qtbot.waitSignal(view.planner.acts._shell.going) as heard:
        press(view, "M")
    assert heard.args == ["attendance", (view.grid.place.code,)]


def test_by_room_a_session_changes_its_room_when_it_moves(view: WeekView, planned: Centre) -> None:
    _to_dance(view)
    grouping = view.parts.bar.grouping
    QTest.keyClick(grouping, Qt.Key.Key_Down)
    grouping.activated.emit(grouping.currentIndex())
    assert [column.title for column in view.grid.columns] == ["A1", "B1", "No room"]
    assert view.grid.line() is not None
    press(view, "Left", held=CTRL)
    assert planned.planning.session(view.grid.place.code or "").room == "B1"
    press(view, "Left", "Up", held=CTRL)
    line = planned.planning.session(view.grid.place.code or "")
    assert (line.room, f"{line.starts_at:%H%M}") == ("A1", "0845")
    press(view, "PageDown")
    assert view.look.day.weekday() == 1


@pytest.mark.parametrize("grouping", ["facilitators", "audiences"])
def test_the_week_is_looked_at_otherwise(view: WeekView, grouping: str) -> None:
    box = view.parts.bar.grouping
    box.setCurrentIndex(box.findData(grouping))
    box.activated.emit(box.currentIndex())
    assert len(view.grid.columns) == 1
    assert [one.line.activity_code for one in view.grid.placed] == ["dance"]


def test_who_may_not_plan_reads_why_and_changes_nothing(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as coordination:
        house_of(coordination).plan("dance")
    with signed_in(centre, "seydou") as reader:
        view = page(qtbot, reader)
        assert view.parts.bar.new.toolTip() == "Your account reads the week; it does not plan it."
        _to_dance(view)
        press(view, "Down", held=CTRL)
        press(view, "Delete")
        QTest.keyClick(view.grid, Qt.Key.Key_N, CTRL)
        assert view.parts.reason.isHidden()
        assert view.panel.isHidden()
        assert on_disk(reader) == [DANCE]
