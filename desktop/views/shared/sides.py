"""Columns beside each other, or below one another where the room or the words leave no place for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.views.shared.style import scaled


class Sides(QWidget):
    """Turns with its width: beside from `wide` pixels (at 100 %) on, if every column has the room it needs."""

    def __init__(self, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._wide = wide
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(16)

    def add_column(self, parts: Sequence[QWidget], stretch: int) -> None:
        """Put parts below one another into one more column, which takes `stretch` shares of the width."""
        column = QVBoxLayout()
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self.row.addLayout(column, stretch)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the width of the widest column: the others can go below."""
        edges = self.row.contentsMargins()
        return QSize(max(self._widths()) + edges.left() + edges.right(), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Turn also when a column comes to need more room, or less."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn with the room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        edges = self.row.contentsMargins()
        need = sum(self._widths()) + self.row.spacing() + edges.left() + edges.right()
        narrow = self.width() < max(scaled(self._wide), need)
        self.row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _widths(self) -> list[int]:
        items = (self.row.itemAt(place) for place in range(self.row.count()))
        return [item.minimumSize().width() for item in items if item is not None]
