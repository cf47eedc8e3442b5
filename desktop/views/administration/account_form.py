"""A new account, or other roles for one that stands."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.account_keys import AccountRequest
from desktop.services.account_lines import AccountLine
from desktop.services.accounts import LoginTaken
from desktop.views.administration.account_fields import AccountFields
from desktop.views.administration.comparison import Comparison
from desktop.views.administration.password_asking import PasswordAsking
from desktop.views.shared.acts import act_row
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell


class AccountForm(QWidget):
    """Takes a login, a name, roles and sites; the password is chosen by the person, in a window of their own."""

    left = Signal()

    def __init__(self, shell: Shell, asking: PasswordAsking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._accounts, self._asking = shell, shell.centre.accounts, asking
        self._line: AccountLine | None = None
        self.title = text_label(look="strong", wrap=True, parent=self)
        self.fields = AccountFields(shell.centre.setup.sites(), shell.centre.compartments.unborn(), self)
        self.comparison = Comparison(tr("It is the same: create the account"), self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.act, self.leave = QPushButton(self), QPushButton(tr("Back to the &list"), self)
        self.act.setObjectName("primary")
        self._lay_out()
        self.act.clicked.connect(self._go_on)
        self.leave.clicked.connect(self.give_up)
        self.comparison.agreed.connect(self._create)
        self.comparison.comparing.connect(self.act.setHidden)
        self.setFocusProxy(self.fields)

    @Slot()
    def begin_new(self) -> None:
        """Take a new account."""
        self._begin(None)
        self.title.setText(tr("A new account"))
        self.act.setText(tr("The person chooses a &password…"))

    def begin_change(self, line: AccountLine) -> None:
        """Change the roles of an account that stands."""
        self._begin(line)
        self.title.setText(tr("Roles of {name}", name=line.name))
        self.act.setText(tr("&Save"))

    @Slot()
    def give_up(self) -> None:
        """Go back to the list; nothing was written."""
        self._asking.stop()
        self.comparison.give_up()
        self.left.emit()

    @Slot()
    def _go_on(self) -> None:
        self._refuse(None)
        if not self.fields.are_right():
            return
        if self._line is None:
            self.comparison.wait()
            login, name = (field.text().strip() for field in (self.fields.login, self.fields.name))
            self._asking.ask(login, name, self.comparison.compare, self.comparison.refuse)
            return
        line, given = self._line, self.fields.given()
        try:
            self._accounts.appoint(line.id, given.roles, sites=given.sites, founds=given.founds)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self._shell.toast(
            tr("{name} has these roles from the next sign-in.", name=line.name),
            lambda: self._accounts.appoint(line.id, [*line.roles], sites=[*line.sites], founds=[*line.founds]),
        )
        self.left.emit()

    @Slot(object)
    def _create(self, request: AccountRequest) -> None:
        name, given = self.fields.name.text().strip(), self.fields.given()
        try:
            self._accounts.add(request, name, given.roles, founds=given.founds, sites=given.sites)
        except LoginTaken as refusal:
            self.fields.login_field.refuse(refusal)
            self.fields.login.setFocus()
        except DeskError as refusal:
            self._refuse(refusal)
        else:
            self._shell.toast(tr("{name} may sign in as {login}.", name=name, login=request.login))
            self.left.emit()

    def _begin(self, line: AccountLine | None) -> None:
        self._line = line
        self._asking.stop()
        self.comparison.give_up()
        self._refuse(None)
        self.fields.show_account(line)

    def _refuse(self, refusal: DeskError | None) -> None:
        self.refusal.setText(refusal.explain() if refusal else "")
        self.refusal.setVisible(refusal is not None)

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(scroll.focusPolicy().NoFocus)
        self.fields.setObjectName("scrolled")
        scroll.setWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(scroll, 1)
        column.addWidget(self.refusal)
        column.addWidget(self.comparison)
        column.addLayout(act_row(self.leave, self.act))
