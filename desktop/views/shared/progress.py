"""Progress with a way out, for what takes more than a second."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.shared.labels import text_label

PATIENCE_MS = 1000


class Progress(QWidget):
    """Says what is under way once it takes longer than a second; `cancelled` asks for an end."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = text_label(wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(row)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self.hide()

    def start(self, words: str, total: int = 0) -> None:
        """Wait a second, then show; no `total` means that nobody knows how long it takes."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        self._patience.start()

    @Slot(int)
    def reach(self, done: int) -> None:
        """Move the bar to `done` of the total."""
        self.bar.setValue(done)

    @Slot()
    def end(self) -> None:
        """Hide again: it is over, well or not."""
        self._patience.stop()
        self.hide()
