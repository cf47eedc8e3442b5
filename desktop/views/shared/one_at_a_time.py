"""Widgets of which one is shown, and which ask for the room of that one only."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class OneAtATime(QStackedWidget):
    """A stack that is no larger than what it shows: the tallest of its widgets does not stretch a small window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the least room the shown widget needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
