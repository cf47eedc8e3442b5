"""The keys of the board: where one goes, who is chosen, what is asked for them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.services.board_lines import BedUse
from desktop.views.house.board import BoardPanes

_KEY = Qt.Key
_ARROWS = {_KEY.Key_Left: (-1, 0), _KEY.Key_Right: (1, 0), _KEY.Key_Up: (0, -1), _KEY.Key_Down: (0, 1)}
USE_KEYS = {
    _KEY.Key_L: BedUse.FREE,
    _KEY.Key_R: BedUse.RESERVED,
    _KEY.Key_N: BedUse.TO_CLEAN,
    _KEY.Key_H: BedUse.OUT_OF_USE,
}
_PAGE = 8


class BoardKeys(QObject):
    """Hears the keys of both halves of the board."""

    entered = Signal()  # take up whom one stands on, or put down whom one carries
    ticked = Signal()
    left = Signal()  # put nobody down, choose nobody
    leaving = Signal()  # the chosen leave the house
    used = Signal(object)  # BedUse
    filed = Signal()

    def __init__(self, board: BoardPanes) -> None:
        super().__init__(board)
        self._board = board
        self._plain: dict[Qt.Key, Callable[[], object]] = {
            _KEY.Key_Return: self.entered.emit,
            _KEY.Key_Enter: self.entered.emit,
            _KEY.Key_Space: self.ticked.emit,
            _KEY.Key_Escape: self.left.emit,
            _KEY.Key_Delete: self.leaving.emit,
            _KEY.Key_F2: self.filed.emit,
            _KEY.Key_Home: lambda: board.go_to_end(last=False),
            _KEY.Key_End: lambda: board.go_to_end(last=True),
            _KEY.Key_PageUp: lambda: self._page(-1),
            _KEY.Key_PageDown: lambda: self._page(1),
        }
        for pane in board.panes:
            pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys of the board, and leave the others to the page."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._board.step(*_ARROWS[key])
        elif key in self._plain:
            self._plain[key]()
        elif key in USE_KEYS:
            self.used.emit(USE_KEYS[key])
        else:
            return False
        return True

    def _page(self, down: int) -> None:
        for _ in range(_PAGE):
            self._board.step(0, down)
