"""A letter is looked at before it has a number; only printing it uses one up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.referrals.referrals_view import ReferralsView
from desktop.views.shared.printing.preview import PrintPreview
from tests.views.printers import count_pages
from tests.views.referrals.conftest import begun, previewed

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shown(qtbot: QtBot, view: ReferralsView, opened: Centre, code: str) -> PrintPreview:
    """Give the look at a letter that goes without consent."""
    begun(view, opened, code)
    QTest.keyClicks(view.form.reason, "fever")
    QTest.keyClicks(view.form.vital, "fever")
    QTest.keyClicks(view.form.approver, "Awa")
    QTest.keyClick(view, Qt.Key.Key_P, CTRL)
    preview = previewed(qtbot, view)
    qtbot.waitUntil(preview.frame.printing.isEnabled)
    return preview


def test_a_look_uses_no_number_and_the_letter_stands_as_it_was(
    view: ReferralsView, opened: Centre, shown: PrintPreview
) -> None:
    assert "A draft" in shown.frame.said.text()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(shown.frame.pages, key)
    QTest.keyClick(shown, Qt.Key.Key_S, CTRL)
    assert shown.frame.saving.isHidden()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert opened.referrals.referrals() == []
    assert view.stack.currentWidget() is view.form
    assert view.form.reason.toPlainText() == "fever"


def test_the_letter_is_numbered_and_printed_in_one_act(
    qtbot: QtBot, view: ReferralsView, opened: Centre, shown: PrintPreview, tmp_path: Path
) -> None:
    QTest.keyClick(shown, Qt.Key.Key_P, CTRL)
    shown.reject()
    assert shown.isVisible()  # what becomes of the letter shall be read
    qtbot.waitUntil(lambda: shown.findChild(QPrintDialog) is not None)
    (line,) = opened.referrals.referrals()
    assert line.number == f"REF-BKO-{datetime.now(tz=UTC).year}-0001"
    assert shown.windowTitle() == shown.frame.title.text() == line.number
    assert (view.stack.currentWidget(), view.form.begun()) == (view.became, False)
    asked = shown.findChild(QPrintDialog)
    assert isinstance(asked, QPrintDialog)
    asked.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    asked.printer().setResolution(100)
    asked.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: shown.frame.said.text() == "3 pages went to the printer.")
    assert count_pages(tmp_path / "out.pdf") == 3
    QTest.keyClick(shown, Qt.Key.Key_P, CTRL)
    assert len(opened.referrals.referrals()) == 1  # printed again, it is the same letter


def test_a_letter_that_is_refused_its_number_is_no_paper(qtbot: QtBot, opened: Centre, shown: PrintPreview) -> None:
    opened.directory.retire("CSREF")
    QTest.keyClick(shown, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(shown.frame.refusal.isVisible)
    assert opened.referrals.referrals() == []
    assert shown.findChild(QPrintDialog) is None
