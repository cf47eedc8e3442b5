"""What of the grid is seen: columns, hours, cards, the ring around what is chosen."""

from datetime import date, datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.services.sessions import SessionLine
from desktop.views.shared.style import scaled
from desktop.views.week import painting
from desktop.views.week.cards import Cards
from desktop.views.week.columns import GridColumn
from desktop.views.week.geometry import Geometry
from desktop.views.week.layout import Place, Placed, hours_shown, lay_out

_STEP, _LEAST, _MOST = 1.25, 0.4, 4.0  # of the height of an hour


class Surface(QAbstractScrollArea):
    """Lays sessions out and draws them; it chooses nothing and changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.columns: list[GridColumn] = []
        self.placed: list[Placed] = []
        self.place = Place(0, 8 * 60)
        self.zoom = 1.0
        self.ghost: QRectF | None = None
        self.clashing: frozenset[str] = frozenset()
        self.hours = hours_shown([])
        self._cards = Cards()
        self._boxes: tuple[Geometry | None, list[tuple[Placed, QRectF]]] = (None, [])
        self._closed: dict[date, str] = {}
        self.now = datetime.now().astimezone()

    def lay(
        self, columns: list[GridColumn], lines: list[tuple[int, SessionLine]], closed: dict[date, str], now: datetime
    ) -> None:
        """Lay sessions out, each named with its column; `closed` says why a day is."""
        self.columns, self._closed, self.now = columns, closed, now
        self.placed = lay_out(lines)
        self.hours, self._boxes = hours_shown(self.placed), (None, [])
        self._cards.forget_others(self.placed)
        self.settle()

    def session(self, code: str | None) -> Placed | None:
        """Give a session that is shown, by its code."""
        return next((one for one in self.placed if one.line.code == code), None)

    def geometry_now(self) -> Geometry:
        """Give the pixels of the grid as it stands."""
        first, last = self.hours
        size = self.viewport().size()
        scroll = self.verticalScrollBar().value()
        return Geometry(size.width(), size.height(), len(self.columns), first, last, scroll, self.zoom)

    def card_at(self, point: QPoint) -> Placed | None:
        """Give the session under a point."""
        at = self.geometry_now()
        return next((one for one in self.placed if at.rect(one).contains(point)), None) if point.y() > at.top else None

    def look_closer(self, steps: int) -> None:
        """Make the hours higher or lower by steps; nought gives them their first height."""
        self.zoom = max(_LEAST, min(_MOST, self.zoom * _STEP**steps)) if steps else 1.0
        self.settle()
        self.reveal()
        self.viewport().update()

    def settle(self) -> None:
        """Fit the hours into the height there is."""
        at, bar = self.geometry_now(), self.verticalScrollBar()
        bar.setRange(0, max(0, at.whole - (at.height - at.top)))
        bar.setPageStep(at.height - at.top)
        bar.setSingleStep(round(at.hour_height / 2))

    def reveal(self) -> None:
        """Scroll until the chosen session or slot is seen."""
        at, bar = self.geometry_now(), self.verticalScrollBar()
        found = self.session(self.place.code)
        box = at.rect(found) if found else at.card(self.place.column, self.place.minute, self.place.minute + 30)
        if box.top() < at.top:
            bar.setValue(bar.value() + round(box.top()) - at.top - 4)
        elif box.bottom() > at.height:
            bar.setValue(bar.value() + round(min(box.bottom() - at.height, box.top() - at.top)) + 4)

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Draw the grid."""
        at, pens = self.geometry_now(), painting.Pens.of(self.font())
        today = self.now.date()
        column = next((place for place, one in enumerate(self.columns) if one.day == today), -1)
        closed = {place: self._closed[one.day] for place, one in enumerate(self.columns) if one.day in self._closed}
        with QPainter(self.viewport()) as painter:
            painter.setFont(self.font())
            several = len({one.day for one in self.columns}) > 1
            painting.draw_ground(painter, at, self.columns, column if several else -1, closed)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._boxes[0] != at:
                boxes = [(one, at.rect(one)) for one in self.placed]
                self._boxes = (
                    at,
                    [(one, box) for one, box in boxes if at.top < box.bottom() and box.top() < at.height],
                )
            self._cards.draw(painter, pens, self._boxes[1], self.now, self.clashing)
            self._draw_marks(painter, at, column)
            painting.draw_headings(painter, pens, at, self.columns, column if several else -1, closed)

    def _draw_marks(self, painter: QPainter, at: Geometry, today: int) -> None:
        minute = self.now.hour * 60 + self.now.minute
        last = max((place for place, one in enumerate(self.columns) if one.day == self.now.date()), default=-1)
        if today >= 0 and at.first * 60 <= minute <= at.last * 60:
            painting.draw_now(painter, at, today, max(today, last), minute)
        found = self.session(self.place.code)
        box = at.rect(found) if found else at.card(self.place.column, self.place.minute, self.place.minute + 30)
        if self.columns and (self.hasFocus() or found):
            painting.draw_frame(painter, box, dashed=found is None)
        if self.ghost is not None:
            painting.draw_frame(painter, self.ghost, dashed=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the hours into the new height."""
        super().resizeEvent(event)
        self.settle()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the little that still shows some hours."""
        return QSize(scaled(320), scaled(110))
