"""A window for a few fields that is as tall as what it says at the moment."""

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
        layout = self.layout()
        if event.type() == QEvent.Type.LayoutRequest and layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        return taken
