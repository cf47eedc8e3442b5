"""Asking why a session is called off, under the grid and never in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.sessions import SessionLine
from desktop.views.shared.field import Field
from desktop.views.week.folding import Folding
from desktop.views.week.scope_field import ScopeField


class Reason(QWidget):
    """One field, Enter to call the session off, Escape to leave it as it is."""

    given = Signal(object, str, object)  # SessionLine, reason, Scope or None for this date only
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: SessionLine | None = None
        self.words = QLineEdit(self)
        self.field = Field(tr("&Why is it called off?"), self.words, parent=self)
        self.scope = ScopeField(self)
        self.act, self.leave = QPushButton(tr("Call it off"), self), QPushButton(tr("Keep as it is"), self)
        self.act.setObjectName("danger")
        asked, acts = QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self.field, 1)
        asked.addWidget(self.scope)
        for button in (self.act, self.leave):
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Folding(asked, acts, self))
        self.words.returnPressed.connect(self._give)
        self.act.clicked.connect(self._give)
        self.leave.clicked.connect(self._leave)
        QShortcut(QKeySequence("Esc"), self, self._leave, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.words)
        self.hide()

    def ask(self, line: SessionLine) -> None:
        """Ask why a session is called off."""
        self._line = line
        self.words.clear()
        self.field.clear_refusal()
        self.scope.show_line(line)
        self.show()
        self.words.setFocus()

    def refuse(self, refusal: DeskError) -> None:
        """Say why it cannot be called off."""
        self.field.refuse(refusal)
        self.words.setFocus()

    def _give(self) -> None:
        if self._line is not None:
            self.given.emit(self._line, self.words.text(), self.scope.scope())

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
