"""Ctrl+K finds by first letters, within the rights of whoever asks, and asks the file once a letter."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.centre_setup import SiteLine
from desktop.services.directory import ServiceEntry
from desktop.services.new_people import NewPerson
from desktop.views.main_window import MainWindow
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.window.finding import Finder, action, answers
from desktop.views.window.palette import Palette
from tests.centres import PASSWORD, TestCentre

PAGES = ["people", "attendance", "directory"]


@pytest.fixture
def written(centre: TestCentre) -> None:
    """Write one person and one service down."""
    made = Centre.open(centre.folder, "mariam", PASSWORD)
    site: SiteLine = made.setup.sites()[0]
    made.people.add(NewPerson(given_names="Aminata", family_name="TRAORÉ"), site.id)
    made.directory.add(ServiceEntry(code="HGT", organisation="Hôpital", name="Urgences de nuit"))
    made.close()


@pytest.fixture
def opened(centre: TestCentre, written: object) -> Iterator[Centre]:
    """Give the centre as social work sees it."""
    assert written is None
    made = Centre.open(centre.folder, "mariam", PASSWORD)
    yield made
    made.close()


def _words(finder: Finder, text: str) -> list[str]:
    return [one.words for one in finder.find(text)]


@pytest.mark.parametrize("text", ["urg", "nuit", "URG nu", "udn", "ud"])
def test_first_letters_answer(text: str) -> None:
    assert answers("Urgences de nuit", text)


@pytest.mark.parametrize("text", ["rg", "nuit x", "dn", "urgences de nuits"])
def test_letters_from_the_middle_do_not(text: str) -> None:
    assert not answers("Urgences de nuit", text)


def test_accents_and_capitals_do_not_matter() -> None:
    assert answers("Références à écrire", "ref ecr")


def test_people_services_and_acts_are_found(opened: Centre) -> None:
    finder = Finder(Shell(opened), PAGES, [action("lock", "Lock", print)])
    assert _words(finder, "traore") == ["Aminata TRAORÉ"]
    assert _words(finder, "urg") == ["Urgences de nuit"]
    assert _words(finder, "lo") == ["Lock"]
    assert _words(finder, "") == ["Lock", "Urgences de nuit"]


def test_names_stay_hidden_when_a_visitor_sits_there(opened: Centre) -> None:
    finder = Finder(Shell(opened), PAGES, [])
    discretion.toggle()
    assert _words(finder, "traore") == ["A… T…"]


@pytest.mark.usefixtures("written")
def test_nobody_is_found_without_the_right(centre: TestCentre) -> None:
    other = Centre.open(centre.folder, "fanta", PASSWORD)
    finder = Finder(Shell(other), PAGES, [])
    assert _words(finder, "traore") == []
    assert _words(finder, "urg") == []
    other.close()


def test_each_letter_asks_the_file_once(opened: Centre) -> None:
    finder = Finder(Shell(opened), PAGES, [])
    heard: list[str] = []

    def hear(_c: object, _k: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            heard.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    try:
        finder.find("tra")
        asked = len(heard)
        finder.find("t")
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", hear)
    assert 1 <= asked <= 3  # the search of people and no other
    assert len(heard) == asked


def test_keys_alone_lead_from_ctrl_k_to_a_page(qtbot: QtBot, opened: Centre) -> None:
    window = MainWindow(Shell(opened))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.sought, "att")
    first = palette.lines.currentItem().text()
    assert first.startswith("Attendance")
    QTest.keyClick(palette.sought, Qt.Key.Key_Down)
    QTest.keyClick(palette.sought, Qt.Key.Key_Up)
    QTest.keyClick(palette.sought, Qt.Key.Key_Return)
    assert window.header.title.text() == "Attendance"


def test_letters_nothing_answers_to_are_told_so(qtbot: QtBot, opened: Centre) -> None:
    window = MainWindow(Shell(opened))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.commands.open_palette()
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClicks(palette.sought, "zzzz")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.sought, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.sought, Qt.Key.Key_Escape)
