"""The board: the staging area at the left, the rooms beside it, and one place where one stands."""

from uuid import UUID

from PySide6.QtCore import QPoint, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.board_lines import Board, BoardPerson
from desktop.views.house.layout import Cell, Placed, least_width
from desktop.views.house.pane import Hand, Pane
from desktop.views.house.words import room_blocks, waiting_block
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.style import scaled

_ASIDE = 1000  # going up or down stays in its column


class BoardPanes(QWidget):
    """Shows a board and where one stands on it; it changes nothing in the house."""

    stood = Signal()  # on another cell, or somebody was chosen or taken up

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hand = Hand()
        self.waiting = Pane(self.hand, tr("People without a bed"), self)
        self.rooms = Pane(self.hand, tr("Rooms and beds"), self)
        self.panes = (self.waiting, self.rooms)
        self.waiting.setFixedWidth(least_width() + scaled(18))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.waiting)
        row.addWidget(self.rooms, 1)
        self.nothing = EmptyState("house", tr("This site has no room with beds yet."), self)
        row.addWidget(self.nothing, 1)
        for pane in self.panes:
            pane.entered.connect(lambda pane=pane: self._came_to(pane))
        self.setFocusProxy(self.waiting)

    def show_board(self, board: Board) -> None:
        """Show the house as it is now; one stands where one stood, if that is still there."""
        self.waiting.show_blocks([waiting_block(board)])
        self.rooms.show_blocks(room_blocks(board))
        self.rooms.setVisible(bool(board.rooms))
        self.nothing.setHidden(bool(board.rooms))
        here = {person.stay for person in self.people()}
        self.hand.chosen &= here
        self.hand.carried = tuple(stay for stay in self.hand.carried if stay in here)
        if self.cell() is None:
            self.hand.at = self.waiting.laid.cells[min(1, len(self.waiting.laid.cells) - 1)].cell.key
        self.stood.emit()

    def people(self) -> list[BoardPerson]:
        """Give everybody on the board, those without a bed first."""
        return [one.cell.person for pane in self.panes for one in pane.laid.cells if one.cell.person]

    def cells(self) -> list[Cell]:
        """Give every cell, the staging area first."""
        return [one.cell for pane in self.panes for one in pane.laid.cells]

    def cell(self) -> Cell | None:
        """Give the cell one stands on."""
        return next((cell for cell in self.cells() if cell.key == self.hand.at), None)

    def cell_under(self, at: QPoint) -> Cell | None:
        """Give the cell under a point of the screen."""
        for pane in self.panes:
            point = pane.viewport().mapFromGlobal(at)
            if pane.viewport().rect().contains(point):
                return pane.cell_at(point)
        return None

    def stand(self, key: UUID) -> None:
        """Stand on another cell, in sight and with the keyboard."""
        self.hand.at = key
        for pane in self.panes:
            if pane.placed(key) is not None:
                pane.reveal(key)
                with QSignalBlocker(pane):
                    pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.redraw()

    def step(self, across: int, down: int) -> None:
        """Go to the nearest cell in a direction, from the staging area over to the rooms and back."""
        boxes = [(one, self._box(pane, one)) for pane in self.panes for one in pane.laid.cells]
        here = next((box for one, box in boxes if one.cell.key == self.hand.at), None)
        if here is None:
            return
        ways = [(_far(here, box, across, down), one.cell.key) for one, box in boxes]
        ahead = [way for way in ways if way[0] is not None]
        if ahead:
            self.stand(min(ahead, key=lambda way: way[0] or 0)[1])

    def go_to_end(self, *, last: bool) -> None:
        """Go to the first or the last cell of the half one stands in."""
        pane = next((one for one in self.panes if one.placed(self.hand.at)), self.waiting)
        self.stand(pane.laid.cells[-1 if last else 0].cell.key)

    def redraw(self) -> None:
        """Draw again after the hand changed."""
        for pane in self.panes:
            pane.viewport().update()
        self.stood.emit()

    def _box(self, pane: Pane, one: Placed) -> QRect:
        return QRect(pane.viewport().mapTo(self, pane.seen(one.box).topLeft()), one.box.size())

    def _came_to(self, pane: Pane) -> None:
        if pane.placed(self.hand.at) is None and pane.laid.cells:
            self.hand.at = pane.laid.cells[0].cell.key
            pane.reveal(self.hand.at)
        self.redraw()


def _far(here: QRect, there: QRect, across: int, down: int) -> int | None:
    aside, along = there.left() - here.left(), there.top() - here.top()
    if down:
        return along * down if along * down > 0 and aside == 0 else None
    return aside * across * _ASIDE + abs(along) if aside * across > 0 else None
