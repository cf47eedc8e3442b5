"""The journal is read page by page, by author, act and day; it never tells of sealed work."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from desktop.centre import Centre
from desktop.rights import Permission
from desktop.views.administration.administration_view import AdministrationView
from desktop.views.administration.days import read_day
from desktop.views.administration.journal_section import JournalSection
from desktop.views.shared.line_table import PAGE

WEDNESDAY = date(2026, 11, 25)


@pytest.fixture
def section(opened: Centre, view: AdministrationView) -> JournalSection:
    """Give the journal, with a thousand lines."""
    with opened.desk.begin(Permission.USE_PROGRAM) as work:
        for _ in range(1000):
            work.trace("place", "stay", "x", ["bed"])
    view.open("journal")
    found = view.section()
    assert isinstance(found, JournalSection)
    return found


def _acts(section: JournalSection) -> set[str]:
    return {section.table.index(row, 2).data() for row in range(section.table.rowCount())}


def test_the_newest_lines_come_first_and_the_others_as_one_scrolls(section: JournalSection) -> None:
    table = section.table
    assert table.rowCount() == PAGE
    newest = table.line(0).seq
    while table.canFetchMore(table.index(-1, -1)):
        table.fetchMore(table.index(-1, -1))
    assert table.rowCount() > 1000
    shown = [table.line(row).seq for row in range(1000)]
    assert shown == list(range(newest, newest - 1000, -1))


def test_one_act_and_one_author_are_kept(section: JournalSection) -> None:
    section.what.setCurrentIndex(section.what.findText("Created an account"))
    section.what.activated.emit(section.what.currentIndex())
    assert _acts(section) == {"Created an account"}
    section.who.setCurrentIndex(section.who.findText("Fanta"))
    section.who.activated.emit(section.who.currentIndex())
    assert section.empty.isVisible()
    section.empty.action.click()
    assert "Gave a bed" in _acts(section)


def test_a_day_is_typed_freely(section: JournalSection) -> None:
    QTest.keyClicks(section.day, "1/2/2020")
    QTest.keyClick(section.day, Qt.Key.Key_Return)
    assert section.empty.isVisible()
    section.day.clear()
    QTest.keyClicks(section.day, "today")
    QTest.keyClick(section.day, Qt.Key.Key_Return)
    assert section.table.rowCount() == PAGE


def test_a_day_that_means_nothing_is_refused_and_stays_typed(section: JournalSection) -> None:
    QTest.keyClicks(section.day, "31/2")
    QTest.keyClick(section.day, Qt.Key.Key_Return)
    assert "31/2" in section.day_field.said.text()
    assert section.day.text() == "31/2"
    assert section.table.rowCount() == PAGE


def test_sealed_work_does_not_exist_here(section: JournalSection) -> None:
    assert section.what.findText("found compartment") == -1
    assert section.what.findText("Signed in") > 0


@pytest.mark.parametrize(
    ("typed", "day"),
    [("today", WEDNESDAY), ("yesterday", date(2026, 11, 24)), ("Monday", date(2026, 11, 23)),
     ("3/11", date(2026, 11, 3)), ("3/12", date(2025, 12, 3)), ("3.5.26", date(2026, 5, 3)),
     ("03-05-2025", date(2025, 5, 3)), ("29/2", None), ("soon", None), ("", None)],
)  # fmt: skip
def test_days_of_the_past_are_understood(typed: str, day: date | None) -> None:
    assert read_day(typed, WEDNESDAY) == day


def test_the_table_keeps_the_promises_of_qt(section: JournalSection, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(section.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
