"""The summary of a week is chosen, read and opened by keys, down to the file of a person."""

from contextlib import ExitStack
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES
from desktop.settings import LARGEST_TEXT
from desktop.views.main_window import MainWindow
from desktop.views.people.people_view import PeopleView
from desktop.views.reports.behind_pane import Column
from desktop.views.reports.completeness import Completeness
from desktop.views.reports.figure_grid import FigureGrid
from desktop.views.reports.reports_view import ReportsView
from desktop.views.reports.sections import SECTIONS
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.centres import TestCentre
from tests.services.house import MONDAY
from tests.views.opened import signed_in
from tests.views.reports.conftest import live_a_week, show_page, wait_for
from tests.views.walk import faults


def _grid(view: ReportsView, title: str) -> FigureGrid:
    return next(grid for grid in view.summary.grids() if grid.accessibleName() == title)


def _row(grid: FigureGrid, words: str) -> int:
    return [line.words for line in grid.figures.table.lines].index(words)


def _enter(view: ReportsView, title: str, words: str) -> None:
    grid = _grid(view, title)
    grid.setCurrentIndex(grid.figures.index(_row(grid, words), 1))
    QTest.keyClick(grid, Qt.Key.Key_Return)


def _choose(qtbot: QtBot, view: ReportsView, name: str) -> None:
    view.summary.chips.choose(name)
    view.summary.chips.chosen.emit(name)
    wait_for(qtbot, view)
    for _ in range(3):
        QApplication.processEvents()


def _open(qtbot: QtBot, view: ReportsView, title: str, words: str) -> None:
    _enter(view, title, words)
    qtbot.waitUntil(view.behind.isVisible)


def test_completeness_comes_first_and_one_key_goes_to_mark_what_waits(qtbot: QtBot, view: ReportsView) -> None:
    complete = view.summary.findChild(Completeness)
    assert isinstance(complete, Completeness)
    assert (complete.words.text(), complete.pill.words) == ("Sessions recorded: 1 of 2", "To complete")
    assert complete.table.line(0).activity == "Dance"
    with qtbot.waitSignal(view.shell.going) as heard:
        QTest.keyClick(complete.lines, Qt.Key.Key_Return)
    assert heard.args == ["attendance", (complete.table.line(0).session,)]
    with qtbot.waitSignal(view.shell.going) as heard:
        QTest.keyClick(complete.mark, Qt.Key.Key_Space)
    assert heard.args == ["attendance", (complete.table.line(0).session,)]


def test_enter_opens_a_figure_and_then_the_file_of_a_person(qtbot: QtBot, view: ReportsView) -> None:
    _open(qtbot, view, "Attendance", "Unique people")
    assert view.behind.title.text() == "Attendance · Unique people · This week"
    names = [view.behind.table.index(row, Column.NAME).data() for row in range(view.behind.table.rowCount())]
    assert names == ["Awa DIALLO", "Moussa KEITA"]
    with qtbot.waitSignal(view.shell.going) as heard:
        QTest.keyClick(view.behind.lines, Qt.Key.Key_Return)
    assert heard.args == ["people", (view.behind.table.line(0).person,)]
    QTest.keyClick(view.behind.lines, Qt.Key.Key_Escape)
    assert view.summary.isVisible()
    assert _grid(view, "Attendance").hasFocus()


def test_the_same_figures_again_leave_the_cursor_and_new_ones_are_shown(
    qtbot: QtBot, view: ReportsView, opened: Centre
) -> None:
    grid = _grid(view, "Sessions")
    view.refresh()
    wait_for(qtbot, view)
    assert _grid(view, "Sessions") is grid
    waiting = view.summary.findChild(Completeness)
    assert isinstance(waiting, Completeness)
    opened.attendance.add_anonymous(waiting.table.line(0).session)
    view.refresh()
    qtbot.waitUntil(lambda: _grid(view, "Sessions") is not grid if view.summary.is_whole() else False)
    grid = _grid(view, "Sessions")
    assert grid.figures.index(_row(grid, "Sessions held"), 1).data() == "2"


def test_in_the_window_keys_lead_from_a_figure_to_a_file(qtbot: QtBot, shell: Shell) -> None:
    window = MainWindow(shell)
    with ExitStack() as held:
        held.callback(delete, window)  # before its centre closes: a table still asks for lines when it is dressed
        window.show()
        window.go_to("reports")
        view = window.page()
        assert isinstance(view, ReportsView)
        view.head.choosing.show_week(MONDAY)
        wait_for(qtbot, view)
        _open(qtbot, view, "Attendance", "New people")
        QTest.keyClick(view.behind.lines, Qt.Key.Key_Return)
        page = window.page()
        assert isinstance(page, PeopleView)
        assert page.place() == (view.behind.table.line(0).person,)
        shell.tasks.finish()


