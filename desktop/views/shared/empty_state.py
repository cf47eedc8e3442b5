"""What a page says when it has nothing to show, with the one next action."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label


class EmptyState(QWidget):
    """An icon, one sentence, and at most one button."""

    def __init__(self, icon: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        put_icon(sign, icon, "muted", 28)
        self.words = text_label(words, "emptyWords", wrap=True, parent=self)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMinimumWidth(240)
        self.action = QPushButton(self)
        self.action.setObjectName("primary")
        self.action.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addStretch()
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)  # over the whole width: an aligned label does not grow with its lines
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()

    def offer(self, words: str, act: Callable[[], object]) -> None:
        """Offer the next action; only whoever has the right to it shall be offered it."""
        self.action.setText(words)
        self.action.clicked.connect(lambda _: act())
        self.action.show()
