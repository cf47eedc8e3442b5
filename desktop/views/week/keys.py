"""The keys of the grid: where the cursor goes, and what is asked for the chosen session."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.views.week.geometry import QUARTER
from desktop.views.week.grid import WeekGrid
from desktop.views.week.layout import Place, nearest, places

_KEY = Qt.Key
_ARROWS = {_KEY.Key_Left: (-1, 0), _KEY.Key_Right: (1, 0), _KEY.Key_Up: (0, -1), _KEY.Key_Down: (0, 1)}
_CARRIES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ZOOM = {_KEY.Key_Plus: 1, _KEY.Key_Equal: 1, _KEY.Key_Minus: -1, _KEY.Key_0: 0, _KEY.Key_Agrave: 0}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class GridKeys(QObject):
    """Hears the keys of a grid."""

    moved = Signal(int, int)  # columns and minutes the chosen session shall move by
    stretched = Signal(int)  # minutes it shall last longer
    opened = Signal()
    removed = Signal()
    marked = Signal()
    turned = Signal(int)  # weeks or days to go on by; nought is today

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._plain: dict[Qt.Key, Callable[[], object]] = {
            _KEY.Key_Return: self.opened.emit,
            _KEY.Key_Enter: self.opened.emit,
            _KEY.Key_Delete: self.removed.emit,
            _KEY.Key_M: self.marked.emit,
            _KEY.Key_PageUp: lambda: self.turned.emit(-1),
            _KEY.Key_PageDown: lambda: self.turned.emit(1),
            _KEY.Key_Home: lambda: self.turned.emit(0),
        }
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that mean something here; the others go on their way."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        return False

    def _take(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        if key in _ARROWS:
            return self._arrow(*_ARROWS[key], held)
        if held & _CTRL and key in _ZOOM:
            self._grid.look_closer(_ZOOM[key])
            return True
        act = self._plain.get(key)
        if act is None or held:
            return False
        act()
        return True

    def _arrow(self, right: int, down: int, held: Qt.KeyboardModifier) -> bool:
        if held & _CARRIES:
            self.moved.emit(right, down * QUARTER)
        elif held & _SHIFT:
            if down:
                self.stretched.emit(down * QUARTER)
        else:
            self._step(right, down)
        return True

    def _step(self, right: int, down: int) -> None:
        grid = self._grid
        here = grid.place
        column = here.column + right
        if not 0 <= column < len(grid.columns):
            return
        among = places(grid.placed, column, grid.hours)
        place = nearest(among, here.minute) if right else _next(among, here, down)
        if place is not None:
            grid.choose(place)


def _next(among: list[Place], here: Place, down: int) -> Place | None:
    """Give the place after or before the one the cursor is on."""
    if here in among:
        row = among.index(here) + down
        return among[row] if 0 <= row < len(among) else None
    beyond = [place for place in among if (place.minute - here.minute) * down > 0]
    return nearest(beyond, here.minute)
