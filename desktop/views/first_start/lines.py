"""Lines that can be added and taken away: sites, rooms."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.shared.icons import put_icon


class Line(QWidget):
    """One line: its editors from left to right, then the button that takes it away."""

    removed = Signal()
    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.remove = QPushButton(self)
        self.remove.setObjectName("headerIcon")
        self.remove.setAccessibleName(tr("Take this line away"))
        self.remove.setToolTip(tr("Take this line away"))
        put_icon(self.remove, "remove")
        self.remove.clicked.connect(self.removed)

    def end(self) -> None:
        """Put the button at the end."""
        self.row.addWidget(self.remove)

    def stops(self) -> list[QWidget]:
        """Give where the keyboard stops, from left to right."""
        items = (self.row.itemAt(at) for at in range(self.row.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]


OneLine = TypeVar("OneLine", bound=Line)


class Lines(QWidget, Generic[OneLine]):
    """Lines below one another."""

    changed = Signal()

    def __init__(self, make: Callable[[], OneLine], add_words: str) -> None:
        super().__init__()
        self._make = make
        self.lines: list[OneLine] = []
        self.add = QPushButton(add_words, self)
        put_icon(self.add, "plus")
        self.add.clicked.connect(self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch()
        self._column.addLayout(foot)

    def show_lines(self, lines: list[OneLine]) -> None:
        """Show these lines in place of the others."""
        for line in [*self.lines]:
            self._take(line)
        for line in lines:
            self._put(line)
        self.changed.emit()

    def _add_empty(self) -> None:
        line = self._make()
        self._put(line)
        line.stops()[0].setFocus()
        self.changed.emit()

    def _put(self, line: OneLine) -> None:
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        line.touched.connect(self.changed)
        line.removed.connect(lambda: self._remove(line))
        line.show()  # before its place is set: what is hidden loses it
        self._order()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the lines where they stand for the keyboard: whatever is made late comes after the whole window."""
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        before = self._stop_above()
        for stop in (*(stop for line in self.lines for stop in line.stops()), self.add):
            if before is not None:
                self.setTabOrder(before, stop)
            before = stop

    def _stop_above(self) -> QWidget | None:
        """Find where the keyboard stops before all lines."""
        above = self.add.previousInFocusChain()
        while above is not None and (self.isAncestorOf(above) or not above.focusPolicy() & Qt.FocusPolicy.TabFocus):
            above = above.previousInFocusChain()
            if above is self.add:
                return None
        return above

    def _remove(self, line: OneLine) -> None:
        at = self.lines.index(line)
        self._take(line)
        (self.lines[min(at, len(self.lines) - 1)].stops()[0] if self.lines else self.add).setFocus()
        self.changed.emit()

    def _take(self, line: OneLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
