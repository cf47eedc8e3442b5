"""The grid of a convoy is written by keys: each cell is on disk when it is left, what cannot be says why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.convoys import ConvoyPerson
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.grid_cells import CELLS
from desktop.views.arrivals.grid_pane import GridPane
from desktop.views.shared.discretion import discretion
from tests.views.arrivals.conftest import Keys

DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab
BAND, FAMILY, GIVEN, SEX, BIRTH, NATIONALITY, LANGUAGES, PHONE = range(8)


@pytest.fixture
def grid(keys: Keys, view: ArrivalsView) -> GridPane:
    """Start from five wristband numbers and an empty grid, by keys alone."""
    keys.control(Qt.Key.Key_N)
    keys.qtbot.waitUntil(view.wizard.isVisible)
    view.wizard.file.bands.first.setFocus()
    keys.type("K-098")
    keys.press(TAB)
    keys.control(Qt.Key.Key_A)
    keys.type("5")
    keys.press(TAB)
    keys.press(Qt.Key.Key_Space)
    keys.qtbot.waitUntil(lambda: view.stack.currentWidget() is view.grid, timeout=30000)
    return view.grid


def _people(opened: Centre) -> list[ConvoyPerson]:
    return opened.convoy_people.people(opened.convoy_desk.recent()[0].id)


def test_a_night_without_a_list_starts_from_wristband_numbers(grid: GridPane, opened: Centre) -> None:
    assert [one.wristband for one in _people(opened)] == ["K-098", "K-099", "K-100", "K-101", "K-102"]
    assert grid.grid.hasFocus()


def test_each_cell_is_on_disk_when_it_is_left(grid: GridPane, keys: Keys, opened: Centre) -> None:
    keys.press(TAB)
    for name in ("Keita", "Bah", "Diallo"):
        keys.type(name)
        keys.press(ENTER)
        assert name in {one.family_name for one in _people(opened)}
    assert [one.family_name for one in _people(opened)] == ["Keita", "Bah", "Diallo", "", ""]
    keys.type("Sow")
    keys.press(TAB)
    keys.type("Awa")
    keys.press(TAB)
    keys.type("f")
    keys.press(TAB)
    keys.type("vers 2004")
    keys.press(ENTER)
    fourth = _people(opened)[3]
    assert (fourth.family_name, fourth.given_names, fourth.sex.value, fourth.birth) == ("Sow", "Awa", "F", "vers 2004")
    assert grid.grid.currentIndex().row() == 4


@pytest.mark.parametrize(
    ("column", "typed", "why"),
    [(SEX, "x9", "“x9” cannot be understood here."), (BIRTH, "31/02/1990", "is neither a date nor an age"),
     (PHONE, "12", "cannot be a telephone number"), (BAND, "K-099", "already wears wristband K-099")],
)  # fmt: skip
def test_what_cannot_be_is_said_and_stays_as_typed(
    grid: GridPane, keys: Keys, opened: Centre, column: int, typed: str, why: str
) -> None:
    before = _people(opened)
    index = grid.table.index(0, column)
    grid.grid.setCurrentIndex(index)
    keys.type(typed)
    keys.press(TAB)
    assert _people(opened) == before
    assert index.data() == typed
    grid.grid.setCurrentIndex(index)
    assert why in grid.refusal.text()
    assert grid.refusal.isVisible()
    keys.press(Qt.Key.Key_Delete)
    keys.qtbot.waitUntil(lambda: index.data() != typed)
    assert not grid.refusal.isVisible()


def test_ctrl_d_fills_down_and_the_act_is_undone(grid: GridPane, keys: Keys, opened: Centre, qtbot: QtBot) -> None:
    grid.grid.setCurrentIndex(grid.table.index(0, NATIONALITY))
    keys.type("Mali")
    keys.press(ENTER)
    grid.grid.setCurrentIndex(grid.table.index(0, NATIONALITY))
    for _ in range(3):
        keys.press(DOWN, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(grid._shell.toasted) as heard:
        keys.control(Qt.Key.Key_D)
    assert [one.nationality for one in _people(opened)] == ["Mali"] * 4 + [""]
    assert heard.args is not None
    with qtbot.waitSignal(grid.poured):
        heard.args[2]()
    assert [one.nationality for one in _people(opened)] == ["Mali"] + [""] * 4


def test_rows_are_copied_and_pasted_as_a_spreadsheet_does(
    grid: GridPane, keys: Keys, opened: Centre, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText('Keita\tMoussa\tM\nBah\tIssa\tH\n"Dit\nSow"\tAwa\tF\n')
    grid.grid.setCurrentIndex(grid.table.index(1, FAMILY))
    with qtbot.waitSignal(grid.poured):
        keys.control(Qt.Key.Key_V)
    assert [(one.family_name, one.given_names, one.sex.value) for one in _people(opened)[1:4]] == [
        ("Keita", "Moussa", "M"), ("Bah", "Issa", "M"), ("Dit Sow", "Awa", "F"),
    ]  # fmt: skip
    keys.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    keys.control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "Keita\tMoussa"


def test_a_paste_ends_where_the_grid_ends(grid: GridPane, keys: Keys, opened: Centre, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("A\tB\tC\tD\n" * 9)
    grid.grid.setCurrentIndex(grid.table.index(4, LANGUAGES))
    with qtbot.waitSignal(grid.poured):
        keys.control(Qt.Key.Key_V)
    assert [one.languages for one in _people(opened)] == ["", "", "", "", "A"]


def test_the_column_proposes_what_it_holds(grid: GridPane, keys: Keys, opened: Centre) -> None:
    grid.grid.setCurrentIndex(grid.table.index(0, LANGUAGES))
    keys.type("Bambara")
    keys.press(ENTER)
    keys.type("ba")
    keys.press(ENTER)
    assert [one.languages for one in _people(opened)[:2]] == ["Bambara", "Bambara"]


@pytest.mark.usefixtures("grid")
def test_escape_gives_a_cell_up_then_leaves(keys: Keys, view: ArrivalsView, opened: Centre) -> None:
    keys.press(TAB)
    keys.type("Keita")
    keys.press(Qt.Key.Key_Escape)
    assert _people(opened)[0].family_name == ""
    keys.press(Qt.Key.Key_Escape)
    assert view.landing.isVisible()
    keys.press(ENTER)
    assert view.grid.isVisible()


def test_hidden_names_stay_hidden_when_copied(grid: GridPane, keys: Keys) -> None:
    keys.press(TAB)
    keys.type("Keita")
    keys.press(ENTER)
    discretion.set_hidden(hidden=True)
    grid.grid.setCurrentIndex(grid.table.index(0, FAMILY))
    keys.control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "K…"


def test_the_grid_keeps_the_promises_of_qt(grid: GridPane, qtmodeltester: ModelTester) -> None:
    assert grid.table.columnCount() == len(CELLS) + 1
    QApplication.processEvents()
    qtmodeltester.check(grid.table)  # type: ignore[no-untyped-call]  # the plugin has no types here
