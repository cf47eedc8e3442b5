"""Notes by keys: written, kept, signed, added to; hidden with the names, and forgotten when left."""

from contextlib import ExitStack
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.base import table_of
from desktop.models.sealed import SealedItem
from desktop.services.cases import NoteContent
from desktop.services.drafts import DraftContent
from desktop.views.follow_up.timeline import STEP
from desktop.views.shared.discretion import discretion
from tests.centres import TestCentre
from tests.services.test_tray import behind
from tests.views.follow_up.conftest import Desk, seat

SPACE, CTRL, N = Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N
MARKER = "zanzibar"
ITEMS = table_of(SealedItem)


def note(text: str) -> NoteContent:
    """Give a free note."""
    return NoteContent(kind="free", title="", text=text)


def opened_case(desk: Desk) -> UUID:
    """Open a case, and show it."""
    case = desk.centre.cases.open_case(desk.codes[0], "social").id
    desk.view.open(case)
    desk.settle()
    return case


def words(root: QWidget) -> str:
    """Give every word that the widgets under `root` hold, shown or not."""
    texts = [one.text() for one in root.findChildren(QLabel)] + [one.text() for one in root.findChildren(QLineEdit)]
    texts += [one.toPlainText() for one in root.findChildren(QPlainTextEdit)]
    texts += [one.toolTip() + one.windowTitle() + one.accessibleName() for one in root.findChildren(QWidget)]
    return " ".join(texts)


def test_a_note_is_written_and_signed_by_keys(desk: Desk) -> None:
    case = opened_case(desk)
    parts = desk.view.parts
    assert parts.case.empty.isVisible()
    QTest.keyClick(parts.case, N, CTRL)
    assert parts.currentWidget() is parts.editor
    assert not parts.editor.sign.isEnabled()
    QTest.keyClicks(parts.editor.form.title, "First talk")
    QTest.keyClick(parts.editor.form.title, Qt.Key.Key_Tab)
    QTest.keyClicks(parts.editor.form.texts["text"], f"She said {MARKER}")
    parts.editor.sign.setFocus()
    QTest.keyClick(parts.editor.sign, SPACE)
    desk.settle()
    (signed,) = desk.centre.cases.notes(case)
    assert (signed.content.title, signed.content.text) == ("First talk", f"She said {MARKER}")
    (card,) = parts.case.timeline.cards()
    assert MARKER in words(card)
    assert MARKER not in words(parts.editor)
    assert desk.centre.drafts.own() == []


def test_the_draft_is_kept_by_itself_and_found_again_by_its_author_alone(
    qtbot: QtBot, desk: Desk, centre: TestCentre
) -> None:
    opened_case(desk)
    editor = desk.view.parts.editor
    desk.view.begin()
    with qtbot.waitSignal(editor.keeper.kept, timeout=8000):
        QTest.keyClicks(editor.form.texts["text"], MARKER)
    assert editor.kept.text().startswith("Draft kept at ")
    QTest.keyClicks(editor.form.texts["text"], " and more")
    desk.view.put_away()
    assert MARKER not in words(desk.view)
    desk.leave()
    with ExitStack() as held:
        sira = seat(qtbot, centre, desk.codes, held, "sira")
        assert not sira.view.parts.found.banners.go_on.isVisible()
    with ExitStack() as held:
        again = seat(qtbot, centre, desk.codes, held)
        banners = again.view.parts.found.banners
        assert "Moussa KEITA" in banners.draft.text()
        assert MARKER not in words(again.view)
        banners.go_on.setFocus()
        QTest.keyClick(banners.go_on, SPACE)
        assert again.view.parts.editor.form.texts["text"].toPlainText() == f"{MARKER} and more"
        QTest.keyClick(again.view.parts.editor.sign, SPACE)
        assert again.centre.drafts.own() == []


def test_another_form_keeps_every_word(desk: Desk) -> None:
    opened_case(desk)
    desk.view.begin()
    form = desk.view.parts.editor.form
    QTest.keyClicks(form.texts["text"], "free")
    form.use_form("soap")
    QTest.keyClicks(form.texts["plan"], "next")
    assert form.content().sections[0] == ("subjective", "free")
    form.use_form("birp")
    assert dict(form.content().sections) == {"behaviour": "free", "intervention": "", "response": "", "plan": "next"}
    form.use_form("free")
    assert form.content().text == "free\n\nnext"


