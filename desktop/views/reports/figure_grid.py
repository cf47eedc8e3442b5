"""A table of figures on the screen, walked by arrows, each figure opened by Enter or a click."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.services.behind_figures import Figure
from desktop.services.weekly_tables import WeekTable
from desktop.views.reports.figure_model import FigureModel
from desktop.views.shared.style import scaled

_LINE = 34


class FigureGrid(QTableView):
    """As high as its lines, so that the page scrolls and never the table."""

    opened = Signal(object, str)  # Figure, what it is called
    moved = Signal(QRect)  # place of the cell the cursor is on

    def __init__(self, table: WeekTable, opens: frozenset[Figure], parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = FigureModel(table, opens)
        self.setModel(self.figures)
        self.setAccessibleName(table.title)
        self._dress()
        for column in range(1, self.figures.columnCount()):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        lines = self.figures.rowCount() * scaled(_LINE)
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + 6)
        self.clicked.connect(self.open_figure)
        self.setCurrentIndex(self.figures.index(0, 1))
        self.clearSelection()

    @Slot(QModelIndex)
    def open_figure(self, index: QModelIndex) -> None:
        """Ask for what stands behind a figure, if it can be opened."""
        figure = self.figures.figure(index)
        if figure is not None:
            self.opened.emit(figure, self.figures.words(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open at Enter, move at arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_figure(self.currentIndex())
        else:
            super().keyPressEvent(event)
            self.moved.emit(self.visualRect(self.currentIndex()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the cursor stands."""
        super().focusInEvent(event)
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show a cursor in no table but the one that has the keys."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _dress(self) -> None:
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(_LINE))
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
