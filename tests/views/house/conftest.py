"""A house with a few people, and the page before them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.services.board_lines import BoardBed
from desktop.views.house.house_view import HouseView
from desktop.views.house.layout import Cell
from desktop.views.house.pane import Pane
from desktop.views.shared.shell import Shell
from tests.centres import TestCentre
from tests.views.opened import house_of, signed_in

KEY = Qt.Key


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as reception sees it, with two men waiting."""
    with signed_in(centre, "awa") as made:
        house = house_of(made)
        house.lodge("Moussa KEITA")
        house.lodge("Alou SOW")
        yield made


class Board:
    """The page, driven as staff do, and what lies on disk."""

    def __init__(self, view: HouseView, shell: Shell) -> None:
        self.view, self.centre = view, shell.centre
        self.said: list[str] = []
        self.undo: list[object] = []
        self.gone: list[tuple[object, ...]] = []
        shell.toasted.connect(self._hear)
        shell.going.connect(lambda page, target: self.gone.append((page, *target)))

    def _hear(self, words: str, _kind: str, undo: object) -> None:
        self.said.append(words)
        self.undo.append(undo)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after the other where the keyboard is."""
        for key in keys:
            pane = next(pane for pane in self.view.panes.panes if pane.hasFocus())
            QTest.keyClick(pane, key)

    def stand_on(self, words: str) -> None:
        """Stand on a bed, or on somebody who waits."""
        for cell in self.view.panes.cells():
            if words in (cell.bed.label if cell.bed else "", cell.person.name if cell.person else ""):
                self.view.panes.stand(cell.key)
                return
        raise AssertionError(words)

    def point(self, cell: Cell) -> tuple[Pane, QPoint]:
        """Give the half and the point of it where a cell is seen."""
        for pane in self.view.panes.panes:
            found = pane.placed(cell.key)
            if found is not None:
                return pane, pane.seen(found.box).center()
        raise AssertionError(cell)

    def cell(self, words: str) -> Cell:
        """Give the cell of a bed, or of somebody."""
        named = [(one.bed.label if one.bed else "", one.person.name if one.person else "", one) for one in self.cells()]
        return next(one for label, name, one in named if words in {label, name})

    def cells(self) -> list[Cell]:
        """Give every cell."""
        return self.view.panes.cells()

    def beds(self) -> dict[str, str]:
        """Give who lies in each bed on disk, or its state."""
        site = self.view.site
        rooms = self.centre.house_board.board(site).rooms
        return {bed.label: _lies(bed) for room in rooms for bed in room.beds}


def _lies(bed: BoardBed) -> str:
    return bed.person.name if bed.person else bed.use.value


@pytest.fixture
def board(qtbot: QtBot, opened: Centre) -> Board:
    """Give the page, shown, with the keyboard in it."""
    shell = Shell(opened)
    view = HouseView(shell)
    qtbot.addWidget(view)
    view.resize(1040, 560)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return Board(view, shell)
