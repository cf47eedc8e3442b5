"""The page of the compartments by keys, on a real vault: founded, opened to a colleague, its paper tested."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.services.compartment_page import Founding
from desktop.views.compartments.compartments_view import CompartmentsView
from desktop.views.compartments.founding_pane import FoundingPane
from desktop.views.compartments.letting_in_pane import LettingInPane
from desktop.views.compartments.room_card import RoomCard
from desktop.views.compartments.team_pane import TeamPane
from desktop.views.compartments.testing_pane import TestingPane
from desktop.views.shared.printing.preview import PrintPreview
from desktop.views.shared.shell import Shell, Undo
from tests.centres import TestCentre
from tests.views.opened import signed_in


class Desk:
    """Who sits before the page, and what the window around it was told to say."""

    def __init__(self, qtbot: QtBot, opened: Centre) -> None:
        self.centre, self.shell = opened, Shell(opened)
        self.said: list[tuple[str, Undo | None]] = []
        self.shell.toasted.connect(lambda words, _, undo: self.said.append((words, undo)))
        self.view = CompartmentsView(self.shell)
        qtbot.addWidget(self.view)
        self.view.resize(1000, 620)
        with qtbot.waitExposed(self.view):
            self.view.show()

    def card(self, code: str) -> RoomCard:
        """Give the card of a compartment."""
        return next(card for card in self.view.list.cards if card.line.code == code)

    def settle(self) -> None:
        """Let what is done beside the screen arrive."""
        self.shell.tasks.finish()
        QApplication.processEvents()

    def texts(self) -> str:
        """Give everything the page says."""
        return "\n".join(label.text() for label in self.view.findChildren(QLabel))


@pytest.fixture
def held() -> Iterator[ExitStack]:
    """Close what a sitting opened."""
    with ExitStack() as stack:
        yield stack


def seat(qtbot: QtBot, centre: TestCentre, held: ExitStack, login: str) -> Desk:
    desk = Desk(qtbot, held.enter_context(signed_in(centre, login)))
    held.callback(desk.shell.tasks.finish)
    return desk


@pytest.fixture
def sira(qtbot: QtBot, centre: TestCentre, held: ExitStack) -> Desk:
    """Appoint sira to found the clinical compartment, and sit her before the page."""
    with signed_in(centre, "awa") as opened:
        clinical = named_key("compartment", "clinical")
        opened.accounts.appoint(centre.uids["sira"], [Role.PSYCHOLOGY], founds=[clinical])
    return seat(qtbot, centre, held, "sira")


@pytest.fixture
def mariam(qtbot: QtBot, centre: TestCentre, held: ExitStack) -> Desk:
    """Sit mariam, who holds the social compartment, before the page."""
    return seat(qtbot, centre, held, "mariam")


def press(button: QWidget) -> None:
    QTest.keyClick(button, Qt.Key.Key_Space)


def open_founding(qtbot: QtBot, desk: Desk) -> tuple[FoundingPane, Founding]:
    press(desk.card("clinical").found)
    pane = desk.view.pane
    assert isinstance(pane, FoundingPane)
    qtbot.waitUntil(lambda: pane.made is not None, timeout=20_000)
    assert pane.made is not None
    return pane, pane.made


def read_back(pane: FoundingPane, made: Founding) -> None:
    for field, number in zip(pane.paper.groups, made.asked, strict=True):
        QTest.keyClicks(field.editor, made._paper.groups[number - 1].lower())


def test_whoever_is_appointed_founds_a_compartment_by_keys(qtbot: QtBot, sira: Desk) -> None:
    card = sira.card("clinical")
    assert sira.view.list.cards[0] is card
    assert (card.found.isHidden(), card.status.kind, card.let_in.isHidden()) == (False, "warning", True)
    pane, made = open_founding(qtbot, sira)
    assert (pane.act.isEnabled(), pane.why.text()) == (False, "Type the two groups from the paper first.")
    read_back(pane, made)
    press(pane.act)
    sira.settle()
    assert (card.line.mine, card.line.holders) == (True, ("Sira",))
    assert card.found.isHidden()
    assert sira.view.stack.currentWidget() is sira.view.list
    assert "you hold its key" in sira.said[-1][0]
    assert "clinical" in sira.centre.compartments.held()


def test_a_wrong_group_is_named_under_its_field_and_nothing_is_founded(qtbot: QtBot, sira: Desk) -> None:
    pane, made = open_founding(qtbot, sira)
    read_back(pane, made)
    second = pane.paper.groups[1].editor
    second.setFocus()
    QTest.keyClick(second, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(second, "00000")
    press(pane.act)
    sira.settle()
    assert f"Group {made.asked[1]}" in pane.paper.groups[1].said.text()
    assert "mistyped" not in pane.paper.groups[0].said.text()
    assert second.property("text") == "00000"
    assert "clinical" not in sira.centre.compartments.held()


def test_the_paper_is_shown_from_memory_only_and_no_group_stands_on_the_page(qtbot: QtBot, sira: Desk) -> None:
    pane, made = open_founding(qtbot, sira)
    press(pane.paper.show_paper)
    preview = sira.view.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.frame.pages.count() == 1, timeout=10_000)
    assert preview.frame.saving.isHidden()
    QTest.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert preview.findChildren(QWidget, "QFileDialog") == []
    assert not any(group in sira.texts() for group in made._paper.groups)
    sira.view.put_away()
    assert (sira.view.pane, preview.isHidden(), pane.made) == (None, True, None)
    assert sira.card("clinical").line.may_found


def test_left_half_way_nothing_exists_and_the_next_paper_is_another(qtbot: QtBot, sira: Desk) -> None:
    pane, made = open_founding(qtbot, sira)
    read_back(pane, made)
    press(pane.leave)
    assert sira.card("clinical").line.may_found
    _, other = open_founding(qtbot, sira)
    assert other._paper.groups != made._paper.groups


def test_whoever_may_not_found_it_is_told_so_and_waits_for_no_paper(sira: Desk) -> None:
    pane = FoundingPane(sira.shell, sira.card("social").line, sira.view)
    sira.settle()
    assert pane.refusal.text()
    assert (pane.act.isEnabled(), pane.progress._patience.isActive()) == (False, False)


def test_a_colleague_is_let_in_once_the_symbols_are_compared(qtbot: QtBot, centre: TestCentre, held: ExitStack) -> None:
    with signed_in(centre, "sira") as opened:
        own = opened.compartment_page.symbols()
    mariam = seat(qtbot, centre, held, "mariam")
    press(mariam.card("social").let_in)
    pane = mariam.view.pane
    assert isinstance(pane, LettingInPane)
    assert [one.name for one in pane.newcomers] == ["Sira"]
    assert pane.symbols.text() == own
    press(pane.act)
    mariam.settle()
    assert mariam.card("social").line.holders == ("Mariam", "Sira")
    press(mariam.card("social").let_in)
    nobody = mariam.view.pane
    assert isinstance(nobody, LettingInPane)
    assert (nobody.act.isEnabled(), nobody.why.text()) == (False, "Everybody who works on cases holds it already.")
    held.close()
    assert seat(qtbot, centre, held, "sira").card("social").line.mine


def test_the_paper_is_tested_at_any_time_and_a_wrong_group_is_named(centre: TestCentre, mariam: Desk) -> None:
    press(mariam.card("social").test)
    pane = mariam.view.pane
    assert isinstance(pane, TestingPane)
    for group in centre.social[:-1]:
        held = pane.code.focusWidget()
        assert held is not None
        QTest.keyClicks(held, group.lower())
    assert (pane.act.isEnabled(), pane.why.text()) == (False, "Type all eight groups first.")
    last = pane.code.lines[-1]
    QTest.keyClicks(last, "00000" if centre.social[-1] != "00000" else "11111")
    press(pane.act)
    mariam.settle()
    assert "Group 8" in pane.code.fields[7].said.text()
    assert [line.text() for line in pane.code.lines[:-1]] == [group.lower() for group in centre.social[:-1]]
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(last, centre.social[-1])
    press(pane.act)
    mariam.settle()
    assert mariam.view.pane is None
    assert "The paper opens" in mariam.said[-1][0]


def test_another_paper_is_told_apart_from_a_slip(centre: TestCentre, mariam: Desk) -> None:
    press(mariam.card("social").test)
    pane = mariam.view.pane
    assert isinstance(pane, TestingPane)
    for line, group in zip(pane.code.lines, centre.paper, strict=True):
        QTest.keyClicks(line, group)
    press(pane.act)
    mariam.settle()
    assert "not the recovery paper" in pane.refusal.text()
    assert pane.act.isEnabled()


def test_only_the_group_being_typed_can_be_read(centre: TestCentre, mariam: Desk) -> None:
    press(mariam.card("social").test)
    pane = mariam.view.pane
    assert isinstance(pane, TestingPane)
    for line, group in zip(pane.code.lines[:2], centre.social, strict=False):
        QTest.keyClicks(line, group)
    pane.code.lines[2].setFocus()
    QApplication.processEvents()
    assert not any(group in line.displayText() for line in pane.code.lines for group in centre.social)


def test_team_reading_names_who_will_read_and_is_taken_back_from_the_toast(mariam: Desk) -> None:
    card = mariam.card("social")
    press(card.team)
    pane = mariam.view.pane
    assert isinstance(pane, TeamPane)
    assert "Mariam" in pane.what_then.text()
    press(pane.act)
    assert (card.line.team, mariam.said[-1][0]) == (True, "The whole team will read.")
    undo = mariam.said[-1][1]
    assert undo is not None
    undo()
    assert not card.line.team
    assert card.reading.text().startswith("Each case is read by whoever holds")


def test_who_holds_nothing_is_told_whom_to_ask_and_offered_nothing_that_would_be_refused(
    qtbot: QtBot, centre: TestCentre, held: ExitStack
) -> None:
    desk = seat(qtbot, centre, held, "sira")
    social, clinical = desk.card("social"), desk.card("clinical")
    assert "Mariam" in social.who.text()
    assert (social.let_in.isHidden(), social.team.isHidden(), social.test.isHidden()) == (True, True, False)
    assert clinical.acts.isHidden()
    assert "Nobody is appointed" in clinical.who.text()


def test_the_keys_go_from_the_first_field_to_the_act(qtbot: QtBot, sira: Desk) -> None:
    pane, made = open_founding(qtbot, sira)
    sira.view.activateWindow()
    read_back(pane, made)
    pane.paper.show_paper.setFocus()
    reached = []
    for _ in range(4):
        QTest.keyClick(sira.view.focusWidget() or sira.view, Qt.Key.Key_Tab)
        reached.append(sira.view.focusWidget())
    assert reached == [pane.paper.groups[0].editor, pane.paper.groups[1].editor, pane.leave, pane.act]


def test_each_act_begins_where_its_first_question_is(mariam: Desk) -> None:
    card, begun = mariam.card("social"), []
    for button in (card.let_in, card.test, card.team):
        press(button)
        pane = mariam.view.pane
        assert pane is not None
        begun.append(pane.focusWidget())
        press(pane.leave)
        assert mariam.view.focusWidget() is card.let_in
    kinds = [type(widget).__name__ for widget in begun]
    assert kinds == ["QComboBox", "QLineEdit", "QPushButton"]