def test_a_click_opens_a_figure_of_sessions_and_enter_its_sheet(qtbot: QtBot, view: ReportsView) -> None:
    grid = _grid(view, "Sessions")
    view.summary.area.ensureWidgetVisible(grid)
    place = grid.visualRect(grid.figures.index(_row(grid, "Sessions held"), 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(view.behind.isVisible)
    assert view.behind.count.text() == "1 session. Enter opens its sheet."
    assert view.behind.lines.isColumnHidden(Column.NAME)
    with qtbot.waitSignal(view.shell.going) as heard:
        QTest.keyClick(view.behind.lines, Qt.Key.Key_Return)
    assert heard.args == ["attendance", (view.behind.table.line(0).session,)]


def test_behind_nought_and_behind_the_target_there_is_nothing_to_open(view: ReportsView) -> None:
    grid = _grid(view, "Attendance")
    opens = [grid.figures.figure(grid.figures.index(row, 1)) for row in range(grid.figures.rowCount())]
    assert [one is not None for one in opens] == [True, True, True, False]
    assert grid.figures.figure(grid.figures.index(0, 0)) is None


def test_who_may_not_see_people_opens_no_figure_and_reads_why(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as coordination:
        live_a_week(coordination)
    with signed_in(centre, "fanta") as reader:
        shell = Shell(reader)
        view = show_page(qtbot, shell)
        assert "Your account sees the figures, not the names" in view.summary.said.text()
        assert _grid(view, "Attendance").figures.table.lines[1].cells[0].value == len(("Awa", "Moussa"))
        _enter(view, "Attendance", "Unique people")
        shell.tasks.finish()
        QApplication.processEvents()
        assert not view.behind.isVisible()


def test_weeks_are_turned_by_keys_and_an_empty_one_says_so(qtbot: QtBot, view: ReportsView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    wait_for(qtbot, view)
    assert view.shown is not None
    assert view.shown.report.week.monday == MONDAY - timedelta(days=14)
    complete = view.summary.findChild(Completeness)
    assert isinstance(complete, Completeness)
    assert complete.pill.words == "Nothing planned"
    assert not complete.mark.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    wait_for(qtbot, view)
    assert view.place() == (MONDAY, "BKO")
    assert not view.head.choosing.now.isEnabled()


def test_an_answer_for_a_week_that_was_left_is_thrown_away(qtbot: QtBot, view: ReportsView) -> None:
    for step in range(1, 4):
        view.head.choosing.show_week(MONDAY - timedelta(days=7 * step))
    view.shell.tasks.finish()
    wait_for(qtbot, view)
    assert view.shown is not None
    assert view.shown.report.week.monday == MONDAY - timedelta(days=21)


def test_what_stands_behind_a_figure_of_a_week_that_was_left_is_thrown_away(qtbot: QtBot, view: ReportsView) -> None:
    _enter(view, "Attendance", "Unique people")
    view.head.choosing.show_week(MONDAY - timedelta(days=7))
    view.shell.tasks.finish()
    wait_for(qtbot, view)
    assert view.summary.isVisible()
    assert view.head.choosing.isVisible()


def test_the_page_is_built_again_where_it_stood(qtbot: QtBot, view: ReportsView, shell: Shell) -> None:
    view.head.choosing.show_week(MONDAY - timedelta(days=7))
    wait_for(qtbot, view)
    again = show_page(qtbot, shell)
    again.open(*view.place())
    wait_for(qtbot, again)
    assert again.place() == view.place()


def test_over_several_sites_it_says_that_people_do_not_add_up(qtbot: QtBot, opened: Centre, shell: Shell) -> None:
    opened.setup.add_site("KYS", "Kayes", [])
    view = show_page(qtbot, shell)
    assert view.head.choosing.site() is None
    assert "do not add up" in view.summary.said.text()
    view.head.choosing.show_site("KYS")
    wait_for(qtbot, view)
    assert view.shown is not None
    assert (view.shown.report.week.site, view.shown.report.week.sites) == ("KYS", ("Kayes",))
    assert "do not add up" not in view.summary.said.text()


def test_f8_hides_the_names_behind_a_figure(qtbot: QtBot, view: ReportsView) -> None:
    _open(qtbot, view, "Attendance", "Participations")
    discretion.toggle()
    assert view.behind.table.index(0, Column.NAME).data() == "A… D…"


@pytest.mark.parametrize("name", SECTIONS)
def test_the_tables_of_each_part_keep_the_promises_of_qt(
    qtbot: QtBot, view: ReportsView, qtmodeltester: ModelTester, name: str
) -> None:
    _choose(qtbot, view, name)
    assert view.summary.grids()
    for grid in view.summary.grids():
        qtmodeltester.check(grid.figures)  # type: ignore[no-untyped-call]  # the plugin has no types here


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_or_foreign_in_any_part_with_large_letters(
    qtbot: QtBot, qapp: QApplication, shell: Shell, language: str
) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    view = show_page(qtbot, shell)
    view.resize(980, 560)
    for name in SECTIONS:
        _choose(qtbot, view, name)
        assert list(faults(view, language)) == []
    grid = view.summary.grids()[0]
    grid.open_figure(grid.figures.index(0, 1))
    qtbot.waitUntil(view.behind.isVisible)
    assert list(faults(view, language)) == []
