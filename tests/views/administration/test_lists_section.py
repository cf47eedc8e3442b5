"""Words of a list are added, reworded, withdrawn and brought back by keys, each with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.services.centre_lists import ListLine
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.lists_section import ListsSection
from desktop.views.shared.shell import Shell


@pytest.fixture
def section(view: AdministrationView) -> ListsSection:
    """Give the languages."""
    view.open("lists")
    found = view.section()
    assert isinstance(found, ListsSection)
    while found.choice.currentText() != "Languages":
        QTest.keyClick(found.choice, Qt.Key.Key_Down)
    return found


def _lines(section: ListsSection) -> dict[str, ListLine]:
    return {line.fr: line for line in section._lists.items("language")}


def _type(section: ListsSection, fr: str) -> None:
    section.words.fr.setFocus()
    section.words.fr.selectAll()
    QTest.keyClicks(section.words.fr, fr)


def test_a_word_is_added_and_undone(qtbot: QtBot, section: ListsSection, shell: Shell) -> None:
    _type(section, "Khassonke")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.words.add, Qt.Key.Key_Space)
    assert not _lines(section)["Khassonke"].retired
    assert (section.words.fr.text(), section.words.fr.hasFocus()) == ("", True)  # for the next word
    assert heard.args is not None
    heard.args[2]()
    assert _lines(section)["Khassonke"].retired


def test_a_word_that_stands_is_refused_where_it_was_typed(section: ListsSection) -> None:
    known = section.table.line(1).fr
    section.lines.selectRow(0)
    section.words.fr.setText(known)
    QTest.keyClick(section.words.add, Qt.Key.Key_Space)
    assert section.words.fr_field.said.text() == f"“{known}” stands in this list already."
    assert section.words.fr.text() == known


def test_a_word_is_changed_and_undone(qtbot: QtBot, section: ListsSection, shell: Shell) -> None:
    section.lines.selectRow(0)
    before = section.table.line(0)
    _type(section, "Langue du fleuve")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.words.change, Qt.Key.Key_Space)
    assert _lines(section)["Langue du fleuve"].id == before.id
    assert heard.args is not None
    heard.args[2]()
    assert _lines(section)[before.fr].id == before.id


def test_a_word_is_withdrawn_and_brought_back(qtbot: QtBot, section: ListsSection, shell: Shell) -> None:
    section.lines.selectRow(0)
    word = section.table.line(0).fr
    QTest.keyClick(section.state, Qt.Key.Key_Space)
    assert _lines(section)[word].retired
    assert section.table.index(0, 2).data() == "Withdrawn"
    assert section.state.text() == "&Bring back"
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.state, Qt.Key.Key_Space)
    assert not _lines(section)[word].retired
    assert heard.args is not None
    heard.args[2]()
    assert _lines(section)[word].retired


def test_the_table_keeps_the_promises_of_qt(section: ListsSection, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(section.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
