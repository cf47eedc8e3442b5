"""The accounts: who may sign in, with which roles; a new one, another role, a way out and a way back in."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.account_lines import AccountLine
from desktop.views.administration.account_acts import AccountActs
from desktop.views.administration.account_form import AccountForm
from desktop.views.administration.account_table import COLUMNS
from desktop.views.administration.password_asking import PasswordAsking
from desktop.views.administration.section import Section
from desktop.views.shared.icons import put_icon
from desktop.views.shared.line_table import LineTable
from desktop.views.shared.shell import Shell
from desktop.views.shared.tables import plain_table


class AccountsSection(Section):
    """The list with its acts, and the form that takes its place for a new account or other roles."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("One account for each colleague, never shared. Managing accounts opens no sealed case.")
        super().__init__(tr("Accounts"), about, parent)
        self._shell, self._accounts = shell, shell.centre.accounts
        self.table = LineTable(COLUMNS)
        self.new = QPushButton(tr("&New account"), self)
        self.new.setObjectName("primary")
        put_icon(self.new, "plus", "on_primary")
        self.asking = PasswordAsking(self._accounts.terms, self)
        self.form = AccountForm(shell, self.asking, self)
        self.acts = AccountActs(shell, self.asking, self)
        self.stack = QStackedWidget(self)
        self.top.addWidget(self.new)
        self._lay_out()
        self.new.clicked.connect(self.form.begin_new)
        self.new.clicked.connect(self._show_form)
        self.form.left.connect(self.show_list)
        self.acts.changed.connect(self.refresh)
        self.acts.roles_asked.connect(self._change_roles)
        self.lines.selectionModel().selectionChanged.connect(self._choose)

    @Slot()
    def refresh(self) -> None:
        """Read the accounts again; the chosen one stays chosen."""
        chosen = self.acts.line
        try:
            found = self._accounts.accounts()
        except DeskError as refusal:
            self.say(refusal)
            return
        self.table.show_lines(found)
        rows = [row for row, line in enumerate(found) if chosen and line.id == chosen.id]
        self.lines.selectRow(rows[0] if rows else 0)

    def fold(self, *, narrow: bool) -> None:
        """Keep names, roles and states."""
        super().fold(narrow=narrow)
        self.lines.setColumnHidden(1, narrow)

    @Slot()
    def show_list(self) -> None:
        """Go back from the form to the list."""
        self.stack.setCurrentIndex(0)
        self.new.show()
        self.refresh()
        self.lines.setFocus()

    @Slot()
    def _show_form(self) -> None:
        self.stack.setCurrentWidget(self.form)
        self.new.hide()
        self.form.setFocus()

    @Slot(object)
    def _change_roles(self, line: AccountLine) -> None:
        self.form.begin_change(line)
        self._show_form()

    @Slot()
    def _choose(self) -> None:
        rows = self.lines.selectionModel().selectedRows()
        self.acts.show_account(self.table.line(rows[0].row()) if rows else None)

    def _lay_out(self) -> None:
        page = QWidget(self)
        self.lines = plain_table(self.table, tr("Accounts"), page, wide=2)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.lines, 1)
        column.addWidget(self.acts)
        self.stack.addWidget(page)
        self.stack.addWidget(self.form)
        self.column.addWidget(self.stack, 1)
