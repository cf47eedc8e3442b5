"""The sign-in window; it needs Qt and no library besides, so that it appears at once."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.caps_lock import CapsLockWatch
from desktop.views.shared.fitting_dialog import fit
from desktop.views.shared.labels import text_label
from desktop.views.shared.style import scaled
from desktop.views.sign_in.pause import Pause


class SignInWindow(QWidget):
    """Asks for a login and a password, and says refusals beneath them.

    `login` is what was typed here last, `hint` what somebody who tries the demonstration must know.
    """

    asked = Signal(str, str)  # login, password
    paper_asked = Signal()  # somebody of the administration has lost their password and has the recovery paper

    def __init__(self, place: str, login: str = "", hint: str = "") -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self.login = QLineEdit(login, self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton(tr("Sign in"), self)
        self.button.setObjectName("primary")
        self.paper = QPushButton(tr("I have the &recovery paper…"), self)
        self.paper.setObjectName("quiet")
        self.paper.setVisible(not hint)  # the invented centre has accounts for everybody, and no paper
        self.said = text_label(look="notice", wrap=True, parent=self)
        self.said.hide()
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
        self.paper.clicked.connect(self.paper_asked)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self).activated.connect(self.ask_somebody_else)
        (self.password if login else self.login).setFocus()

    @Slot()
    def _ask(self) -> None:
        self.refusal.hide()
        self.said.hide()
        for field in (self.login, self.password):
            if not field.text().strip():
                field.setFocus()
                return
        self._wait(waiting=True)
        self.asked.emit(self.login.text().strip(), self.password.text())

    def event(self, event: QEvent) -> bool:
        """Fit again when a sentence in it asks for more lines or fewer."""
        taken = super().event(event)
        fit(self, event)
        return taken

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

    def welcome_back(self, login: str, words: str) -> None:
        """Say to whoever has a new password what to do with it, their login typed for them."""
        self.ask_somebody_else()
        self.refusal.hide()
        self.said.setText(words)
        self.said.show()
        self.login.setText(login)
        self.password.setFocus()

    def _wait(self, *, waiting: bool) -> None:
        self.button.setText(tr("Opening…") if waiting else tr("Sign in"))
        for widget in (self.login, self.password, self.button, self.paper):
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
        for widget in (self.caps, self.said, self.refusal):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.button)
        column.addWidget(self.paper)
        if hint:
            column.addSpacing(6)
            column.addWidget(text_label(hint, "muted", wrap=True, parent=self))
        self.setFixedWidth(scaled(420))
