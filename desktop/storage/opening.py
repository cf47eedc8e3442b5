"""Opening a vault: every check in its order, wrong password and damaged file told apart (`keys.md` 3, Unlock)."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.base import now
from desktop.rights import Permission, Role
from desktop.storage.anchors import read_anchors, refuse_older
from desktop.storage.chain_rows import continue_keys, load, read_meta, staff_name
from desktop.storage.checkpoints import refuse_rewritten, verify_checkpoints
from desktop.storage.clock import steady_clock
from desktop.storage.engine import Engines, open_engines
from desktop.storage.faults import DiskFault
from desktop.storage.folder import VaultFolder
from desktop.storage.hardening import harden
from desktop.storage.header_file import HeaderFile, refuse_old_header
from desktop.storage.instance_lock import only_instance
from desktop.storage.migrate import ForeignFile, upgrade
from desktop.storage.network_share import refuse_network_share
from desktop.storage.quick_check import check_before_use, mark_closed, mark_open
from desktop.storage.reserve import giving_room, refill_reserve
from desktop.storage.unit_of_work import Desk, Member
from desktop.storage.unlocking import KeysReplaced, Suspended, Unlocked, unlock
from desktop.storage.witness import Witness
from desktop.vault.derive import password_bytes
from desktop.vault.header import Header
from desktop.vault.keyring import Keyring
from desktop.vault.ledger import Ledger
from desktop.vault.papers import read_code
from desktop.vault.refusals import WrongPassword
from desktop.vault.slots import PAPER_LOGIN

__all__ = ["KeysReplaced", "NoVault", "NotThisPaper", "OpenVault", "Suspended", "open_by_paper", "open_vault"]


class NoVault(DeskError):
    """Nothing in the folder is a vault."""

    sentence = mark("There is no vault in {folder}.")


class NotThisPaper(DeskError):
    """The code is well typed and opens something else."""

    sentence = mark("This is not the recovery paper of this vault.")


@dataclass(slots=True)
class OpenVault:
    """An unlocked vault and whoever unlocked it."""

    desk: Desk
    headers: HeaderFile
    engines: Engines
    _witness: Witness
    _held: ExitStack

    @property
    def folder(self) -> Path:
        """Give the folder of the vault."""
        return self.headers.folder.path

    def close(self) -> None:
        """Sign the journal's head, note it outside the database, and let go of everything.

        A disk that is full or fails does not keep the vault open: it was not closed cleanly, and is checked next time.
        """
        with self._held, suppress(DiskFault):
            self._held.callback(self.headers.forget)
            with self.engines.writer.begin() as connection:
                signed = self._witness.sign(connection)
                mark_closed(connection)
            self._witness.note(signed)


_Sit = Callable[[Engines, VaultFolder, Unlocked, Witness], Desk]


def open_vault(folder: Path, login: str, password: str) -> OpenVault:
    """Unlock the vault in `folder` and sit `login` at its desk.

    Raises:
        DeskError: the sentence says what is wrong: the password, the account, the files, or who holds them.
    """
    return _open(folder, login, password_bytes(password), _sit)


def open_by_paper(folder: Path, typed: str) -> OpenVault:
    """Unlock the vault in `folder` with its recovery paper, whose desk manages accounts and nothing that is sealed.

    Raises:
        WrongPaper: a group is mistyped; it is named.
        NotThisPaper: it is well typed and opens something else.
        DeskError: as for `open_vault`.
    """
    try:
        return _open(folder, PAPER_LOGIN, read_code(typed), _sit_with_paper)
    except WrongPassword as problem:
        raise NotThisPaper from problem


def _open(folder: Path, login: str, secret: bytes, sit: _Sit) -> OpenVault:
    harden()
    files = VaultFolder(folder)
    if not files.header.exists() and not files.spare_header.exists():
        raise NoVault(folder=folder)
    refuse_network_share(folder)
    with ExitStack() as held, giving_room(files.reserve):
        held.enter_context(only_instance(files.lock))
        files.clean_leftovers()
        unlocked = unlock(files, login, secret)
        database = files.database(f"data-{unlocked.header.n}.db")
        upgrade(database, unlocked.dek)
        checked = check_before_use(database, unlocked.dek, now())
        engines = open_engines(database, unlocked.dek)
        held.callback(engines.close)
        witness = Witness(unlocked.identity, files.anchors)
        desk = sit(engines, files, unlocked, witness)
        with desk.begin(Permission.USE_PROGRAM) as work:
            mark_open(work.connection, work.now if checked else None)
            work.trace("sign in")
            if checked:
                doubts = verify_checkpoints(work.connection, desk.keys.ledger.author_key)
                work.trace("check", "vault", replace(checked, doubts=len(doubts)).outcome)
        refill_reserve(files.reserve)
        return OpenVault(desk, HeaderFile(files, unlocked.dek), engines, witness, held.pop_all())


def _sit(engines: Engines, files: VaultFolder, unlocked: Unlocked, witness: Witness) -> Desk:
    with engines.reader.begin() as connection:
        ledger, today = _replayed(connection, files, unlocked)
        cert = ledger.cert_of(unlocked.identity.kid)
        if cert is None:
            raise KeysReplaced
        if not cert.active:
            raise Suspended
        login, name = staff_name(connection, cert.uid)
    roles = frozenset(Role(role) for role in cert.roles)
    member = Member(cert.uid, login, name, roles, cert.sites)
    return Desk(engines, member, Keyring(cert.uid, unlocked.identity, ledger, today), witness)


def _sit_with_paper(engines: Engines, files: VaultFolder, unlocked: Unlocked, witness: Witness) -> Desk:
    """Sit the paper down: the journal names the vault, for a paper is nobody's account."""
    with engines.reader.begin() as connection:
        ledger, today = _replayed(connection, files, unlocked)
    vault = unlocked.header.vault
    member = Member(vault, "", "", frozenset({Role.ADMINISTRATION}))
    return Desk(engines, member, Keyring(vault, unlocked.identity, ledger, today), witness)


def _replayed(connection: sa.Connection, files: VaultFolder, unlocked: Unlocked) -> tuple[Ledger, Callable[[], date]]:
    _refuse_foreign(connection, unlocked.header)
    refuse_older(connection, read_anchors(files.anchors))
    continue_keys(connection)
    clock = steady_clock(connection)
    ledger = Ledger.replay(unlocked.header.org, unlocked.root_e, load(connection))
    refuse_rewritten(connection, ledger.author_key)
    return ledger, clock.today


def _refuse_foreign(connection: sa.Connection, header: Header) -> None:
    meta = read_meta(connection)
    if meta.get("vault") != header.vault.bytes or meta.get("org") != header.org.bytes:
        raise ForeignFile
    refuse_old_header(connection, header)
