"""The week is printed with Ctrl+P, and saved as a calendar file."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.week.week_view import WeekView
from tests.services.house import MONDAY


def test_ctrl_p_shows_the_week_as_a_paper(qtbot: QtBot, view: WeekView) -> None:
    with qtbot.waitExposed(view):
        view.activateWindow()
    QTest.keyClick(view.grid, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    shown = view.findChild(PrintPreview)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.frame.pages.count() == 1)
    assert shown.windowTitle().startswith("Week of 16 to 22")
    shown.reject()


def test_the_calendar_file_holds_the_sessions_of_the_week(qtbot: QtBot, view: WeekView, tmp_path: Path) -> None:
    target = tmp_path / "week.ics"
    with qtbot.waitSignal(view._shell.toasted) as heard:
        view.papers.save_calendar(MONDAY, target)
    assert heard.args is not None
    assert heard.args[0] == f"Saved: {target}"
    assert target.read_text("utf-8").count("BEGIN:VEVENT") == 2


def test_a_place_that_takes_no_calendar_is_said(qtbot: QtBot, view: WeekView, tmp_path: Path) -> None:
    with qtbot.waitSignal(view._shell.toasted) as heard:
        view.papers.save_calendar(MONDAY, tmp_path)
    assert heard.args is not None
    assert heard.args[1] == "bad"
