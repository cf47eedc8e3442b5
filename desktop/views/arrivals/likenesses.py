"""The look-alikes of a list: the pairs, and the chosen one side by side."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.services.convoys import Likeness, PairKey
from desktop.views.arrivals.likeness_table import LikenessTable
from desktop.views.arrivals.pair_pane import PairPane
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table
from desktop.vocabulary import LookAlikeVerdict

OTHER, LIKENESS = 2, 3


class Likenesses(QStackedWidget):
    """A table of pairs over the chosen one; a decision moves on to the next pair that waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decided: dict[PairKey, LookAlikeVerdict] = {}
        self.table = LikenessTable()
        body = QWidget(self)
        self.pairs = plain_table(self.table, tr("Look-alikes"), body, wide=OTHER)
        self.pairs.setMinimumHeight(scaled(50))
        self.pane = PairPane(body)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pairs, 1)
        column.addWidget(self.pane)
        self.addWidget(body)
        self.addWidget(EmptyState("people", tr("Nobody on this list looks like somebody known."), self))
        self.pairs.selectionModel().currentRowChanged.connect(self._show)
        self.pane.decided.connect(self.decide)
        self.setFocusProxy(self.pairs)

    def show_pairs(
        self, pairs: tuple[Likeness, ...], decided: dict[PairKey, LookAlikeVerdict], *, asks: bool = True
    ) -> None:
        """Show the pairs of a list; decisions are written into `decided`, where it `asks` for them."""
        self._decided = decided
        self.pane.ask(asks=asks)
        self.table.show_pairs(pairs, decided)
        self.setCurrentIndex(0 if pairs else 1)
        if pairs:
            self.pairs.selectRow(0)
            self._show()

    def choose(self, key: PairKey) -> None:
        """Show the pair `key` side by side."""
        self.pairs.selectRow(self.table.row_of(key))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to names and decisions where there is little of it."""
        super().resizeEvent(event)
        self.pairs.setColumnHidden(LIKENESS, self.width() < scaled(900))

    @Slot(object)
    def decide(self, verdict: LookAlikeVerdict) -> None:
        """Keep a decision on the chosen pair, and go on to the next that waits."""
        row = self.pairs.currentIndex().row()
        if row < 0:
            return
        line = self.table.line(row)
        self._decided[line.key] = verdict
        self.table.change_line(row, line)
        self.pairs.selectRow(self.table.next_open(row))
        self.pairs.setFocus()

    def _show(self, *_: object) -> None:
        row = self.pairs.currentIndex().row()
        if 0 <= row < self.table.rowCount():
            self.pane.show_pair(self.table.line(row))
