"""The one table model: columns as data, pages, names that hide, lines that copy."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.errors import DeskError, NotAllowed
from desktop.i18n import mark
from desktop.views.shared.discretion import discretion
from desktop.views.shared.line_table import NOWHERE, PAGE, ColumnOf, LineRole, LineTable, PillRole
from desktop.views.shared.tables import plain_table


@dataclass(frozen=True)
class Bed:
    """A line."""

    name: str
    nights: int


COLUMNS = (
    ColumnOf[Bed](heading=mark("Name"), show=lambda bed: bed.name, names_somebody=True),
    ColumnOf[Bed](heading=mark("Status"), show=lambda bed: str(bed.nights), is_figure=True,
                  kind=lambda bed: "warning" if bed.nights > 5 else None, icon=lambda _: "clock"),
)  # fmt: skip


@pytest.fixture
def table(qapp: QApplication) -> LineTable[Bed]:
    """Give two lines."""
    assert qapp
    made = LineTable(COLUMNS)
    made.show_lines([Bed("Awa Traoré", 3), Bed("Sɛkuba Keïta", 9)])
    return made


def test_cells_and_headings_come_from_the_columns(table: LineTable[Bed]) -> None:
    assert [table.index(1, column).data() for column in range(2)] == ["Sɛkuba Keïta", "9"]
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert table.index(0, 0).data(LineRole) == table.line(0) == Bed("Awa Traoré", 3)
    assert [table.index(row, 1).data(PillRole) for row in range(2)] == [None, "warning"]


def test_hidden_names_leave_their_first_letters(table: LineTable[Bed], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.dataChanged):
        discretion.toggle()
    assert [table.index(row, 0).data() for row in range(2)] == ["A… T…", "S… K…"]
    assert table.index(0, 1).data() == "3"


def test_the_next_page_comes_as_one_scrolls(table: LineTable[Bed]) -> None:
    everybody = [Bed(f"n{n}", n) for n in range(PAGE + 7)]
    table.show_pages(lambda limit, offset: everybody[offset : offset + limit])
    assert (table.rowCount(), table.canFetchMore(NOWHERE)) == (PAGE, True)
    table.fetchMore(NOWHERE)
    assert (table.rowCount(), table.canFetchMore(NOWHERE)) == (PAGE + 7, False)
    table.fetchMore(NOWHERE)
    assert table.rowCount() == PAGE + 7


def test_a_refused_search_leaves_the_lines_alone(table: LineTable[Bed]) -> None:
    def refuse(_limit: int, _offset: int) -> list[Bed]:
        raise NotAllowed

    with pytest.raises(DeskError):
        table.show_pages(refuse)
    assert table.rowCount() == 2


def test_the_chosen_line_is_copied_for_a_spreadsheet(qtbot: QtBot, table: LineTable[Bed]) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    view = plain_table(table, "Beds", root, wide=0)
    view.selectRow(1)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tStatus\nSɛkuba Keïta\t9"
    discretion.toggle()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Name\tStatus\nS… K…\t9"


def test_it_keeps_the_promises_of_qt(table: LineTable[Bed], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # the plugin has no types here
