"""From the file to the printed letter by keys: consent gates, the preview shows, steps are noted."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.referrals.referrals_view import ReferralsView
from desktop.views.referrals.register_table import OVER_WITH, OVERDUE, Column
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ConsentPurpose
from desktop.vocabulary.referrals import ReferralState, SharedItem
from tests.views.referrals.conftest import SERVICE, begun, numbered, previewed, reread, vital


def test_an_empty_register_says_how_to_begin(view: ReferralsView) -> None:
    assert view.register.empty.words.text() == "No referral yet. Open a person’s file, or write a new one here."
    assert view.register.empty.action.isHidden()


def test_from_the_file_to_the_letter_by_keys(qtbot: QtBot, view: ReferralsView, opened: Centre, code: str) -> None:
    view.open(code)
    assert view.stack.currentWidget() is view.opener
    QTest.keyClick(view.opener.act, Qt.Key.Key_Space)
    form = view.form
    assert view.stack.currentWidget() is form
    assert form.who.currentText() == "Moussa KEITA · Social work"
    QTest.keyClicks(form.service.sought, "marche")
    assert form.service.entry() == SERVICE
    assert not form.ticks.boxes[SharedItem.NAME].isEnabled()
    QTest.keyClick(form.consent.ask, Qt.Key.Key_Space)
    QTest.keyClick(form.consent.boxes[SharedItem.NAME], Qt.Key.Key_Space)
    QTest.keyClicks(form.consent.language, "bambara")
    QTest.keyClick(form.consent.save, Qt.Key.Key_Space)
    assert form.ticks.boxes[SharedItem.NAME].hasFocus()
    assert not form.ticks.boxes[SharedItem.PHONE].isEnabled()
    QTest.keyClick(form.ticks.boxes[SharedItem.NAME], Qt.Key.Key_Space)
    QTest.keyClicks(form.reason, "Fever for three days")
    QTest.keyClick(form.write, Qt.Key.Key_Space)
    shown = numbered(qtbot, view)
    assert shown.frame.pages.count() >= 3
    shown.reject()
    (line,) = opened.referrals.referrals()
    assert (line.name, line.state) == ("Moussa KEITA", ReferralState.CONSENT_OBTAINED)
    assert view.became.line == line
    person = opened.people.file(code).summary.id
    said = opened.consents.in_force(person, ConsentPurpose.SHARING)
    assert said is not None
    assert (said.items, said.organisations, said.language) == (("name",), ("Centre VI",), "bambara")


def test_what_lacks_is_said_and_nothing_typed_is_lost(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str
) -> None:
    begun(view, opened, code, "zzz")
    form = view.form
    assert form.service.about.text() == "No service answers to this. Try one word only."
    QTest.keyClicks(form.reason, "fever")
    QTest.keyClick(form.write, Qt.Key.Key_Space)
    assert form.refusal.text() == "Choose the service."
    form.service.sought.clear()
    QTest.keyClicks(form.service.sought, "sira")
    QTest.keyClick(form.write, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "consent does not cover this" in form.refusal.text())
    assert view.findChild(PrintPreview) is None
    assert form.write.isEnabled()
    assert form.reason.toPlainText() == "fever"
    assert opened.referrals.referrals() == []


def test_a_vital_reason_with_its_approver_opens_every_tick(view: ReferralsView, opened: Centre, code: str) -> None:
    begun(view, opened, code)
    boxes = view.form.ticks.boxes
    QTest.keyClicks(view.form.vital, "bleeding")
    assert not boxes[SharedItem.NAME].isEnabled()
    QTest.keyClicks(view.form.approver, "Awa")
    assert all(box.isEnabled() for box in boxes.values())
    boxes[SharedItem.PHONE].setChecked(True)
    assert view.form.ticks.asked["safe_phone"].isVisible()
    view.form.approver.clear()
    assert not boxes[SharedItem.PHONE].isChecked()
    assert not view.form.ticks.asked["safe_phone"].isVisible()


def test_steps_are_noted_and_the_likely_one_comes_first(view: ReferralsView, opened: Centre, code: str) -> None:
    number = vital(opened, code)
    view.open(number)
    pane = view.became
    assert pane.state.currentText() == "Sent"
    QTest.keyClick(pane.note, Qt.Key.Key_Space)
    assert opened.referrals.referrals()[0].state is ReferralState.SENT
    assert pane.state.currentText() == "Received"
    QTest.keyClicks(pane.reason, "by phone")
    QTest.keyClick(pane.reason, Qt.Key.Key_Return)
    assert [step.reason for step in opened.referrals.steps(number)] == ["", "", "by phone"]
    assert "by phone" in pane.steps.words()
    assert view.place() == (number,)


def test_a_step_that_consent_no_longer_carries_is_refused(view: ReferralsView, opened: Centre, code: str) -> None:
    view.open(vital(opened, code))
    view.became.step_asked.emit("closed", "")
    assert "cannot go to" in view.became.refusal.text()
    assert view.became.refusal.isVisible()


def test_late_ones_are_counted_and_kept_apart(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = datetime.now(tz=UTC).date().replace(year=datetime.now(tz=UTC).year + 1)
    vital(opened, code)
    for module in ("register_table", "register"):
        monkeypatch.setattr(f"desktop.views.referrals.{module}.today", lambda: late)
    reread(qtbot, view, 1)
    table, chips = view.register.table, view.register.filters
    assert any(chip.text() == "Late (1)" for chip in chips.findChildren(QPushButton))
    chips.choose(OVERDUE)
    view.register.sought.setText("keita")
    assert table.index(0, Column.STATE).data() == "Late: Being prepared"
    chips.choose(OVER_WITH)
    view.register.sought.setText("")
    assert table.rowCount() == 0
    view.register.empty.action.click()
    assert table.rowCount() == 1


def test_the_register_opens_by_enter_and_the_model_holds(
    qtbot: QtBot, qtmodeltester: ModelTester, view: ReferralsView, opened: Centre, code: str
) -> None:
    number = vital(opened, code)
    view.back()
    reread(qtbot, view, 1)
    qtmodeltester.check(view.register.table)  # type: ignore[no-untyped-call]
    QTest.keyClicks(view.register.sought, number[-4:])
    QTest.keyClick(view.register.sought, Qt.Key.Key_Return)
    assert view.became.line is not None
    assert view.became.line.number == number


def test_a_blank_form_is_shown_from_memory(qtbot: QtBot, view: ReferralsView) -> None:
    QTest.keyClick(view.register.blank, Qt.Key.Key_Space)
    assert previewed(qtbot, view).frame.pages.count() >= 1
    previewed(qtbot, view).reject()


def test_a_file_sends_to_a_letter(qtbot: QtBot, code: str, opened: Centre) -> None:
    window = MainWindow(Shell(opened))
    qtbot.addWidget(window)
    window.show()
    window.go_to("people", (code,))
    window.stack.currentWidget().file.refer.click()  # type: ignore[union-attr]  # the page of people
    page = window.stack.currentWidget()
    assert isinstance(page, ReferralsView)
    assert page.stack.currentWidget() is page.opener
    QApplication.processEvents()
