"""A paper is seen before it is printed, by keys alone, and nothing of it stays on the screen when F8 says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import NotFound
from desktop.services.saving import NotWritten, save
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import PrintPreview, show_paper
from desktop.views.shared.shell import Shell
from tests.views.printers import count_pages, printer_to
from tests.views.shared.printing.conftest import PAGES, set_pages

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_paper_is_shown_and_turned_by_keys(preview: PrintPreview) -> None:
    assert preview.frame.turning.where.text() == f"Page 1 / {PAGES}"
    assert preview.frame.printing.hasFocus()
    preview.frame.turning.after.click()
    assert preview.frame.turning.where.text() == f"Page 2 / {PAGES}"
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert (preview.frame.pages.page(), preview.frame.turning.after.isEnabled()) == (PAGES - 1, False)
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert (preview.frame.pages.page(), preview.frame.turning.before.isEnabled()) == (0, False)


def test_keys_magnify_the_page_and_fit_it_again(preview: PrintPreview) -> None:
    pages = preview.frame.pages
    QTest.keyClick(preview, Qt.Key.Key_Plus, CTRL)
    larger = pages.zoomFactor()
    QTest.keyClick(preview, Qt.Key.Key_Minus, CTRL)
    assert pages.zoomFactor() == pytest.approx(larger / 1.25)
    for _ in range(20):
        QTest.keyClick(preview, Qt.Key.Key_Minus, CTRL)
    assert pages.zoomFactor() == 0.25
    QTest.keyClick(preview, Qt.Key.Key_9, CTRL)
    assert pages.zoomMode() == QPdfView.ZoomMode.FitInView
    QTest.keyClick(preview, Qt.Key.Key_0, CTRL)
    assert pages.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_f8_hides_the_paper_and_shows_it_again(preview: PrintPreview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_F8)
    assert (preview.frame.pages.isVisible(), preview.frame.hidden.isVisible()) == (False, True)
    QTest.keyClick(preview, Qt.Key.Key_F8)
    assert (preview.frame.pages.isVisible(), preview.frame.hidden.isVisible()) == (True, False)


def test_ctrl_l_locks_from_over_the_paper(qtbot: QtBot, shell: Shell, preview: PrintPreview) -> None:
    with qtbot.waitSignal(shell.lock_asked):
        QTest.keyClick(preview, Qt.Key.Key_L, CTRL)


def test_ctrl_p_asks_for_a_printer_and_prints_there(qtbot: QtBot, preview: PrintPreview, tmp_path: Path) -> None:
    QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    asked = preview.findChild(QPrintDialog)
    assert isinstance(asked, QPrintDialog)
    assert (asked.minPage(), asked.maxPage(), asked.printer().docName()) == (1, PAGES, "REF-1")
    asked.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    asked.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: preview.frame.said.text().endswith("printer."))
    assert preview.frame.said.text() == f"{PAGES} pages went to the printer."
    assert count_pages(tmp_path / "out.pdf") == PAGES


@pytest.mark.qt_log_ignore("QPainter::begin|This plugin does not support", extend=True)
def test_a_failed_print_is_said_and_can_be_repeated(qtbot: QtBot, preview: PrintPreview, tmp_path: Path) -> None:
    preview.print_on(printer_to(tmp_path / "absent" / "out.pdf"))
    preview.reject()
    assert preview.isVisible()  # what becomes of a paper under way shall be read
    qtbot.waitUntil(preview.frame.refusal.isVisible)
    assert "The printer did not take the paper" in preview.frame.refusal.text()
    assert preview.frame.printing.isEnabled()
    preview.print_on(printer_to(tmp_path / "out.pdf"))
    qtbot.waitUntil(preview.frame.printing.isEnabled)
    assert preview.frame.refusal.isHidden()
    assert count_pages(tmp_path / "out.pdf") == PAGES


def test_the_paper_is_saved_where_staff_choose(qtbot: QtBot, preview: PrintPreview, tmp_path: Path) -> None:
    QTest.keyClick(preview, Qt.Key.Key_S, CTRL)
    asked = preview.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    assert Path(asked.selectedFiles()[0]).name == "REF-1.pdf"
    asked.reject()
    preview.save(tmp_path / "REF-1.pdf")
    qtbot.waitUntil(lambda: preview.frame.said.text().startswith("Saved"))
    assert count_pages(tmp_path / "REF-1.pdf") == PAGES


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotWritten) as refusal:
        save(b"x", tmp_path / "absent" / "a.pdf")
    assert str(tmp_path / "absent") in refusal.value.explain()


def test_a_duplicate_is_offered_where_the_paper_has_one(
    qtbot: QtBot, shell: Shell, preview: PrintPreview, page: QWidget
) -> None:
    before = preview._content
    preview.frame.duplicate.click()
    assert not preview.frame.printing.isEnabled()
    qtbot.waitUntil(preview.frame.printing.isEnabled)
    assert preview._content != before
    plain = show_paper(shell, Paper(title="x", file_name="x.pdf", make=set_pages), page)
    qtbot.waitUntil(plain.frame.printing.isEnabled)
    assert plain.frame.duplicate.isHidden()


def test_a_paper_that_may_not_be_made_says_why_and_prints_nothing(qtbot: QtBot, shell: Shell, page: QWidget) -> None:
    def refuse(_: object) -> None:
        raise NotFound(code="REF-9")

    shown = show_paper(shell, Paper(title="x", file_name="x.pdf", make=refuse), page)
    qtbot.waitUntil(shown.frame.refusal.isVisible)
    assert "REF-9" in shown.frame.refusal.text()
    assert not shown.frame.printing.isEnabled()
    assert not shown.frame.saving.isEnabled()
