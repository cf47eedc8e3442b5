"""Which dates of a repeated session an act is about."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.i18n import mark, tr
from desktop.services.series_changes import Scope
from desktop.services.sessions import SessionLine
from desktop.views.shared.field import Field

_WORDS = {
    None: mark("This date only"),
    Scope.FOLLOWING: mark("This date and the following"),
    Scope.ALL: mark("All the dates"),
}


class ScopeField(QWidget):
    """A choice that is shown for a session that comes back, and begins at its one date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox(self)
        for scope, words in _WORDS.items():
            self.choice.addItem(tr(words), scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(tr("A&pplies to"), self.choice, parent=self))

    def show_line(self, line: SessionLine | None) -> None:
        """Ask about a session, if it comes back."""
        self.choice.setCurrentIndex(0)
        self.setVisible(line is not None and line.series is not None)

    def scope(self) -> Scope | None:
        """Give the dates that were chosen, or None for the one that is shown."""
        return Scope(self.choice.currentData()) if self.choice.currentData() else None
