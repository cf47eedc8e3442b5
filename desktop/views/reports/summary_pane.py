"""The summary of a week, part by part."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.rights import Permission
from desktop.services.behind_figures import Counted, Figure, rights_for
from desktop.services.weekly_tables import WeekTable
from desktop.views.reports.completeness import Completeness
from desktop.views.reports.figure_grid import FigureGrid
from desktop.views.reports.sections import SECTIONS, Part, Shown, section, state
from desktop.views.shared.chips import Chips
from desktop.views.shared.labels import text_label

May = Callable[[Permission], bool]


class SummaryPane(QWidget):
    """Chips over the part they choose; says first how far the figures go, and whether they open."""

    opened = Signal(object, str)  # Figure, what it is called
    marking = Signal(str)  # code of a session

    def __init__(self, may: May, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = may
        self._inside = QWidget(self)
        self._parts: list[Part] = []
        self._left: FigureGrid | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._build_next)
        self._shown: Shown | None = None
        self.said = text_label(parent=self)
        self.chips = Chips({code: tr(words) for code, words in SECTIONS.items()}, tr("Part of the summary"), self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        column.addWidget(self.area, 1)
        self.chips.chosen.connect(self._build)
        self.setFocusProxy(self.chips)

    def show_week(self, shown: Shown) -> None:
        """Show a week in the part that was chosen; the same figures again leave the cursor where it is."""
        former, self._shown = self._shown, shown
        if former is None or not former.same(shown):
            self._build()
        self.said.setText(f"{state(shown)} {_openable(self._may)}")

    def is_whole(self) -> bool:
        """Say whether every table stands."""
        return self._shown is not None and not self._parts

    def resume(self) -> None:
        """Give the keys back to the table a figure was opened from, or to the chips."""
        (self._left or self.chips).setFocus()

    def grids(self) -> list[FigureGrid]:
        """Give the tables on the screen, from the top."""
        return self._inside.findChildren(FigureGrid)

    @Slot()
    def _build(self) -> None:
        shown = self._shown
        if shown is None:
            return
        inside = self._inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        self._left = None
        self.said = text_label(f"{state(shown)} {_openable(self._may)}", "muted", wrap=True, parent=inside)
        column.addWidget(self.said)
        column.addStretch()
        self._parts = section(self.chips.code(), shown, self._grid, lambda: self._completeness(shown))
        self._build_next()
        self.area.setWidget(inside)

    @Slot()
    def _build_next(self) -> None:
        """Build one part, and leave the next to the next turn: all of them at once would hold up the keys."""
        column = self._inside.layout()
        if self._parts and isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self._parts.pop(0)())
        if self._parts:
            self._turn.start()

    def _completeness(self, shown: Shown) -> QWidget:
        sessions = shown.report.week.sessions
        complete = Completeness(sessions, shown.waiting, may_mark=self._may(Permission.MARK_ATTENDANCE))
        complete.marking.connect(self.marking)
        return complete

    def _grid(self, table: WeekTable) -> QWidget:
        figures = {cell.figure for line in table.lines for cell in line.cells if cell.figure}
        opens = frozenset(one for one in figures if all(map(self._may, rights_for(one))))
        grid = FigureGrid(table, opens, self)
        grid.opened.connect(lambda figure, words: self._open(grid, figure, words))
        grid.moved.connect(lambda place: self._follow(grid, place))
        return grid

    def _open(self, grid: FigureGrid, figure: Figure, words: str) -> None:
        self._left = grid
        self.opened.emit(figure, words)

    def _follow(self, grid: FigureGrid, place: QRect) -> None:
        """Keep the cell the cursor is on in sight."""
        at = grid.viewport().mapTo(self._inside, place.center())
        self.area.ensureVisible(at.x(), at.y(), 0, place.height() * 2)


def _openable(may: May) -> str:
    if all(map(may, rights_for(Figure(Counted.PARTICIPATIONS)))):
        return tr("Enter or a click on a figure shows the people and sessions behind it.")
    return tr("Your account sees the figures, not the names behind them: no figure opens here.")
