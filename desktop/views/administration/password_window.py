"""The person's own window: a password chosen where no administrator is signed in, and the symbols to compare."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.account_asking import Terms
from desktop.services.account_keys import AccountRequest
from desktop.services.passwords import WeakPassword
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.labels import text_label
from desktop.views.shared.password_fields import PasswordFields
from desktop.views.shared.style import scaled


class PasswordWindow(QWidget):
    """Asks for the password twice, makes the request beside the screen, then shows its fingerprint until closed."""

    made = Signal(object)  # AccountRequest

    def __init__(
        self, login: str, terms: Terms, known: Sequence[str] = (), tasks: BackgroundTasks | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("signIn")
        self.setWindowTitle("Jatigi")
        self._login, self._terms, self._known = login, terms, known
        self._tasks = tasks or BackgroundTasks(self)
        self.words = text_label(wrap=True, parent=self)
        self.words.setText(tr("{login}, choose your password. Nobody else sees it, and nobody can find it again.",
                              login=login))  # fmt: skip
        self.fields = PasswordFields([login, *known], self._tasks, parent=self)
        self.seen = text_label(look="title", parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.act = QPushButton(tr("&Choose this password"), self)
        self.act.setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        for widget in (self.words, self.fields, self.seen, self.refusal, self.act):
            column.addWidget(widget)
        self.seen.hide()
        self.refusal.hide()
        self.setFixedWidth(scaled(440))
        self.act.clicked.connect(self._choose)
        self.fields.first.returnPressed.connect(self.fields.second.setFocus)
        self.fields.second.returnPressed.connect(self._choose)
        self.fields.setFocus()

    @Slot()
    def _choose(self) -> None:
        if not self.act.isEnabled() or not self.fields.are_right():
            return
        self.act.setEnabled(False)
        password = self.fields.first.text()
        self._tasks.run(
            self,
            lambda: self._terms.request(self._login, password, self._known),
            done=self._show,
            refused=self._refuse,
        )

    def _show(self, request: AccountRequest) -> None:
        self.fields.wipe()
        self.fields.hide()
        self.words.setText(tr("Compare these symbols with the administrator’s screen, then close this window."))
        self.seen.setText(request.fingerprint)
        self.seen.show()
        self.act.setText(tr("&Close"))
        self.act.clicked.disconnect()
        self.act.clicked.connect(self.close)
        self.act.setEnabled(True)
        self.act.setFocus()
        self.adjustSize()
        self.made.emit(request)

    def _refuse(self, refusal: DeskError) -> None:
        self.act.setEnabled(True)
        if isinstance(refusal, WeakPassword):
            self.fields.refuse(refusal)
            return
        self.refusal.setText(refusal.explain())
        self.refusal.show()
