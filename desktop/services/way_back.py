"""The way back into a vault whose account managers have all lost their passwords: its recovery paper."""

from pathlib import Path

from desktop.errors import NotFound
from desktop.i18n import mark
from desktop.rights import Permission, allowed
from desktop.services.account_keys import request_account
from desktop.services.account_lines import AccountLine
from desktop.services.accounts import AccountsService
from desktop.storage.opening import open_by_paper
from desktop.vault.derive import login_key, login_tag
from desktop.vault.papers import read_group
from desktop.vault.slots import PAPER_LOGIN


class NoWayBack(NotFound):
    """The paper brings back only those who let everybody else in again."""

    sentence = mark("“{code}” is no account of the administration. The paper gives a password to those accounts only.")


def refuse_slip(number: int, typed: str) -> None:
    """Refuse a group of a recovery paper, of this number counted from 1, that nobody can have read there.

    Raises:
        WrongPaper: it is mistyped.
    """
    read_group(number, typed)


def come_back(folder: Path, typed: str, login: str, password: str) -> str:
    """Give an account that manages accounts a new password, by the vault's paper; gives the name it bears.

    Everybody else asks that account for theirs, and the paper stays good: it is for the safe again.

    Raises:
        WrongPaper: a group is mistyped; it is named.
        NotThisPaper: it is the paper of something else.
        NoWayBack: no active account with this login manages accounts.
        WeakPassword: the password is too short or easy to guess.
    """
    vault = open_by_paper(folder, typed)
    try:
        accounts, header = AccountsService(vault.desk, vault.headers), vault.headers.current()
        line = next((one for one in accounts.accounts() if login_key(one.login) == login_key(login)), None)
        slot = header.slot_of(login_tag(header.org, PAPER_LOGIN))
        if line is None or slot is None or not _lets_others_in(line):
            raise NoWayBack(code=login)
        request = request_account(header.org, accounts.root_key(), line.login, password, slot.kdf.again(), [line.name])
        accounts.replace_password(line.id, request)
    finally:
        vault.close()
    return line.name


def _lets_others_in(line: AccountLine) -> bool:
    return line.state in {"active", "waiting"} and allowed(line.roles, Permission.MANAGE_ACCOUNTS)
