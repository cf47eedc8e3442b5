"""A place that asks for the height of what is in it, and scrolls where a small window has less."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.views.shared.style import scaled

_LEAST = 90  # pixels at 100 %


class FittingScroll(QScrollArea):
    """Holds `inside`; no taller than it at the width there is."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setObjectName("page")
        self.inside = inside
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(inside)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Give the size of what is inside."""
        inside = self.inside
        width = max(self.viewport().width(), inside.minimumSizeHint().width())
        return QSize(width, inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a few lines at least, and for the width."""
        return QSize(self.inside.minimumSizeHint().width(), scaled(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask again: at another width the words take other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
