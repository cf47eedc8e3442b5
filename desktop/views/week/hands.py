"""The mouse on the grid: choose, draw a new session, carry one elsewhere, or pull it longer."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from desktop.views.week.geometry import EDGE, QUARTER
from desktop.views.week.grid import WeekGrid
from desktop.views.week.layout import SLOT, Place, Placed
from desktop.views.week.words import hours

_FAR = 5  # pixels a hand may tremble


@dataclass(slots=True)
class _Hold:
    """What the button went down on."""

    point: QPoint
    card: Placed | None
    pulls: bool
    far: bool = False


class GridHands(QObject):
    """Hears the mouse of a grid; nothing changes before the button is let go."""

    drawn = Signal(int, int, int)  # column, minute, length of a new session
    carried = Signal(int, int)  # columns and minutes the chosen session shall move by
    pulled = Signal(int)  # minutes it shall last longer
    opened = Signal()

    def __init__(self, grid: WeekGrid, *, may_plan: bool) -> None:
        super().__init__(grid)
        self._grid, self._may = grid, may_plan
        self._hold: _Hold | None = None
        grid.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the mouse."""
        if isinstance(event, QHelpEvent):
            self._explain(event)
        if not isinstance(event, QMouseEvent):
            return False
        kind, point = event.type(), event.position().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._press(point)
        elif kind == QEvent.Type.MouseMove:
            self._move(point)
        elif kind == QEvent.Type.MouseButtonRelease and self._hold is not None:
            self._let_go(point)
        elif kind == QEvent.Type.MouseButtonDblClick:
            self._hold = None
            self.opened.emit()
        else:
            return False
        return True

    def _press(self, point: QPoint) -> None:
        grid, at = self._grid, self._grid.geometry_now()
        grid.setFocus()
        if point.y() <= at.top or point.x() < at.left or not grid.columns:
            return
        card = grid.card_at(point)
        self._hold = _Hold(point, card, card is not None and self._on_edge(point, card))
        slot = Place(at.column_at(point), at.minute_at(point) // SLOT * SLOT)
        grid.choose(Place(card.column, card.start, card.line.code) if card else slot)

    def _move(self, point: QPoint) -> None:
        hold = self._hold
        if hold is None:
            card = self._grid.card_at(point)
            pulls = self._may and card is not None and self._on_edge(point, card)
            self._grid.viewport().setCursor(Qt.CursorShape.SizeVerCursor if pulls else Qt.CursorShape.ArrowCursor)
            return
        hold.far = hold.far or (point - hold.point).manhattanLength() > _FAR
        if hold.far and self._may:
            self._grid.ghost = self._grid.geometry_now().card(*self._target(point, hold))
            self._grid.viewport().update()

    def _let_go(self, point: QPoint) -> None:
        hold, self._hold = self._hold, None
        self._grid.ghost = None
        self._grid.viewport().update()
        if hold is None or not hold.far or not self._may:
            return
        column, start, end = self._target(point, hold)
        if hold.card is None:
            self.drawn.emit(column, start, end - start)
        elif hold.pulls:
            self.pulled.emit(end - hold.card.end)
        else:
            self.carried.emit(column - hold.card.column, start - hold.card.start)

    def _target(self, point: QPoint, hold: _Hold) -> tuple[int, int, int]:
        """Give the column, first and last minute that letting go here would mean."""
        at, card = self._grid.geometry_now(), hold.card
        minute, began = at.minute_at(point), at.minute_at(hold.point)
        if card is None:
            return at.column_at(hold.point), min(began, minute), max(began, minute) + QUARTER
        if hold.pulls:
            return card.column, card.start, max(card.start + QUARTER, card.end + minute - began)
        by = max(-card.start, min(24 * 60 - card.end, minute - began))
        return at.column_at(point), card.start + by, card.end + by

    def _on_edge(self, point: QPoint, card: Placed) -> bool:
        return self._grid.geometry_now().rect(card).bottom() - point.y() <= EDGE

    def _explain(self, event: QHelpEvent) -> None:
        card = self._grid.card_at(event.pos())
        words = f"{card.line.activity}\n{hours(card.line)}\n{card.line.room or ''}" if card else ""
        QToolTip.showText(event.globalPos(), words, self._grid)
