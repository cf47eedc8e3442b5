"""The grid of the week as keys and mouse meet it: which session or slot is chosen."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr
from desktop.services.sessions import SessionLine
from desktop.views.week.columns import GridColumn
from desktop.views.week.layout import Place, nearest, places
from desktop.views.week.surface import Surface
from desktop.views.week.words import slot_told, told


class WeekGrid(Surface):
    """Columns of days, rows of hours, sessions as cards; it changes nothing by itself."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Sessions of the week"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_sessions(
        self, columns: list[GridColumn], lines: list[tuple[int, SessionLine]], closed: dict[date, str], now: datetime
    ) -> None:
        """Show sessions, each named with its column; the cursor stays on its session or slot."""
        self.lay(columns, lines, closed, now)
        found = self.session(self.place.code) if self.place.code else None
        self.choose(Place(found.column, found.start, found.line.code) if found else self._free(self.place))

    def choose(self, place: Place) -> None:
        """Put the cursor on a session or a slot, and say so."""
        self.place = place
        self.reveal()
        self.setAccessibleDescription(self.told())
        self.viewport().update()
        self.chosen.emit()

    def line(self) -> SessionLine | None:
        """Give the session that is chosen."""
        found = self.session(self.place.code)
        return found.line if found else None

    def told(self) -> str:
        """Say what is chosen."""
        line = self.line()
        if line is not None:
            return told(line, self.now)
        return slot_told(self.place, self.columns[self.place.column]) if self.columns else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the top of the day, or where the cursor is."""
        super().showEvent(event)
        self.verticalScrollBar().setValue(0)
        self.reveal()

    def _free(self, place: Place) -> Place:
        """Give the place nearest to where the cursor stood."""
        column = max(0, min(place.column, len(self.columns) - 1))
        return nearest(places(self.placed, column, self.hours), place.minute) or Place(column, 0)
