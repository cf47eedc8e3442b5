"""The sign-in window; it needs Qt and no library besides, so that it appears at once."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr


class SignInWindow(QWidget):
    """Asks for a login and a password, and says refusals beneath them."""

    asked = Signal(str, str)  # login, password

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self.login = QLineEdit(self)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.button = QPushButton(tr("Sign in"), self)
        self.button.setObjectName("primary")
        self.refusal = QLabel(self)
        self.refusal.setObjectName("refusal")
        self.refusal.setWordWrap(True)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.refusal.hide()
        self._lay_out(place)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._ask)
        self.button.clicked.connect(self._ask)
        self.login.setFocus()

    @Slot()
    def _ask(self) -> None:
        self.refusal.hide()
        for field in (self.login, self.password):
            if not field.text().strip():
                field.setFocus()
                return
        self._wait_for_answer(waiting=True)
        self.asked.emit(self.login.text().strip(), self.password.text())

    def refuse(self, refusal: DeskError) -> None:
        """Say why nobody was let in; the login stays, the password is typed again."""
        self._wait_for_answer(waiting=False)
        self.refusal.setText(refusal.explain())
        self.refusal.show()
        self.password.clear()
        self.password.setFocus()

    def _wait_for_answer(self, *, waiting: bool) -> None:
        self.button.setText(tr("Opening…") if waiting else tr("Sign in"))
        for widget in (self.login, self.password, self.button):
            widget.setDisabled(waiting)

    def _lay_out(self, place: str) -> None:
        title = QLabel("Jatigi", self)
        title.setObjectName("title")
        where = QLabel(place, self)
        where.setObjectName("muted")
        where.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(where)
        for words, field in ((tr("&Login"), self.login), (tr("&Password"), self.password)):
            label = QLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.refusal)
        column.addWidget(self.button)
        self.setFixedWidth(420)
