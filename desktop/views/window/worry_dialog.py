"""*Signaler une inquiétude*: a few words, sealed for those who follow people, from anywhere in the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.tray import WorryRoom, room_left
from desktop.views.shared.acts import act_row
from desktop.views.shared.chips import Chips
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled

_NEARLY_FULL = 600  # bytes: some twelve lines are left


class WorryDialog(QDialog):
    """Says beforehand what becomes of the words, takes them, and forgets them once they are sent."""

    def __init__(self, shell: Shell, about: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setObjectName("worry")
        self.setWindowTitle("Jatigi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(560), scaled(460))
        rooms = shell.centre.tray.rooms()
        receiving = {room.code: room.name for room in rooms if room.receives}
        self.rooms = Chips(receiving, tr("To whom"), self) if receiving else None
        self.closed = text_label(_closed(rooms), "notice", wrap=True, parent=self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(scaled(110))
        self.field = Field(tr("&What worries you, and about whom"), self.text, parent=self)
        self.left = text_label(look="muted", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.send = QPushButton(tr("&Send, sealed"), self)
        self.send.setObjectName("primary")
        self.drop = QPushButton(tr("Do &not send"), self)
        self._lay_out()
        self.text.textChanged.connect(self._measure)
        self.send.clicked.connect(self._send)
        self.drop.clicked.connect(self.reject)
        self.text.setPlainText(about)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.setFocusProxy(self.text)
        self.text.setFocus()
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Escape leave an empty sheet; words are thrown away by the button that says so."""
        if event.key() == Qt.Key.Key_Escape and self.text.toPlainText().strip():
            self.drop.setFocus()
        else:
            super().keyPressEvent(event)

    def done(self, answer: int) -> None:
        """Forget the words, whichever way the sheet is left."""
        self.text.clear()
        super().done(answer)

    @Slot()
    def _measure(self) -> None:
        text = self.text.toPlainText()
        room = room_left(text)
        if room < 0:
            words = tr("This text is too long. Write the essential: the compartment's holders will come and ask.")
        elif room < _NEARLY_FULL:
            words = trn("Room for about {n} more letter.", "Room for about {n} more letters.", room)
        else:
            words = ""
        self.left.setText(words)
        self.left.setVisible(bool(words))
        ready = bool(text.strip()) and room >= 0 and self.rooms is not None
        self.send.setEnabled(ready)
        self.send.setToolTip("" if ready else words or tr("Write what worries you first."))

    @Slot()
    def _send(self) -> None:
        if self.rooms is None:
            return
        try:
            self._shell.centre.cases.drop_in(self.rooms.code(), self.text.toPlainText().strip())
        except DeskError as refusal:
            self.refusal.setText(refusal.explain())
            self.refusal.show()
            return
        self._shell.toast(tr("Your worry is sent, sealed. You cannot read it again."))
        self.accept()

    def _lay_out(self) -> None:
        put_icon(self.send, "send", "on_primary", 18)
        words = tr(
            "Those who follow people will read these words and who wrote them; nobody else can. "
            "Once sent, you cannot read them again yourself. In danger, speak to a colleague first."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(text_label(tr("Raise a worry"), "heading", parent=self))
        column.addWidget(text_label(words, wrap=True, parent=self))
        if self.rooms is not None:
            column.addWidget(text_label(tr("To whom"), "fieldLabel", parent=self))
            column.addWidget(self.rooms)
        column.addWidget(self.closed)
        column.addWidget(self.field, 1)
        column.addWidget(self.left)
        column.addWidget(self.refusal)
        column.addLayout(act_row(self.drop, self.send))
        self.closed.setVisible(self.rooms is None)
        self.refusal.hide()


def half_written(window: QWidget) -> str:
    """Give the words on the sheet that is open over `window`, or nothing."""
    sheets = (one for one in window.findChildren(WorryDialog) if one.isVisible())
    return next((one.text.toPlainText().strip() for one in sheets), "")


def _closed(rooms: Sequence[WorryRoom]) -> str:
    return (
        ""
        if any(room.receives for room in rooms)
        else tr("Nobody receives these worries yet. Speak to the coordination today.")
    )
