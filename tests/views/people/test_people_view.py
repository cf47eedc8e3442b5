"""People are found by typing among all or some of them, and opened by Enter."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.models.base import now
from desktop.services.people import PeopleService
from desktop.services.people_pages import PeoplePage, Place
from desktop.services.people_search import Wanted
from desktop.views.people.people_list import ARRIVED, HERE, LACKING, PeopleList
from desktop.views.people.people_table import Column, PeopleTable
from desktop.views.people.people_view import PeopleView
from desktop.views.shared.line_table import PAGE
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import first_person, house_of, signed_in


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as coordination sees it, with two lodgers and somebody who left."""
    with signed_in(centre, "awa") as made:
        house = house_of(made)
        house.lodge("Moussa KEITA", arrived=now() - timedelta(days=3))
        house.lodge("Awa DIALLO", arrived=now() - timedelta(hours=2))
        gone = house.lodge("Sira TRAORE", arrived=now() - timedelta(days=4))
        house.leave(gone, now() - timedelta(days=1))
        yield made


@pytest.fixture
def view(qtbot: QtBot, opened: Centre) -> PeopleView:
    """Give the page."""
    made = PeopleView(Shell(opened))
    qtbot.addWidget(made)
    made.show()
    return made


def _names(table: PeopleTable) -> list[str]:
    return [table.index(row, Column.NAME).data() for row in range(table.rowCount())]


def test_everybody_is_listed_by_family_name_and_counted(view: PeopleView) -> None:
    assert _names(view.found.table) == ["Awa DIALLO", "Moussa KEITA", "Sira TRAORE"]
    assert view.found.count.text() == "3 people"
    assert not view.found.empty.isVisible()


def test_typing_finds_after_a_pause(qtbot: QtBot, view: PeopleView) -> None:
    QTest.keyClicks(view.found.sought, "keit")
    assert len(_names(view.found.table)) == 3
    qtbot.waitUntil(lambda: _names(view.found.table) == ["Moussa KEITA"])


@pytest.mark.parametrize(
    ("chip", "names"),
    [(HERE, ["Awa DIALLO", "Moussa KEITA"]), (ARRIVED, ["Awa DIALLO"]),
     (LACKING, ["Awa DIALLO", "Moussa KEITA", "Sira TRAORE"])],
)  # fmt: skip
def test_chips_keep_some_of_them(view: PeopleView, chip: str, names: list[str]) -> None:
    view.found.filters.choose(chip)
    view.found.refresh()
    assert _names(view.found.table) == names


def test_nobody_found_is_said_and_the_way_out_is_offered(view: PeopleView) -> None:
    view.found.filters.choose(ARRIVED)
    view.found.sought.setText("moussa")
    view.found.refresh()
    assert view.found.empty.words.text() == "Nobody answers to “moussa”. Try the beginning of the name."
    view.found.empty.action.click()
    assert _names(view.found.table) == ["Moussa KEITA"]


def test_enter_opens_the_only_one_found_and_escape_comes_back(qtbot: QtBot, view: PeopleView) -> None:
    QTest.keyClicks(view.found.sought, "sira")
    with qtbot.waitSignal(view.title_changed) as heard:
        QTest.keyClick(view.found.sought, Qt.Key.Key_Return)
    assert heard.args == ["Sira TRAORE"]
    assert view.stack.currentWidget() is view.file
    assert view.place() == (view.file.code,)
    view.file.back.click()
    assert view.stack.currentWidget() is view.found
    assert (view.found.sought.text(), view.place()) == ("sira", ())


def test_the_keyboard_goes_down_and_opens_a_line(view: PeopleView) -> None:
    QTest.keyClick(view.found.sought, Qt.Key.Key_Down)
    QTest.keyClick(view.found.lines, Qt.Key.Key_Down)
    QTest.keyClick(view.found.lines, Qt.Key.Key_Return)
    assert view.file.form.fields.family.text() == "KEITA"


def test_a_code_nobody_has_is_explained(qtbot: QtBot, opened: Centre) -> None:
    shell = Shell(opened)
    view = PeopleView(shell)
    qtbot.addWidget(view)
    with qtbot.waitSignal(shell.toasted) as heard:
        view.open("BKO-26-99999-X")
    assert heard.args is not None
    assert "BKO-26-99999-X" in heard.args[0]
    assert view.place() == ()


def test_the_reader_without_the_right_reads_the_refusal(qtbot: QtBot, centre: TestCentre) -> None:
    with signed_in(centre, "fanta") as activities:
        found = PeopleList(Shell(activities))
        qtbot.addWidget(found)
        found.refresh()
        assert found.table.rowCount() == 0
        assert found.empty.words.text() == "Your account does not have the right to do this."


def test_the_next_page_begins_where_the_last_one_ended(opened: Centre) -> None:
    one, asked = first_person(opened), []

    def pages(_: Wanted, after: Place | None, limit: int) -> PeoplePage:
        asked.append(after)
        end = Place("keita", one.id)
        return PeoplePage([one] * limit, end) if after is None else PeoplePage([one] * 7, None)

    table = PeopleTable(pages)
    table.show_wanted(Wanted())
    assert (table.rowCount(), table.canFetchMore(table.index(-1, -1))) == (PAGE, True)
    table.fetchMore(table.index(-1, -1))
    assert (table.rowCount(), table.canFetchMore(table.index(-1, -1))) == (PAGE + 7, False)
    assert asked == [None, Place("keita", one.id)]


def test_a_list_of_exactly_one_page_ends_there(opened: Centre) -> None:
    one = first_person(opened)
    table = PeopleTable(lambda _wanted, _after, limit: PeoplePage([one] * limit, None))
    table.show_wanted(Wanted())
    table.fetchMore(table.index(-1, -1))
    assert table.rowCount() == PAGE


def test_the_table_keeps_the_promises_of_qt(opened: Centre, qtmodeltester: ModelTester) -> None:
    table = PeopleTable(PeopleService(opened.desk).page)
    table.show_wanted(Wanted())
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # the plugin has no types here


def test_an_empty_centre_offers_to_bring_in_a_convoy_to_those_who_may(qtbot: QtBot, centre: TestCentre) -> None:
    for login, offered in (("awa", True), ("mariam", False)):
        with signed_in(centre, login) as made:
            shell = Shell(made)
            view = PeopleView(shell)
            qtbot.addWidget(view)
            view.show()
            beginning = view.found.beginning
            assert (beginning.isVisible(), beginning.action.isVisible()) == (True, offered)
            assert not view.found.lines.isVisible()
            if offered:
                with qtbot.waitSignal(shell.going, check_params_cb=lambda page, _: page == "arrivals"):
                    beginning.action.click()
