"""Two parts beside each other, or below where there is no room."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled

_WIDE = 900


class Pair(QWidget):
    """Lays parts out by the room there is."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        for part in parts:
            self._row.addWidget(part, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn with the room."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_WIDE)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


def part(heading: str, *content: QWidget) -> QFrame:
    """Give a card with widgets under a heading."""
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(8)
    column.addWidget(text_label(heading, "heading", wrap=True, parent=card))
    for widget in content:
        column.addWidget(widget)
    column.addStretch()
    return card
