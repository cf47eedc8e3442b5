"""Consent is given, refused and withdrawn on the file, purpose by purpose; nothing is answered beforehand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.people.consents_card import ConsentsCard
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ConsentAnswer, ConsentPurpose
from tests.centres import TestCentre
from tests.views.opened import first_person, house_of, signed_in


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it, with one lodger."""
    with signed_in(centre, "awa") as made:
        house_of(made).lodge("Moussa KEITA")
        yield made


def _card(qtbot: QtBot, opened: Centre) -> ConsentsCard:
    card = ConsentsCard(Shell(opened))
    qtbot.addWidget(card)
    card.show()
    card.show_person(first_person(opened).code, first_person(opened).id)
    return card


def _answer(card: ConsentsCard, purpose: ConsentPurpose, answer: ConsentAnswer) -> None:
    QTest.keyClick(card.ask, Qt.Key.Key_Space)
    card.form.purpose.setCurrentIndex(card.form.purpose.findData(purpose.value))
    card.form.answer.setCurrentIndex(card.form.answer.findData(answer.value))
    QTest.keyClicks(card.form.language, "bambara")
    QTest.keyClick(card.form.aloud, Qt.Key.Key_Space)
    QTest.keyClick(card.form.save, Qt.Key.Key_Space)


@pytest.mark.parametrize("answer", ConsentAnswer)
def test_an_answer_is_written_down_with_how_the_person_was_asked(
    qtbot: QtBot, opened: Centre, answer: ConsentAnswer
) -> None:
    card = _card(qtbot, opened)
    _answer(card, ConsentPurpose.PHOTO, answer)
    said = opened.consents.in_force(first_person(opened).id, ConsentPurpose.PHOTO)
    assert said is not None
    assert (said.answer, said.language, said.read_aloud, said.restated) == (answer, "bambara", True, False)
    assert said.explained_by == "Awa"
    assert card.words().count("Not asked") == 5
    assert not card.form.isVisible()


def test_what_was_given_is_withdrawn_later(qtbot: QtBot, opened: Centre) -> None:
    card = _card(qtbot, opened)
    _answer(card, ConsentPurpose.FOLLOW_UP, ConsentAnswer.GIVEN)
    _answer(card, ConsentPurpose.FOLLOW_UP, ConsentAnswer.WITHDRAWN)
    assert not opened.consents.covers(first_person(opened).id, ConsentPurpose.FOLLOW_UP)
    assert "Withdrawn" in card.words()


def test_no_answer_is_chosen_beforehand_and_the_button_says_why_it_waits(qtbot: QtBot, opened: Centre) -> None:
    card = _card(qtbot, opened)
    QTest.keyClick(card.ask, Qt.Key.Key_Space)
    assert card.form.purpose.currentData() == ConsentPurpose.SERVICES.value
    assert card.form.answer.currentIndex() == -1
    assert not card.form.save.isEnabled()
    assert card.form.hint.isVisible()
    assert card.form.save.toolTip() == card.form.hint.text()


def test_sharing_is_agreed_in_letters_and_only_refused_or_taken_back_here(qtbot: QtBot, opened: Centre) -> None:
    card = _card(qtbot, opened)
    QTest.keyClick(card.ask, Qt.Key.Key_Space)
    card.form.purpose.setCurrentIndex(card.form.purpose.findData(ConsentPurpose.SHARING.value))
    assert card.form.answer.findData(ConsentAnswer.GIVEN.value) == -1
    assert "each letter" in card.form.hint.text()


def test_a_form_left_writes_nothing(qtbot: QtBot, opened: Centre) -> None:
    card = _card(qtbot, opened)
    QTest.keyClick(card.ask, Qt.Key.Key_Space)
    QTest.keyClick(card.form.leave, Qt.Key.Key_Space)
    assert card.words().count("Not asked") == 6
    assert card.ask.isVisible()


@pytest.mark.parametrize(("login", "shown"), [
    ("seydou", (True, False)), ("mariam", (True, True)), ("fanta", (False, False)),
])  # fmt: skip
def test_each_sees_and_writes_by_their_rights(
    qtbot: QtBot, centre: TestCentre, login: str, shown: tuple[bool, bool]
) -> None:
    with signed_in(centre, "awa") as coordination:
        house_of(coordination).lodge("Moussa KEITA")
        person = first_person(coordination)
    with signed_in(centre, login) as opened:
        card = ConsentsCard(Shell(opened))
        qtbot.addWidget(card)
        card.show()
        card.show_person(person.code, person.id)
        assert (card.isVisible(), card.ask.isVisible()) == shown
