"""The grid of the week: draws itself, and knows which session or slot is chosen."""

from datetime import date, datetime

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.i18n import tr
from desktop.services.sessions import SessionLine
from desktop.views.shared.style import scaled
from desktop.views.week import painting
from desktop.views.week.cards import Cards
from desktop.views.week.columns import GridColumn
from desktop.views.week.geometry import Geometry
from desktop.views.week.layout import Place, Placed, hours_shown, lay_out, nearest, places
from desktop.views.week.words import slot_told, told


class WeekGrid(QAbstractScrollArea):
    """Columns of days, rows of hours, sessions as cards; it changes nothing by itself."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sessions of the week"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.columns: list[GridColumn] = []
        self.placed: list[Placed] = []
        self.place = Place(0, 8 * 60)
        self.ghost: QRectF | None = None
        self.clashing: frozenset[str] = frozenset()
        self.hours = hours_shown([])
        self._cards = Cards()
        self._boxes: tuple[Geometry | None, list[tuple[Placed, QRectF]]] = (None, [])
        self._closed: dict[date, str] = {}
        self._now = datetime.now().astimezone()

    def show_sessions(
        self, columns: list[GridColumn], lines: list[tuple[int, SessionLine]], closed: dict[date, str], now: datetime
    ) -> None:
        """Show sessions, each named with its column; the cursor stays on its session or slot."""
        self.columns, self._closed, self._now = columns, closed, now
        self.placed = lay_out(lines)
        self.hours, self._boxes = hours_shown(self.placed), (None, [])
        self._cards.forget_others(self.placed)
        found = self.session(self.place.code) if self.place.code else None
        self._settle()
        self.choose(Place(found.column, found.start, found.line.code) if found else self._free(self.place))

    def choose(self, place: Place) -> None:
        """Put the cursor on a session or a slot, and say so."""
        self.place = place
        self._show_place()
        self.setAccessibleDescription(self.told())
        self.viewport().update()
        self.chosen.emit()

    def session(self, code: str | None) -> Placed | None:
        """Give a session that is shown, by its code."""
        return next((one for one in self.placed if one.line.code == code), None)

    def line(self) -> SessionLine | None:
        """Give the session that is chosen."""
        found = self.session(self.place.code)
        return found.line if found else None

    def told(self) -> str:
        """Say what is chosen."""
        line = self.line()
        if line is not None:
            return told(line, self._now)
        return slot_told(self.place, self.columns[self.place.column]) if self.columns else ""

    def geometry_now(self) -> Geometry:
        """Give the pixels of the grid as it stands."""
        first, last = self.hours
        size = self.viewport().size()
        return Geometry(size.width(), size.height(), len(self.columns), first, last, self.verticalScrollBar().value())

    def card_at(self, point: QPoint) -> Placed | None:
        """Give the session under a point."""
        at = self.geometry_now()
        return next((one for one in self.placed if at.rect(one).contains(point)), None) if point.y() > at.top else None

    def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Draw the grid."""
        at, pens = self.geometry_now(), painting.Pens.of(self.font())
        today = self._now.date()
        column = next((place for place, one in enumerate(self.columns) if one.day == today), -1)
        closed = {place: self._closed[one.day] for place, one in enumerate(self.columns) if one.day in self._closed}
        with QPainter(self.viewport()) as painter:
            painter.setFont(self.font())
            painting.draw_ground(painter, at, self.columns, column, closed)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._boxes[0] != at:
                boxes = [(one, at.rect(one)) for one in self.placed]
                self._boxes = (
                    at,
                    [(one, box) for one, box in boxes if at.top < box.bottom() and box.top() < at.height],
                )
            self._cards.draw(painter, pens, self._boxes[1], self._now, self.clashing)
            self._draw_marks(painter, at, column)
            painting.draw_headings(painter, pens, at, self.columns, column, closed)

    def _draw_marks(self, painter: QPainter, at: Geometry, today: int) -> None:
        minute = self._now.hour * 60 + self._now.minute
        if today >= 0 and at.first * 60 <= minute <= at.last * 60:
            for column in range(len(self.columns)):
                if self.columns[column].day == self._now.date():
                    painting.draw_now(painter, at, column, minute)
        found = self.session(self.place.code)
        box = at.rect(found) if found else at.card(self.place.column, self.place.minute, self.place.minute + 30)
        if self.columns and (self.hasFocus() or found):
            painting.draw_frame(painter, box, dashed=found is None)
        if self.ghost is not None:
            painting.draw_frame(painter, self.ghost, dashed=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the hours into the new height."""
        super().resizeEvent(event)
        self._settle()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the little that still shows some hours."""
        return QSize(scaled(320), scaled(180))

    def _free(self, place: Place) -> Place:
        """Give the place nearest to where the cursor stood."""
        column = max(0, min(place.column, len(self.columns) - 1))
        return nearest(places(self.placed, column, self.hours), place.minute) or Place(column, 0)

    def _settle(self) -> None:
        at, bar = self.geometry_now(), self.verticalScrollBar()
        bar.setRange(0, max(0, at.whole - (at.height - at.top)))
        bar.setPageStep(at.height - at.top)
        bar.setSingleStep(round(at.hour_height / 2))

    def _show_place(self) -> None:
        """Scroll until the chosen session or slot is seen."""
        at, bar = self.geometry_now(), self.verticalScrollBar()
        found = self.session(self.place.code)
        box = at.rect(found) if found else at.card(self.place.column, self.place.minute, self.place.minute + 30)
        if box.top() < at.top:
            bar.setValue(bar.value() + round(box.top()) - at.top - 4)
        elif box.bottom() > at.height:
            bar.setValue(bar.value() + round(min(box.bottom() - at.height, box.top() - at.top)) + 4)
