"""What can be done with the chosen account, each act beside the reason why it cannot."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.account_keys import AccountRequest
from desktop.services.account_lines import AccountLine
from desktop.views.administration.comparison import Comparison
from desktop.views.administration.password_asking import PasswordAsking
from desktop.views.shared.flow import Flow
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell, Undo


class AccountActs(QWidget):
    """Buttons over one account; suspending is undone in the toast, a lost password is compared face to face."""

    changed = Signal()
    roles_asked = Signal(object)  # AccountLine

    def __init__(self, shell: Shell, asking: PasswordAsking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._accounts, self._asking = shell, shell.centre.accounts, asking
        self.line: AccountLine | None = None
        self.why = text_label(look="muted", wrap=True, parent=self)
        self.roles, self.lost = QPushButton(tr("Change &roles…"), self), QPushButton(tr("Lost pass&word…"), self)
        self.suspend, self.back = QPushButton(tr("&Suspend"), self), QPushButton(tr("&Let back in"), self)
        self.confirm = QPushButton(tr("C&onfirm after the restore"), self)
        self.comparison = Comparison(tr("It is the same: replace the password"), self)
        for button, sign in ((self.roles, "edit"), (self.lost, "lock"), (self.suspend, "close"), (self.back, "unlock")):
            put_icon(button, sign)
        self._lay_out()
        self.roles.clicked.connect(lambda: self.roles_asked.emit(self.line))
        self.suspend.clicked.connect(self._suspend)
        self.back.clicked.connect(self._let_back)
        self.confirm.clicked.connect(self._confirm)
        self.lost.clicked.connect(self._ask_password)
        self.comparison.agreed.connect(self._replace)

    def show_account(self, line: AccountLine | None) -> None:
        """Offer what can be done with an account; an act under way for another one is given up."""
        if line is None or self.line is None or line.id != self.line.id:
            self.comparison.give_up()
        self.line = line
        own, state = line is not None and line.id == self._shell.centre.member.id, line.state if line else ""
        self.suspend.setVisible(state in {"active", "waiting"})
        self.suspend.setEnabled(not own)
        self.suspend.setToolTip(tr("Nobody suspends their own account.") if own else "")
        self.back.setVisible(state == "suspended")
        self.confirm.setVisible(state == "waiting")
        for button in (self.roles, self.lost):
            button.setEnabled(line is not None and state != "ended")
        self.why.setText(_why(line, own=own))

    @Slot()
    def _suspend(self) -> None:
        line = self._chosen()
        undo = partial(self._do, self._accounts.reinstate, line, tr("{name} may sign in again.", name=line.name))
        self._do(self._accounts.suspend, line, tr("{name} can no longer sign in.", name=line.name), undo)

    @Slot()
    def _let_back(self) -> None:
        line = self._chosen()
        undo = partial(self._do, self._accounts.suspend, line, tr("{name} can no longer sign in.", name=line.name))
        self._do(self._accounts.reinstate, line, tr("{name} may sign in again.", name=line.name), undo)

    @Slot()
    def _confirm(self) -> None:
        line = self._chosen()
        self._do(
            partial(self._accounts.confirm, seen=line.fingerprint),
            line,
            tr("{name} may sign in again.", name=line.name),
        )

    @Slot()
    def _ask_password(self) -> None:
        self.comparison.wait()
        line = self._chosen()
        self._asking.ask(line.login, line.name, self.comparison.compare, self.comparison.refuse)

    @Slot(object)
    def _replace(self, request: AccountRequest) -> None:
        line = self._chosen()
        said = tr("{name} signs in with the new password. Holders of compartments grant them again, face to face.",
                  name=line.name)  # fmt: skip
        self._do(lambda uid: self._accounts.replace_password(uid, request), line, said)

    def _do(self, act: Callable[[UUID], object], line: AccountLine, said: str, undo: Undo | None = None) -> None:
        try:
            act(line.id)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self._shell.toast(said, undo)
        self.changed.emit()

    def _chosen(self) -> AccountLine:
        if self.line is None:
            raise LookupError("the buttons are off while no account is chosen")
        return self.line

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        row = Flow(buttons)
        for button in (self.roles, self.lost, self.suspend, self.back, self.confirm):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.why, buttons, self.comparison):
            column.addWidget(widget)


def _why(line: AccountLine | None, *, own: bool) -> str:
    if line is None:
        return tr("Choose an account.")
    if own:
        return tr("This is your own account: another administrator can suspend it.")
    if line.state == "waiting":
        return tr("The vault was restored. Confirm this account once you know that the person may come back.")
    return tr("Fingerprint of {name}: {seen}", name=line.name, seen=line.fingerprint)
