"""A word in both languages, to be added or reworded."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.centre_lists import ListLine
from desktop.views.shared.field import Field
from desktop.views.shared.flow import Flow


class WordLine(QWidget):
    """Two fields that show the chosen word; it is changed, or a new one is added beside it."""

    added = Signal(str, str)
    reworded = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fr, self.en = QLineEdit(self), QLineEdit(self)
        self.fr_field = Field(tr("In &French"), self.fr, parent=self)
        self.add, self.change = QPushButton(tr("&Add this word"), self), QPushButton(tr("C&hange the word"), self)
        self.state = QPushButton(tr("&Withdraw"), self)
        self.add.setObjectName("primary")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.fr_field, 1)
        fields.addWidget(Field(tr("In &English"), self.en, parent=self), 1)
        buttons = QWidget(self)
        row = Flow(buttons)
        row.part()
        for button in (self.state, self.change, self.add):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(fields)
        column.addWidget(buttons)
        self.add.clicked.connect(lambda: self.added.emit(self.fr.text().strip(), self.en.text().strip()))
        self.change.clicked.connect(lambda: self.reworded.emit(self.fr.text().strip(), self.en.text().strip()))

    def show_line(self, line: ListLine | None) -> None:
        """Show the chosen word."""
        for button in (self.change, self.state):
            button.setEnabled(line is not None)
        self.state.setText(tr("&Bring back") if line and line.retired else tr("&Withdraw"))
        self.fr.setText(line.fr if line else "")
        self.en.setText(line.en if line else "")
        self.fr_field.clear_refusal()

    @Slot()
    def begin(self) -> None:
        """Take another word."""
        self.fr.clear()
        self.en.clear()
        self.fr.setFocus()

    def refuse(self, refusal: DeskError) -> None:
        """Say under the French word why it cannot be taken; what was typed stays."""
        self.fr_field.refuse(refusal)
        self.fr.setFocus()
