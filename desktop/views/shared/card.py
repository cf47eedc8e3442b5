"""A card on a person's page: a heading over lines of words and pills."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.views.shared.labels import text_label
from desktop.views.shared.pills import Pill


class Card(QFrame):
    """Lines under a heading; each is words, and a pill where a status belongs to it."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(heading)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 14, 16, 14)
        self.column.setSpacing(8)
        if heading:
            self.column.addWidget(text_label(heading, "heading", parent=self))
        self._body: QWidget | None = None

    def show_lines(self, lines: list[tuple[str, str, str]], nothing: str) -> None:
        """Show lines of words, pill and kind of pill (empty: none); or one sentence where there are no lines."""
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = QWidget(self)
        self.column.addWidget(self._body)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        if not lines:
            grid.addWidget(text_label(nothing, "muted", wrap=True, parent=self._body), 0, 0)
        for row, (words, status, kind) in enumerate(lines):
            wide = 1 if status else 2  # words without a pill have its room as well
            grid.addWidget(text_label(words, wrap=True, parent=self._body), row, 0, 1, wide)
            if status:
                pill = Pill(status, kind, self._body)
                grid.addWidget(pill, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    def words(self) -> str:
        """Give everything the card says, line by line."""
        said = [label.text() for label in self.findChildren(type(text_label())) if label.text()]
        return "\n".join(said + [pill.words for pill in self.findChildren(Pill)])
