"""A search that is needed again is kept under a name with the account, by keys, and each act is undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.saved_views import SavedView
from desktop.views.people.people_list import EVERYBODY, HERE, PeopleList
from desktop.views.shared.shell import Shell, Undo
from tests.centres import TestCentre
from tests.views.opened import house_of, signed_in


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it, with two lodgers."""
    with signed_in(centre, "awa") as made:
        for name in ("Moussa KEITA", "Awa DIALLO"):
            house_of(made).lodge(name)
        yield made


class Hands:
    """The list of people, with whoever types before it."""

    def __init__(self, qtbot: QtBot, opened: Centre) -> None:
        self.undo: Undo | None = None
        shell = Shell(opened)
        shell.toasted.connect(self._hear)
        self.found = PeopleList(shell)
        qtbot.addWidget(self.found)
        self.found.show()
        self.found.refresh()

    def choose(self, words: str) -> None:
        """Go down the menu to the line that says `words`, and press Enter."""
        QTest.keyClick(self.found.views.button, Qt.Key.Key_Space)
        menu = self.found.views.menu
        for _ in menu.actions():
            QTest.keyClick(menu, Qt.Key.Key_Down)
            active = menu.activeAction()
            if active is not None and active.text() == words:
                QTest.keyClick(menu, Qt.Key.Key_Return)
                return
        pytest.fail(f"no line says {words}: {self.menu()}")

    def menu(self) -> list[str]:
        """Give the lines of the menu that can be chosen."""
        self.found.views.open_menu()
        lines = [one.text() for one in self.found.views.menu.actions() if one.isEnabled() and not one.isSeparator()]
        self.found.views.menu.hide()
        return lines

    def search(self, text: str, chip: str = EVERYBODY) -> None:
        """Type a search beside a filter."""
        self.found.filters.choose(chip)
        self.found.sought.setText(text)
        self.found.refresh()

    def keep(self, name: str) -> None:
        """Keep what stands in the list under a name."""
        self.choose("Keep this search…")
        QTest.keyClicks(self.found.views.name, name)
        QTest.keyClick(self.found.views.name, Qt.Key.Key_Return)

    def _hear(self, _words: str, _kind: str, undo: Undo | None) -> None:
        self.undo = undo


def test_a_kept_search_brings_words_and_filter_back(qtbot: QtBot, opened: Centre) -> None:
    hands = Hands(qtbot, opened)
    hands.search("keit", HERE)
    hands.keep("My family")
    assert hands.found.views.button.text() == "My family"
    hands.search("")
    assert hands.found.views.button.text() == "My searches"
    hands.choose("My family")
    assert (hands.found.sought.text(), hands.found.filters.code()) == ("keit", HERE)
    assert hands.found.table.rowCount() == 1


def test_kept_searches_are_there_at_the_next_sign_in_for_their_owner_alone(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "awa") as opened:
        hands = Hands(qtbot, opened)
        hands.search("keit")
        hands.keep("My family")
    with signed_in(centre, "awa") as again:
        assert Hands(qtbot, again).menu() == ["My family"]
    with signed_in(centre, "seydou") as colleague:
        assert Hands(qtbot, colleague).menu() == []


def test_a_search_is_renamed_and_removed_and_both_are_undone(qtbot: QtBot, opened: Centre) -> None:
    hands = Hands(qtbot, opened)
    hands.search("keit")
    hands.keep("My family")
    hands.choose("Give it another name…")
    QTest.keyClicks(hands.found.views.name, "Keita")
    QTest.keyClick(hands.found.views.keep, Qt.Key.Key_Space)
    assert hands.found.views.button.text() == "Keita"
    assert hands.undo is not None
    hands.undo()
    assert hands.found.views.button.text() == "My family"
    hands.choose("Remove it")
    assert opened.preferences.people_views() == []
    hands.undo()
    assert opened.preferences.people_views() == [SavedView("My family", "keit", EVERYBODY)]


@pytest.mark.parametrize(("name", "said"), [
    ("", "Give this search a name"), ("MY  FAMILY", "You keep a search named “MY FAMILY” already."),
])  # fmt: skip
def test_a_name_that_cannot_be_is_refused_where_it_is_typed(qtbot: QtBot, opened: Centre, name: str, said: str) -> None:
    hands = Hands(qtbot, opened)
    hands.search("keit")
    hands.keep("My family")
    hands.search("awa")
    hands.keep(name)
    assert hands.found.views.name.accessibleDescription().startswith(said)
    assert (hands.found.views.name.text(), hands.found.views.naming.isVisible()) == (name, True)
    hands.found.activateWindow()
    qtbot.waitUntil(hands.found.views.name.hasFocus)
    QTest.keyClick(hands.found.views.name, Qt.Key.Key_Escape)
    assert not hands.found.views.naming.isVisible()
    assert len(opened.preferences.people_views()) == 1


def test_everybody_is_no_search_to_keep(qtbot: QtBot, opened: Centre) -> None:
    assert Hands(qtbot, opened).menu() == []
