"""Rooms and beds are added, changed and withdrawn by keys, each with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.places import KeptRoom
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.places_section import PlacesSection
from desktop.views.shared.shell import Shell


@pytest.fixture
def section(view: AdministrationView) -> PlacesSection:
    """Give the rooms of the only site."""
    view.open("places")
    found = view.section()
    assert isinstance(found, PlacesSection)
    return found


def _rooms(opened: Centre) -> dict[str, KeptRoom]:
    return {line.name: line for line in opened.places.rooms(opened.setup.sites()[0].id)}


def _name(section: PlacesSection, name: str) -> None:
    section.form.name.setFocus()
    section.form.name.selectAll()
    QTest.keyClicks(section.form.name, name)


def test_a_room_is_added_by_keys_and_undone(qtbot: QtBot, section: PlacesSection, shell: Shell, opened: Centre) -> None:
    _name(section, "Salle 3")
    section.form.beds.setFocus()
    section.form.beds.selectAll()
    QTest.keyClicks(section.form.beds, "6")
    QTest.keyClick(section.form.rule, Qt.Key.Key_End)
    QTest.keyClick(section.form.accessible, Qt.Key.Key_Space)
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.form.add, Qt.Key.Key_Space)
    added = _rooms(opened)["Salle 3"]
    assert (added.beds, added.rule, added.accessible) == (
        6,
        section.form.rule.itemData(section.form.rule.count() - 1),
        True,
    )
    assert heard.args is not None
    heard.args[2]()
    assert _rooms(opened)["Salle 3"].retired


def test_a_room_is_changed_by_keys_and_undone(
    qtbot: QtBot, section: PlacesSection, shell: Shell, opened: Centre
) -> None:
    before = section.table.line(0)
    _name(section, "Hommes")
    with qtbot.waitSignal(shell.toasted) as heard:
        QTest.keyClick(section.form.change, Qt.Key.Key_Space)
    assert _rooms(opened)["Hommes"].beds == before.beds
    assert heard.args is not None
    heard.args[2]()
    assert _rooms(opened)[before.name].rule is before.rule


def test_a_name_that_stands_is_refused_where_it_was_typed(section: PlacesSection) -> None:
    _name(section, section.table.line(1).name)
    QTest.keyClick(section.form.change, Qt.Key.Key_Space)
    assert "has a room called" in section.form.name_field.said.text()
    assert section.form.name.text() == section.table.line(1).name


def test_an_empty_room_is_withdrawn_and_brought_back(section: PlacesSection, opened: Centre) -> None:
    name = section.table.line(0).name
    QTest.keyClick(section.form.state, Qt.Key.Key_Space)
    assert (_rooms(opened)[name].retired, section.form.state.text()) == (True, "&Bring back")
    QTest.keyClick(section.form.state, Qt.Key.Key_Space)
    assert not _rooms(opened)[name].retired


def test_the_table_keeps_its_word_to_qt(section: PlacesSection, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(section.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
