"""One's own password, changed by whoever is signed in: the present one, then the new one twice."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.own_password import NotYourPassword
from desktop.services.passwords import WeakPassword
from desktop.views.shared.acts import answer_row
from desktop.views.shared.field import Field
from desktop.views.shared.fitting_dialog import FittingDialog
from desktop.views.shared.labels import text_label
from desktop.views.shared.password_fields import PasswordFields
from desktop.views.shared.shell import Shell


class OwnPasswordDialog(FittingDialog):
    """Asks for both passwords, changes them beside the screen, and forgets what was typed."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(460, parent)
        self._shell, self._busy = shell, False
        member = shell.centre.member
        self.old = QLineEdit(self)
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self.old_field = Field(tr("Your p&resent password"), self.old, parent=self)
        self.fields = PasswordFields([member.login, member.name], shell.tasks, tr("&New password"), self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.act = QPushButton(tr("&Change my password"), self)
        self.act.setDefault(True)
        self.leave = QPushButton(tr("Cancel"), self)
        self._lay_out()
        self.act.clicked.connect(self._change)
        self.leave.clicked.connect(self.reject)
        self.setFocusProxy(self.old)
        self.old.setFocus()

    def done(self, answer: int) -> None:
        """Forget what was typed, whichever way the window is left; while the keys change it stays."""
        if self._busy:
            return
        self.old.clear()
        self.fields.wipe()
        super().done(answer)

    @Slot()
    def _change(self) -> None:
        lines = (self.old, self.fields.first, self.fields.second)
        if empty := next((line for line in lines if not line.text()), None):
            empty.setFocus()  # Enter goes on from one field to the next
            return
        self.old_field.clear_refusal()
        self.refusal.hide()
        if not self.fields.are_right():
            return
        self._wait(waiting=True)
        accounts, old, new = self._shell.centre.accounts, self.old.text(), self.fields.first.text()
        self._shell.tasks.run(
            self, lambda: accounts.change_password(old, new), done=lambda _: self._end(), refused=self._refuse
        )

    def _end(self) -> None:
        self._wait(waiting=False)
        self._shell.toast(tr("Your password is changed. Sign in with the new one from now on."))
        self.accept()

    def _refuse(self, refusal: DeskError) -> None:
        self._wait(waiting=False)
        if isinstance(refusal, NotYourPassword):
            self.old_field.refuse(refusal)
            self.old.setFocus()
            self.old.selectAll()
        elif isinstance(refusal, WeakPassword):
            self.fields.refuse(refusal)
        else:
            self.refusal.setText(refusal.explain())
            self.refusal.show()

    def _wait(self, *, waiting: bool) -> None:
        self._busy = waiting
        self.act.setText(tr("One moment…") if waiting else tr("&Change my password"))
        for widget in (self.old_field, self.fields, self.act, self.leave):
            widget.setDisabled(waiting)

    def _lay_out(self) -> None:
        words = tr("Nobody else sees it, and nobody can find it again: not even coordination.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(text_label(tr("My password"), "heading", parent=self))
        column.addWidget(text_label(words, "muted", wrap=True, parent=self))
        for widget in (self.old_field, self.fields, self.refusal):
            column.addWidget(widget)
        column.addLayout(answer_row(self.leave, self.act))
        self.refusal.hide()
