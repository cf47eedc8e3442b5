"""A few figures side by side, each over the words that say what it counts."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.formats import whole_number
from desktop.views.shared.labels import text_label


class FiguresRow(QWidget):
    """Whole numbers, large, three points until they are read; `words` say what each counts."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self._numbers = [text_label("…", "title", parent=self) for _ in words]
        for number, said in zip(self._numbers, words, strict=True):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(number)
            column.addWidget(text_label(said, "muted", wrap=True, parent=self))
            column.addStretch()
            row.addLayout(column, 1)

    def show_figures(self, *numbers: int) -> None:
        """Show one number for each of the words."""
        for label, number in zip(self._numbers, numbers, strict=True):
            label.setText(whole_number(number))

    def numbers(self) -> list[str]:
        """Give the numbers as they are shown."""
        return [label.text() for label in self._numbers]
