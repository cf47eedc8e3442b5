"""Opening a vault: every check in its order, wrong password and damaged file told apart (`keys.md` 3, Unlock)."""

from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.base import now
from desktop.rights import Permission, Role
from desktop.storage.anchors import read_anchors, refuse_older
from desktop.storage.chain_rows import continue_keys, load, read_meta, staff_name
from desktop.storage.clock import steady_clock
from desktop.storage.engine import Engines, open_engines
from desktop.storage.faults import DiskFault
from desktop.storage.folder import VaultFolder
from desktop.storage.hardening import harden
from desktop.storage.header_file import HeaderFile, load_headers, refuse_old_header
from desktop.storage.instance_lock import only_instance
from desktop.storage.migrate import ForeignFile, upgrade
from desktop.storage.network_share import refuse_network_share
from desktop.storage.quick_check import check_before_use, mark_closed, mark_open
from desktop.storage.reserve import giving_room, refill_reserve
from desktop.storage.throttle import Throttle
from desktop.storage.unit_of_work import Desk, Member
from desktop.storage.witness import Witness
from desktop.vault.derive import Kdf, login_tag, password_bytes
from desktop.vault.header import Header
from desktop.vault.identity import Identity
from desktop.vault.keyring import Keyring
from desktop.vault.ledger import Ledger
from desktop.vault.refusals import DamagedHeader, SealBroken, WrongPassword
from desktop.vault.slots import open_dek, open_slot


class NoVault(DeskError):
    """Nothing in the folder is a vault."""

    sentence = mark("There is no vault in {folder}.")


class Suspended(DeskError):
    """The account exists and may not be used now."""

    sentence = mark("This account is suspended. Speak to the coordination.")


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


@dataclass(frozen=True, slots=True)
class _Unlocked:
    header: Header
    identity: Identity
    root_e: bytes
    dek: bytes


def open_vault(folder: Path, login: str, password: str) -> OpenVault:
    """Unlock the vault in `folder` and sit `login` at its desk.

    Raises:
        DeskError: the sentence says what is wrong: the password, the account, the files, or who holds them.
    """
    harden()
    files = VaultFolder(folder)
    if not files.header.exists() and not files.spare_header.exists():
        raise NoVault(folder=folder)
    refuse_network_share(folder)
    with ExitStack() as held, giving_room(files.reserve):
        held.enter_context(only_instance(files.lock))
        files.clean_leftovers()
        unlocked = _unlock(files, login, password)
        database = files.database(f"data-{unlocked.header.n}.db")
        upgrade(database, unlocked.dek)
        checked = check_before_use(database, unlocked.dek, now())
        engines = open_engines(database, unlocked.dek)
        held.callback(engines.close)
        witness = Witness(unlocked.identity, files.anchors)
        desk = _sit(engines, files, unlocked, witness)
        with desk.begin(Permission.USE_PROGRAM) as work:
            mark_open(work.connection, work.now if checked else None)
            work.trace("sign in")
            if checked:
                work.trace("check", "vault", checked.outcome)
        refill_reserve(files.reserve)
        return OpenVault(desk, HeaderFile(files, unlocked.dek), engines, witness, held.pop_all())


def _unlock(files: VaultFolder, login: str, password: str) -> _Unlocked:
    throttle = Throttle(files.throttle)
    throttle.check()
    refusals: list[DeskError] = []
    for header in load_headers(files):
        try:
            unlocked = _unlock_with(header, login, password)
        except (WrongPassword, DamagedHeader) as refusal:
            refusals.append(refusal)
        else:
            throttle.succeeded()
            return unlocked
    if isinstance(refusals[0], WrongPassword):
        throttle.failed()
    raise refusals[0]


def _unlock_with(header: Header, login: str, password: str) -> _Unlocked:
    slot = header.slot_of(login_tag(header.org, login))
    if slot is None:
        # An unknown login costs and says the same as a wrong password.
        known = next((one.kdf for one in header.slots if one.kind == "password"), None)
        (known.again() if known else Kdf.fresh()).key_from(password_bytes(password))
        raise WrongPassword
    identity, root_e = open_slot(slot, header.org, password_bytes(password))
    if not slot.dek:
        raise Suspended
    try:
        dek = open_dek(slot, identity, header.vault, header.org, header.n)
    except SealBroken as problem:
        raise DamagedHeader from problem
    header.check_door(root_e, dek)
    if not header.is_sealed_by(dek):
        raise DamagedHeader
    return _Unlocked(header, identity, root_e, dek)


def _sit(engines: Engines, files: VaultFolder, unlocked: _Unlocked, witness: Witness) -> Desk:
    with engines.reader.begin() as connection:
        _refuse_foreign(connection, unlocked.header)
        refuse_older(connection, read_anchors(files.anchors))
        continue_keys(connection)
        clock = steady_clock(connection)
        ledger = Ledger.replay(unlocked.header.org, unlocked.root_e, load(connection))
        cert = ledger.cert_of(unlocked.identity.kid)
        if cert is None or not cert.active:
            raise Suspended
        login, name = staff_name(connection, cert.uid)
    roles = frozenset(Role(role) for role in cert.roles)
    member = Member(cert.uid, login, name, roles, cert.sites)
    return Desk(engines, member, Keyring(cert.uid, unlocked.identity, ledger, clock.today), witness)


def _refuse_foreign(connection: sa.Connection, header: Header) -> None:
    meta = read_meta(connection)
    if meta.get("vault") != header.vault.bytes or meta.get("org") != header.org.bytes:
        raise ForeignFile
    refuse_old_header(connection, header)
