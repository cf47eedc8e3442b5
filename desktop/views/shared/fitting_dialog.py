"""Small windows for a few fields, as tall as what they say at the moment."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.views.shared.style import scaled


class FittingDialog(QDialog):
    """Keeps its width, in pixels at 100 %, and grows with each sentence said in it."""

    def __init__(self, width: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Jatigi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(scaled(width))

    def event(self, event: QEvent) -> bool:
        """Fit again when a word below asks for more lines or fewer."""
        taken = super().event(event)
        fit(self, event)
        return taken


def fit(window: QWidget, event: QEvent) -> None:
    """Make a window as tall as its layout asks for at the width it has, once an event says that this changed."""
    # Qt itself would go no further than two thirds of the screen, and cut the lines that are left.
    if event.type() == QEvent.Type.LayoutRequest and (layout := window.layout()) is not None:
        window.resize(window.width(), layout.totalHeightForWidth(window.width()))
