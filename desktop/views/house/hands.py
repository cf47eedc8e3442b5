"""The mouse on the board: a click stands there, Ctrl and a click choose, a drag carries somebody to a bed."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from desktop.views.house.board import BoardPanes
from desktop.views.house.moving import place_of


class BoardHands(QObject):
    """Hears the mouse over both halves of the board."""

    ticked = Signal()
    lifted = Signal()  # whoever is under the hand is carried from now on
    put = Signal()  # where one stands now
    dropped = Signal()  # beside everything: nothing changes
    filed = Signal()

    def __init__(self, board: BoardPanes) -> None:
        super().__init__(board)
        self._board = board
        self._pressed: QPoint | None = None
        self._drags = False
        for pane in board.panes:
            pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take presses, drags and releases of the left button."""
        if not isinstance(event, QMouseEvent):
            return False
        at, kind = event.globalPosition().toPoint(), event.type()
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            self._drag(at)
        elif event.button() != Qt.MouseButton.LeftButton:
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            self._press(at, choose=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release()
        elif kind == QEvent.Type.MouseButtonDblClick and self._board.cell_under(at):
            self.filed.emit()
        return False

    def _press(self, at: QPoint, *, choose: bool) -> None:
        cell = self._board.cell_under(at)
        if cell is None:
            return
        if self._board.hand.carried:
            # Taken up by a key or a click before: this click says where to.
            self._board.stand(cell.key)
            self.put.emit()
            return
        self._board.stand(cell.key)
        self._pressed = at if cell.person and not choose else None
        if choose:
            self.ticked.emit()

    def _drag(self, at: QPoint) -> None:
        if not self._drags:
            if self._pressed is None or (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._drags = True
            self.lifted.emit()
        for pane in self._board.panes:
            pane.scroll_near(at)
        under = self._board.cell_under(at)
        self._board.hand.over = place_of(under) if under else None
        self._board.redraw()

    def _release(self) -> None:
        over, self._pressed = self._board.hand.over, None
        self._board.hand.over = None
        if not self._drags:
            return
        self._drags = False
        if over is None or over == self._board.hand.at or not self._board.hand.carried:
            self.dropped.emit()
            return
        self._board.stand(over)
        self.put.emit()
