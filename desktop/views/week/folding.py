"""Two parts of a strip: side by side, or one below the other where both do not fit."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.views.shared.style import scaled

_APART = 12


class Folding(QWidget):
    """Gives the first part three fifths of the width, or folds."""

    def __init__(self, first: QHBoxLayout, second: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = (first, second)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(_APART))
        self._row.addLayout(first, 3)
        self._row.addLayout(second, 2)
        self.setMinimumWidth(scaled(300))  # its own least, or the window would grow before it folds

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold where the width asks for it."""
        super().resizeEvent(event)
        needed = sum(part.minimumSize().width() for part in self._parts) + self._row.spacing()
        fits = needed <= self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
