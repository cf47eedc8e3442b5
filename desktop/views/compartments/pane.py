"""What takes the place of the list for one act: what it means, what it needs, the act, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell, Undo


class Pane(QWidget):
    """One act on one compartment; it is thrown away when it is left, with every key it knew."""

    left = Signal()
    ended = Signal(str, object)  # what was done, Undo or None

    def __init__(self, shell: Shell, title: str, words: str, act: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        inside = QWidget(self)
        inside.setObjectName("scrolled")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 12, 0)
        self.column.setSpacing(12)
        self.column.addWidget(text_label(title, "heading", wrap=True, parent=inside))
        self.words = text_label(words, wrap=True, parent=inside)
        self.column.addWidget(self.words)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.why = text_label(look="muted", wrap=True, parent=self)
        self.leave, self.act = QPushButton(tr("Back to the &list"), self), QPushButton(act, self)
        self.act.setObjectName("primary")
        self._lay_out(inside)
        self.leave.clicked.connect(self.left)

    def follow(self, last: QWidget) -> None:
        """Let Tab go from the last thing asked for to the buttons."""
        QWidget.setTabOrder(last, self.leave)
        QWidget.setTabOrder(self.leave, self.act)

    def allow(self, *, possible: bool, why_not: str = "") -> None:
        """Let the act be done, or say beside it what is missing."""
        self.act.setEnabled(possible)
        self.act.setToolTip("" if possible else why_not)
        self.why.setText("" if possible else why_not)

    def refuse(self, refusal: DeskError) -> None:
        """Say why it was not done; everything typed stays."""
        self.act.setEnabled(True)
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def end(self, said: str, undo: Undo | None = None) -> None:
        """Say what was done, and go back to the list."""
        self.ended.emit(said, undo)
        self.left.emit()

    def forget(self) -> None:
        """Take from the screen what nobody else shall see; called before the pane goes."""

    def _lay_out(self, inside: QWidget) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.addWidget(self.leave)
        foot.addWidget(self.why, 1)
        foot.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(scroll, 1)
        column.addWidget(self.refusal)
        column.addLayout(foot)
