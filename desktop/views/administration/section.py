"""What a section of the page is: a heading, a line on what it is for, its work below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.views.shared.labels import text_label


class Section(QWidget):
    """One section of the administration; its content goes into `column`, its first act into `top`."""

    def __init__(self, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.top = QHBoxLayout()
        self.title = text_label(title, "heading", parent=self)
        self.top.addWidget(self.title, 1)
        self.column.addLayout(self.top)
        self.about = text_label(about, "muted", wrap=True, parent=self)
        self.column.addWidget(self.about)
        self.refused = text_label(look="refusal", wrap=True, parent=self)
        self.refused.hide()
        self.column.addWidget(self.refused)

    def refresh(self) -> None:
        """Read again what the section shows; called each time it is shown."""

    def fold(self, *, narrow: bool) -> None:
        """Leave the room to the work where there is little of it."""
        self.title.setText("" if narrow else self._title)
        self.about.setVisible(not narrow)

    def say(self, refusal: DeskError | None) -> None:
        """Say why something was refused, or that nothing is."""
        self.refused.setText(refusal.explain() if refusal else "")
        self.refused.setVisible(refusal is not None)
