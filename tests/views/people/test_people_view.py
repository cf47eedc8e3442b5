"""The list of people is fetched by pages and found by typing."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.rights import Role
from desktop.services.people import PeopleService
from desktop.services.people_pages import PersonSummary
from desktop.storage.unit_of_work import Desk
from desktop.views.people.people_table import Column, PeopleTable
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.line_table import PAGE, LineRole
from tests.conftest import DeskFor
from tests.services.house import House, make_house


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house with two lodgers."""
    made = make_house(desk)
    made.lodge("Moussa KEITA")
    made.lodge("Awa DIALLO")
    return made


@pytest.fixture
def view(qtbot: QtBot, house: House) -> PeopleView:
    """Give the page over the house."""
    made = PeopleView(PeopleService(house.desk))
    qtbot.addWidget(made)
    return made


def _names(table: PeopleTable) -> list[str]:
    return [table.index(row, Column.NAME).data() for row in range(table.rowCount())]


def test_everybody_is_listed_by_family_name(view: PeopleView) -> None:
    assert _names(view.table) == ["Awa DIALLO", "Moussa KEITA"]
    assert view.empty.isHidden()


def test_typing_finds_after_a_pause(qtbot: QtBot, view: PeopleView) -> None:
    QTest.keyClicks(view.sought, "keit")
    assert len(_names(view.table)) == 2
    qtbot.waitUntil(lambda: _names(view.table) == ["Moussa KEITA"])


def test_nobody_found_is_said_in_words(view: PeopleView) -> None:
    view.sought.setText("zzzz")
    view.refresh()
    assert not view.empty.isHidden()
    assert "zzzz" in view.empty.text()


def test_the_reader_without_the_right_reads_the_refusal(qtbot: QtBot, desk_for: DeskFor) -> None:
    view = PeopleView(PeopleService(desk_for(Role.MONITORING)))
    qtbot.addWidget(view)
    assert view.table.rowCount() == 0
    assert view.empty.text() == "Your account does not have the right to do this."


def test_the_next_page_is_fetched_when_asked(view: PeopleView) -> None:
    one = view.table.index(0, 0).data(LineRole)

    def pages(_: str, limit: int, offset: int) -> list[PersonSummary]:
        return [one] * max(0, min(limit, PAGE + 7 - offset))

    table = PeopleTable(pages)
    table.show_found("")
    assert (table.rowCount(), table.canFetchMore(table.index(-1, -1))) == (PAGE, True)
    table.fetchMore(table.index(-1, -1))
    assert (table.rowCount(), table.canFetchMore(table.index(-1, -1))) == (PAGE + 7, False)


def test_the_table_keeps_the_promises_of_qt(view: PeopleView, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(view.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
