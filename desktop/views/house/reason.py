"""What the house refuses, said where one works; and asking why it shall be done all the same."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.beds import AgainstRules
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label

Again = Callable[[str], object]


class Refused(QWidget):
    """The sentence of a refusal; where a written reason lifts it, the field for that reason."""

    left = Signal()

    def __init__(self, aside: QWidget, parent: QWidget | None = None) -> None:
        """Take the place of `aside` while a reason is asked for."""
        super().__init__(parent)
        self._aside = aside
        self._again: Again | None = None
        self.said = text_label(look="refusal", wrap=True, parent=self)
        self.words = QLineEdit(self)
        self.field = Field(tr("&Written reason"), self.words, parent=self)
        self.act, self.leave = QPushButton(tr("Place all the same"), self), QPushButton(tr("Leave as it is"), self)
        self.act.setObjectName("danger")
        self._asking = QWidget(self)
        row = QHBoxLayout(self._asking)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        for button in (self.act, self.leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addWidget(self._asking)
        self.words.returnPressed.connect(self._give)
        self.act.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)
        QShortcut(QKeySequence("Esc"), self, self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.words)
        self.hide()

    def say(self, refusal: DeskError, again: Again | None = None) -> None:
        """Say a refusal; `again` is done with the reason once it is written, and only where one may be."""
        asks = again is not None and isinstance(refusal, AgainstRules)
        self._again = again if asks else None
        self.said.setText(refusal.explain())
        self._asking.setVisible(asks)
        self.show()
        self._aside.setHidden(asks)
        if asks:
            self.words.setFocus()

    def clear(self) -> None:
        """Say nothing any more."""
        self._again = None
        self.words.clear()
        self.hide()
        self._aside.show()

    def _give(self) -> None:
        if self._again is not None:
            self._again(self.words.text())

    def _leave(self) -> None:
        self.clear()
        self.left.emit()
