"""The sign-in window; it needs Qt and no library besides, so that it appears at once."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.caps_lock import CapsLockWatch
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.sign_in.pause import Pause


class SignInWindow(QWidget):
    """Asks for a login and a password, and says refusals beneath them.

    `login` is what was typed here last, `hint` what somebody who tries the demonstration must know.
    """

    asked = Signal(str, str)  # login, password

    def __init__(self, place: str, login: str = "", hint: str = "") -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self.login = QLineEdit(login, self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton(tr("Sign in"), self)
        self.button.setObjectName("primary")
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.refusal.hide()
        self.caps = text_label(tr("Caps Lock is on."), "notice", wrap=True, parent=self)
        self.caps.hide()
        self._caps = CapsLockWatch(self.password, self.caps)
        self._pause = Pause(self.refusal, self)
        self._pause.over.connect(self.ready)
        self._lay_out(place, hint)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._ask)
        self.button.clicked.connect(self._ask)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self).activated.connect(self.ask_somebody_else)
        (self.password if login else self.login).setFocus()

    @Slot()
    def _ask(self) -> None:
        self.refusal.hide()
        for field in (self.login, self.password):
            if not field.text().strip():
                field.setFocus()
                return
        self._wait(waiting=True)
        self.asked.emit(self.login.text().strip(), self.password.text())

    def refuse(self, refusal: DeskError) -> None:
        """Say why nobody was let in; the login stays, the password is typed again, after the pause if there is one."""
        self.refusal.setText(refusal.explain())
        self.refusal.show()
        self.password.clear()
        if not self._pause.begin(refusal):
            self.ready()

    @Slot()
    def ready(self) -> None:
        """Take a login and a password again."""
        self._wait(waiting=False)
        (self.password if self.login.text() else self.login).setFocus()

    @Slot()
    def ask_somebody_else(self) -> None:
        """Empty both fields for a colleague; a pause that is counted down goes on."""
        self.login.clear()
        self.password.clear()
        self.login.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self.button.setText(tr("Opening…") if waiting else tr("Sign in"))
        for widget in (self.login, self.password, self.button):
            widget.setDisabled(waiting)

    def _lay_out(self, place: str, hint: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(10)
        column.addWidget(text_label("Jatigi", "title", parent=self))
        column.addWidget(text_label(place, "muted", wrap=True, parent=self))
        column.addSpacing(6)
        for words, field in ((tr("&Login"), self.login), (tr("&Password"), self.password)):
            label = text_label(words, "fieldLabel", parent=self)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.caps)
        column.addWidget(self.refusal)
        column.addSpacing(6)
        column.addWidget(self.button)
        if hint:
            column.addSpacing(6)
            column.addWidget(text_label(hint, "muted", wrap=True, parent=self))
        self.setFixedWidth(scaled(420))
