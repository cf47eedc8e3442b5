"""A repeated session is changed by its form: this date, the following, or all; the toast takes it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.repeats import Repeat
from desktop.services.series_changes import Scope
from desktop.views.week.week_view import WeekView
from desktop.vocabulary import AttendanceStatus, SessionState
from tests.services.house import MONDAY
from tests.views.week.conftest import page
from tests.views.week.test_week_keys import DRAFT, press, undo_of, write


@pytest.fixture
def codes(planned: Centre) -> list[str]:
    """Give three Mondays at eight; somebody came to the first one."""
    codes = planned.planning.repeat_weekly(replace(DRAFT, draft=False), Repeat(count=3))
    planned.attendance.mark_by_code(codes[0], "moussa", AttendanceStatus.PRESENT)
    return codes


@pytest.fixture
def second(qtbot: QtBot, planned: Centre, codes: list[str]) -> WeekView:
    """Give the page with the second Monday chosen."""
    view = page(qtbot, planned)
    view.open(codes[1])
    return view


def _hours(centre: Centre, codes: list[str]) -> list[int]:
    return [centre.planning.session(code).starts_at.hour for code in codes]


def _choose(box: Any, scope: Scope) -> None:
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(scope)):
        QTest.keyClick(box, Qt.Key.Key_Down)


def test_all_dates_but_the_marked_one_change_hour_and_come_back(
    qtbot: QtBot, second: WeekView, planned: Centre, codes: list[str]
) -> None:
    press(second, "Return")
    assert second.panel.scope.isVisibleTo(second.panel)
    write(second.panel.fields.hour, "10h")
    _choose(second.panel.scope.choice, Scope.ALL)
    with qtbot.waitSignal(second.planner.acts._shell.toasted) as heard:
        second.panel.save.click()
    assert heard.args is not None
    assert heard.args[0].endswith(": 2 dates changed. 1 with marks stays as it was.")
    assert _hours(planned, codes) == [8, 10, 10]
    assert planned.planning.session(codes[0]).marked == 1
    undo_of(heard)()
    assert _hours(planned, codes) == [8, 8, 8]


def test_the_following_dates_are_called_off_for_a_reason(
    qtbot: QtBot, second: WeekView, planned: Centre, codes: list[str]
) -> None:
    press(second, "Delete")
    write(second.parts.reason.words, "no teacher")
    _choose(second.parts.reason.scope.choice, Scope.FOLLOWING)
    with qtbot.waitSignal(second.planner.acts._shell.toasted) as heard:
        QTest.keyClick(second.parts.reason.words, Qt.Key.Key_Return)
    states = [planned.planning.session(code).state for code in codes]
    assert states == [SessionState.PUBLISHED, SessionState.CANCELLED, SessionState.CANCELLED]
    undo_of(heard)()
    assert planned.planning.session(codes[2]).state is SessionState.PUBLISHED


def test_dates_left_out_together_come_back_one_by_one(second: WeekView, planned: Centre, codes: list[str]) -> None:
    press(second, "Return")
    _choose(second.panel.scope.choice, Scope.FOLLOWING)
    second.panel.skip.click()
    assert planned.planning.sessions_of_week(MONDAY + timedelta(days=14)) == []
    second.look.day = MONDAY + timedelta(days=14)
    second.refresh()
    second.parts.bar.left_out.menu().actions()[0].trigger()
    assert planned.planning.session(codes[2]).state is SessionState.PUBLISHED


def test_a_session_that_stands_alone_is_not_asked_about(view: WeekView) -> None:
    press(view, "Down", "Down", "Return")
    assert not view.panel.scope.isVisibleTo(view.panel)
