"""A small sheet over the page: a heading, words, what is asked, and a refusal where one comes."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.acts import act_row, answer_row
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled


class Sheet(QDialog):
    """Stays open until what it asks for is done; its title tells a passer-by nothing."""

    def __init__(self, heading: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Jatigi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(scaled(420))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(10)
        self.column.addWidget(text_label(heading, "heading", wrap=True, parent=self))
        self.words = text_label(words, wrap=True, parent=self)
        self.column.addWidget(self.words)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()

    def finish(self, act: QPushButton | None = None) -> None:
        """Put the refusal and the buttons at the foot."""
        self.column.addWidget(self.refusal)
        leave = QPushButton(tr("Keep as it is"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        if act is not None:
            act.setDefault(True)
        self.column.addLayout(answer_row(leave, act) if act is not None else act_row(leave))

    def attempt(self, act: Callable[[], object]) -> None:
        """Do what was asked and close, or say why not and stay."""
        try:
            act()
        except DeskError as refusal:
            self.refusal.setText(refusal.explain())
            self.refusal.show()
        else:
            self.accept()
