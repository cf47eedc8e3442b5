"""The summary is previewed and saved from the page, beside the screen, and a place that takes no file says so."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.views.reports.reports_view import ReportsView
from desktop.views.shared.printing.preview import PrintPreview
from tests.services.house import MONDAY


def test_ctrl_p_previews_the_summary_that_is_on_the_screen(qtbot: QtBot, view: ReportsView) -> None:
    QTest.keyClick(view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    preview = view.findChild(PrintPreview)
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(preview.frame.printing.isEnabled)
    assert preview.frame.pages.count() > 1
    assert preview.windowTitle() == "Weekly summary, 16/11/2026 to 22/11/2026"
    preview.reject()


def test_ctrl_s_asks_where_the_workbook_goes(view: ReportsView) -> None:
    QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["weekly-summary-2026-11-16-BKO.xlsx"]
    dialog.reject()


def test_the_workbook_has_the_figures_of_the_screen(qtbot: QtBot, view: ReportsView, tmp_path: Path) -> None:
    assert view.papers.report is not None
    target = tmp_path / "week.xlsx"
    with qtbot.waitSignal(view.shell.toasted) as heard:
        view.papers.save_workbook(view.papers.report, target)
    assert heard.args is not None
    assert heard.args[0] == f"Saved: {target}"
    book = CalamineWorkbook.from_path(str(target))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    assert next(row for row in rows if row[0] == "Unique people")[1] == view.papers.report.week.unique_people == 2
    assert view.head.workbook.isEnabled()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("absent/week.xlsx", "Choose another place"),
        ("/proc/sys/kernel/ostype", "open in another program"),  # which not even root may write
        ("taken", "it is a folder"),
    ],
)
def test_a_place_that_takes_no_file_is_said_and_another_can_be_tried(
    qtbot: QtBot, view: ReportsView, tmp_path: Path, place: str, words: str
) -> None:
    assert view.papers.report is not None
    (tmp_path / "taken").mkdir()
    view.papers.save_workbook(view.papers.report, tmp_path / place)
    qtbot.waitUntil(view.head.refusal.isVisible)
    assert words in view.head.refusal.text()
    assert view.head.workbook.isEnabled()


def test_nothing_can_be_saved_before_the_figures_are_there(qtbot: QtBot, view: ReportsView) -> None:
    view.head.choosing.show_week(MONDAY - timedelta(days=7))
    assert not view.head.workbook.isEnabled()
    qtbot.waitUntil(view.head.workbook.isEnabled)
    assert view.papers.report is not None
    assert view.papers.report.week.monday == MONDAY - timedelta(days=7)