def test_a_discarded_draft_can_be_taken_back(desk: Desk) -> None:
    opened_case(desk)
    said: list[tuple[str, object]] = []
    desk.shell.toasted.connect(lambda text, _, undo: said.append((text, undo)))
    desk.view.begin()
    editor = desk.view.parts.editor
    QTest.keyClicks(editor.form.texts["text"], MARKER)
    editor.keeper.keep()
    QTest.keyClick(editor.discard, SPACE)
    assert desk.centre.drafts.own() == []
    assert MARKER not in words(editor) + said[-1][0]
    said[-1][1]()  # type: ignore[operator]
    assert desk.centre.drafts.own()[0].content.note.text == MARKER


def test_what_is_signed_is_only_added_to(desk: Desk) -> None:
    case = opened_case(desk)
    first = desk.centre.cases.write_note(case, note("first"))
    desk.centre.cases.write_note(case, note("second"))
    desk.view.open(case)
    desk.settle()
    cards = desk.view.parts.case.timeline.cards()
    assert not any(card.findChildren(QPlainTextEdit) for card in cards)
    QTest.keyClick(cards[1].add, SPACE)
    QTest.keyClicks(desk.view.parts.editor.form.texts["text"], "later")
    QTest.keyClick(desk.view.parts.editor.sign, SPACE)
    desk.settle()
    added = desk.centre.cases.notes(case)[-1]
    assert (added.content.text, added.addendum_to) == ("later", first)
    shown = [words(card) for card in desk.view.parts.case.timeline.cards()]
    assert ["second" in shown[0], "first" in shown[1], "later" in shown[2]] == [True] * 3


def test_many_notes_are_built_as_one_asks(desk: Desk) -> None:
    case = opened_case(desk)
    for number in range(STEP + 3):
        desk.centre.cases.write_note(case, note(f"note {number}"))
    desk.view.open(case)
    desk.settle()
    timeline = desk.view.parts.case.timeline
    assert len(timeline.cards()) == STEP
    QTest.keyClick(timeline.older, SPACE)
    assert len(timeline.cards()) == STEP + 3
    assert not timeline.older.isVisible()


@pytest.mark.parametrize("harm", [ITEMS.update().values(blob=bytes(64)), ITEMS.delete()], ids=["altered", "deleted"])
def test_what_was_done_behind_the_programs_back_is_said_in_words(desk: Desk, harm: Any) -> None:
    case = opened_case(desk)
    first = desk.centre.cases.write_note(case, note("first"))
    desk.centre.cases.write_note(case, note("second"))
    behind(desk.centre._vault, harm.where(ITEMS.c.id == first))
    desk.view.open(case)
    desk.settle()
    pane = desk.view.parts.case
    assert pane.warning.isVisible()
    assert "outside the program" in pane.warning.text()
    assert len(pane.timeline.cards()) == 1


def test_f8_hides_names_and_texts(desk: Desk) -> None:
    case = opened_case(desk)
    desk.centre.cases.write_note(case, note(MARKER))
    desk.view.open(case)
    desk.settle()
    pane = desk.view.parts.case
    assert pane.timeline.isVisible()
    discretion.toggle()
    desk.view.refresh()
    desk.settle()
    assert "KEITA" not in pane.name.text()
    assert not pane.timeline.isVisible()
    desk.view.begin()
    assert not desk.view.parts.editor.form.isVisible()
    discretion.toggle()
    assert desk.view.parts.editor.form.isVisible()


def test_nothing_sealed_stands_outside_the_page(desk: Desk) -> None:
    case = opened_case(desk)
    desk.centre.cases.write_note(case, note(MARKER))
    QApplication.clipboard().setText("mine")
    desk.view.open(case)
    desk.settle()
    assert MARKER in words(desk.view)
    outside = [one.windowTitle() + one.toolTip() + one.accessibleName() for one in QApplication.allWidgets()]
    assert not any(MARKER in one for one in outside)
    assert QApplication.clipboard().text() == "mine"
    QTest.keyClick(desk.view.parts.case.back, SPACE)
    assert MARKER not in words(desk.view)


def test_a_refused_signature_keeps_the_words(desk: Desk) -> None:
    opened_case(desk)
    desk.view.begin()
    editor = desk.view.parts.editor
    QTest.keyClicks(editor.form.texts["text"], MARKER)
    lost = DraftContent(case=UUID(int=1), note=note(MARKER))
    draft = desk.centre.drafts.save(lost)
    (line,) = [one for one in desk.centre.drafts.own() if one.id == draft]
    desk.view.acts.go_on(line)
    QTest.keyClick(editor.sign, SPACE)
    assert editor.refusal.isVisible()
    assert editor.form.texts["text"].toPlainText() == MARKER
