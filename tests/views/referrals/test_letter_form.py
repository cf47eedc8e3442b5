"""A letter is written by mouse alone as well, goes to the printer, and nothing typed is lost on the way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.models.base import now
from desktop.services.consents import Answer
from desktop.views.referrals.referrals_view import ReferralsView
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ConsentAnswer, ConsentPurpose
from desktop.vocabulary.referrals import SharedItem
from tests.views.printers import count_pages, printer_to
from tests.views.referrals.conftest import begun, numbered, previewed, reread, vital

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def click(widget: QWidget, x: int | None = None) -> None:
    """Click a widget; a tick box is clicked on its box."""
    QApplication.processEvents()
    spot = widget.rect().center()
    if x is not None:
        spot.setX(x)
    QTest.mouseClick(widget, LEFT, Qt.KeyboardModifier.NoModifier, spot)


def agreed(opened: Centre, code: str, *organisations: str, items: tuple[SharedItem, ...] = (SharedItem.NAME,)) -> None:
    """Write down what the person agrees to."""
    said = Answer(
        purpose=ConsentPurpose.SHARING, answer=ConsentAnswer.GIVEN, said_at=now(), items=items,
        organisations=organisations,
    )  # fmt: skip
    opened.consents.record(opened.people.file(code).summary.id, said)


def test_a_letter_is_written_and_printed_by_mouse(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str, tmp_path: Path
) -> None:
    opened.cases.open_case(code, "social")
    agreed(opened, code, "Centre VI")
    view.open(code)
    form = view.form
    row = form.service.lines.visualRect(form.service.table.index(0, 0)).center()
    QTest.mouseClick(form.service.lines.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, row)
    click(form.ticks.boxes[SharedItem.NAME], 10)
    form.reason.insertPlainText("fever")  # the words themselves come from the keyboard
    click(form.write)
    shown = numbered(qtbot, view)
    printer = printer_to(tmp_path / "out.pdf")
    printer.setResolution(100)
    shown.print_on(printer)
    qtbot.waitUntil(lambda: shown.frame.said.text() == "3 pages went to the printer.")
    assert count_pages(tmp_path / "out.pdf") == 3
    click(shown.frame.closing)
    assert view.became.line is not None
    click(view.became.note)
    assert view.became.standing.words == "Sent"


def test_ctrl_p_shows_the_letter_of_the_chosen_line(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str
) -> None:
    number = vital(opened, code)
    reread(qtbot, view, 1)
    QTest.keyClick(view, Qt.Key.Key_P, CTRL)
    shown = previewed(qtbot, view)
    assert shown.windowTitle() == number
    shown.reject()


def test_a_letter_that_was_begun_waits_until_it_is_written_or_thrown_away(
    view: ReferralsView, opened: Centre, code: str
) -> None:
    begun(view, opened, code)
    QTest.keyClicks(view.form.reason, "fever")
    QTest.keyClick(view.form, Qt.Key.Key_Escape)
    assert view.stack.currentWidget() is view.register
    QTest.keyClick(view.register.write, Qt.Key.Key_Space)
    assert (view.stack.currentWidget(), view.form.reason.toPlainText()) == (view.form, "fever")
    view.back()
    view.open(code)
    assert (view.stack.currentWidget(), view.form.reason.toPlainText()) == (view.form, "fever")


@pytest.mark.parametrize(("field", "said"), [
    ("vital", "Write who approved to go without consent."),
    ("approver", "Write why it is vital to go without consent."),
])  # fmt: skip
def test_half_a_vital_interest_is_answered_before_anything_is_written(
    view: ReferralsView, opened: Centre, code: str, field: str, said: str
) -> None:
    begun(view, opened, code)
    QTest.keyClicks(view.form.reason, "fever")
    QTest.keyClicks(getattr(view.form, field), "Awa")
    QTest.keyClick(view.form.write, Qt.Key.Key_Space)
    assert view.form.refusal.text() == said
    assert opened.referrals.referrals() == []


def test_a_closed_tick_says_why_and_what_to_do(view: ReferralsView, opened: Centre, code: str) -> None:
    agreed(opened, code, "Centre VI", items=tuple(SharedItem))
    begun(view, opened, code)
    ticks = view.form.ticks
    assert ticks.closed.isHidden()
    view.form.service.sought.clear()
    QTest.keyClicks(view.form.service.sought, "foyer")
    assert ticks.closed.isVisible()
    assert ticks.closed.text() == ticks.boxes[SharedItem.NAME].toolTip()
    assert "Write it down first" in ticks.closed.text()


def test_new_consent_ends_the_old_unless_it_is_kept(view: ReferralsView, opened: Centre, code: str) -> None:
    agreed(opened, code, "Centre VI")
    begun(view, opened, code, "foyer")
    consent, person = view.form.consent, opened.people.file(code).summary.id
    for keep, organisations in ((False, ("Foyer Sira",)), (True, ("Foyer Sira", "Centre VI"))):
        agreed(opened, code, "Centre VI")
        view.form.choice_changed.emit()
        QTest.keyClick(consent.ask, Qt.Key.Key_Space)
        assert consent.others.text() == "The same for: Centre VI"
        consent.others.setChecked(keep)
        consent.giver.setText("her aunt")
        QTest.keyClick(consent.save, Qt.Key.Key_Space)
        said = opened.consents.in_force(person, ConsentPurpose.SHARING)
        assert said is not None
        assert (said.organisations, said.given_by) == (organisations, "her aunt")


def test_f8_hides_those_one_may_write_about(view: ReferralsView, opened: Centre, code: str) -> None:
    begun(view, opened, code)
    assert isinstance(view.form.who, QComboBox)
    discretion.toggle()
    view.refresh()
    assert view.form.who.currentText() == "M… K… · Social work"
    discretion.toggle()
    view.refresh()
    assert view.form.who.currentText() == "Moussa KEITA · Social work"


def test_whether_a_message_may_be_left_is_told_only_beside_a_phone(
    view: ReferralsView, opened: Centre, code: str
) -> None:
    begun(view, opened, code)
    ticks = view.form.ticks
    assert not ticks.message.isVisible()
    assert ticks.details().message_allowed is None
    ticks.message.setCurrentIndex(2)
    assert ticks.details().message_allowed is False
    ticks.clear()
    assert ticks.details().message_allowed is None


def test_a_letter_that_was_begun_is_there_again_after_a_lock(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str
) -> None:
    agreed(opened, code, "Centre VI", items=(SharedItem.PHONE,))
    begun(view, opened, code)
    form = view.form
    form.urgency.choose("2w")
    QTest.keyClicks(form.reason, "fever")
    form.ticks.boxes[SharedItem.PHONE].setChecked(True)
    QTest.keyClicks(form.ticks.asked["phone_hours"], "evenings")
    form.ticks.message.setCurrentIndex(1)
    assert view.place() == ("",)
    view.put_away()
    assert form.kept.text().startswith("Draft kept at ")
    again = ReferralsView(Shell(opened))
    qtbot.addWidget(again)
    again.show()
    again.open("")
    assert again.form.plan() == form.plan()
    assert again.form.plan().details.phone_hours == "evenings"
    assert again.stack.currentWidget() is again.form
    QTest.keyClick(again.form.write, Qt.Key.Key_Space)
    numbered(qtbot, again).reject()
    assert (opened.referrals.begun(), again.form.begun()) == (None, False)


def test_what_consent_no_longer_covers_comes_back_unticked(
    qtbot: QtBot, view: ReferralsView, opened: Centre, code: str
) -> None:
    agreed(opened, code, "Centre VI")
    begun(view, opened, code)
    QTest.keyClicks(view.form.reason, "fever")
    view.form.ticks.boxes[SharedItem.NAME].setChecked(True)
    view.keeping.keep()
    agreed(opened, code, "Foyer Sira")
    again = ReferralsView(Shell(opened))
    qtbot.addWidget(again)
    again.open("")
    assert (again.form.plan().reason, again.form.plan().items) == ("fever", ())


def test_starting_again_leaves_nothing_behind(view: ReferralsView, opened: Centre, code: str) -> None:
    begun(view, opened, code)
    assert view.form.again.isHidden()
    QTest.keyClicks(view.form.reason, "fever")
    view.keeping.keep()
    assert not view.form.again.isHidden()
    QTest.keyClick(view.form.again, Qt.Key.Key_Space)
    assert (view.form.begun(), opened.referrals.begun()) == (False, None)
    assert view.form.again.isHidden()
