"""The accounts as a table."""

from desktop.i18n import mark, tr
from desktop.rights import ROLE_WORDS, Role
from desktop.services.account_lines import AccountLine
from desktop.views.shared.line_table import ColumnOf

STATE_WORDS = {
    "active": mark("Open"),
    "suspended": mark("Suspended"),
    "waiting": mark("To confirm"),
    "ended": mark("Ended"),
}
_KINDS = {"active": "ok", "suspended": "bad", "waiting": "warning"}


def role_words(line: AccountLine) -> str:
    """Name the roles of an account, in the order of the table of rights."""
    return ", ".join(tr(ROLE_WORDS[role]) for role in Role if role in line.roles)


COLUMNS: tuple[ColumnOf[AccountLine], ...] = (
    ColumnOf(heading=mark("Name"), show=lambda line: line.name, width=190, names_somebody=True),
    ColumnOf(heading=mark("Login"), show=lambda line: line.login, width=120, names_somebody=True),
    ColumnOf(heading=mark("Roles"), show=role_words),
    ColumnOf(
        heading=mark("State"),
        show=lambda line: tr(STATE_WORDS[line.state]),
        kind=lambda line: _KINDS.get(line.state, "quiet"),
        width=140,
    ),
)
