"""Pixels of the grid: from columns and minutes to places on the screen, and back."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF

from desktop.views.shared.style import scaled
from desktop.views.week.layout import Placed

QUARTER = 15  # minutes
EDGE = 7  # pixels within which the foot of a card is taken to make it longer
_GAP = 3


@dataclass(frozen=True, slots=True)
class Geometry:
    """A grid of some columns and hours in a viewport; `scroll` pixels are above its edge."""

    width: int
    height: int
    columns: int
    first: int  # hour
    last: int
    scroll: int = 0
    zoom: float = 1.0

    @property
    def left(self) -> int:
        """Give the width of the hours."""
        return scaled(60)

    @property
    def top(self) -> int:
        """Give the height of the headings."""
        return scaled(40)

    @property
    def column_width(self) -> float:
        """Give the width of a column."""
        return max(1.0, (self.width - self.left) / max(1, self.columns))

    @property
    def hour_height(self) -> float:
        """Give the height of an hour: never too low to read a card, unless somebody wants to see more of the day."""
        return self.zoom * max(float(scaled(62)), (self.height - self.top) / (self.last - self.first))

    @property
    def whole(self) -> int:
        """Give the height of all hours."""
        return round(self.hour_height * (self.last - self.first))

    def x(self, column: int) -> float:
        """Give the left edge of a column."""
        return self.left + column * self.column_width

    def y(self, minute: float) -> float:
        """Give the height of a minute of the day."""
        return self.top - self.scroll + (minute - self.first * 60) * self.hour_height / 60

    def card(self, column: int, start: int, end: int, lane: int = 0, lanes: int = 1) -> QRectF:
        """Give the place of a card."""
        lane_width = (self.column_width - 2 * _GAP) / lanes
        left = self.x(column) + _GAP + lane * lane_width
        top = self.y(start) + 1
        return QRectF(left, top, lane_width - (2 if lanes > 1 else 0), max(12.0, self.y(end) - top - 1))

    def rect(self, placed: Placed) -> QRectF:
        """Give the place of a session."""
        return self.card(placed.column, placed.start, placed.end, placed.lane, placed.lanes)

    def column_at(self, point: QPoint) -> int:
        """Give the column under a point, the nearest one beside the grid."""
        return max(0, min(self.columns - 1, int((point.x() - self.left) // self.column_width)))

    def minute_at(self, point: QPoint) -> int:
        """Give the quarter of an hour under a point."""
        minute = self.first * 60 + (point.y() - self.top + self.scroll) * 60 / self.hour_height
        return max(0, min(24 * 60, int(minute // QUARTER * QUARTER)))
