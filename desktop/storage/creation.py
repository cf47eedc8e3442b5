"""Making a vault: its keys, its first account, its paper, its empty database (`keys.md` 3, Create)."""

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid4

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.accounts import Staff
from desktop.models.base import now, table_of
from desktop.models.keys import uuid7
from desktop.storage import journal
from desktop.storage.chain_rows import store, write_meta
from desktop.storage.engine import Engines, open_engines
from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import kept_inside, save_header
from desktop.storage.migrate import create_database
from desktop.storage.reserve import RESERVE_BYTES, keep_reserve
from desktop.vault.calibration import calibrated
from desktop.vault.certificates import cert_data
from desktop.vault.derive import Kdf, login_key, password_bytes
from desktop.vault.device import first_device_card
from desktop.vault.header import Header, sign_door
from desktop.vault.identity import Identity
from desktop.vault.records import Record, sign_record
from desktop.vault.recovery import Paper, make_paper
from desktop.vault.slots import PAPER_LOGIN, give_dek, make_slot
from desktop.vault.writing import NewKey, card_data


class VaultExists(DeskError):
    """The folder holds a vault already; it is never written over."""

    sentence = mark("There is already something in {folder}. Choose an empty folder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultPlan:
    """What a new vault needs to know; `kdf` says what each password attempt costs, measured here unless given."""

    organisation: str
    login: str
    name: str
    password: str
    roles: tuple[str, ...] = ("coordination", "administration")
    kdf: Kdf = field(default_factory=calibrated)
    reserve: int = RESERVE_BYTES


@dataclass(frozen=True, slots=True)
class CreatedVault:
    """The new vault's folder, and the eight groups of its recovery paper, shown once."""

    folder: Path
    paper: list[str]


@dataclass(frozen=True, slots=True)
class _Keys:
    org: UUID
    vault: UUID
    uid: UUID
    dek: bytes
    root: Identity
    person: Identity
    device: Identity
    paper: Paper


@dataclass(frozen=True, slots=True)
class PreparedVault:
    """A vault in memory only, its paper being printed; dropped, it leaves nothing behind."""

    plan: VaultPlan
    keys: _Keys

    @property
    def paper(self) -> Paper:
        """Give the recovery paper to print and to type back."""
        return self.keys.paper


def prepare_vault(plan: VaultPlan) -> PreparedVault:
    """Make the keys of a new vault and its paper."""
    org, root = uuid4(), Identity.fresh()
    paper = make_paper(org, root.card.e, plan.kdf.again())
    fresh = _Keys(org, uuid4(), uuid7(), secrets.token_bytes(32), root, Identity.fresh(), Identity.fresh(), paper)
    return PreparedVault(plan, fresh)


def write_vault(folder: Path, prepared: PreparedVault) -> CreatedVault:
    """Write a prepared vault into `folder`, which must be empty or not exist.

    Raises:
        NotTypedBack: its paper was not typed back.
        VaultExists: something is in the folder.
    """
    prepared.paper.require_typed_back()
    return _write(folder, prepared.keys, prepared.plan)


def create_vault(folder: Path, plan: VaultPlan) -> CreatedVault:
    """Make an invented vault, whose paper nobody prints.

    Raises:
        VaultExists: something is in the folder.
    """
    return _write(folder, prepare_vault(plan).keys, plan)


def _write(folder: Path, keys: _Keys, plan: VaultPlan) -> CreatedVault:
    if folder.exists() and any(folder.iterdir()):
        raise VaultExists(folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    files, header = VaultFolder(folder), _header(keys, plan)
    files.backups.mkdir()
    database = files.database()
    create_database(database, keys.dek)
    engines = open_engines(database, keys.dek)
    try:
        _fill(engines, keys, plan, header)
    finally:
        engines.close()
    keep_reserve(files.reserve, plan.reserve)
    save_header(files, header)
    return CreatedVault(folder, keys.paper.groups)


def _header(keys: _Keys, plan: VaultPlan) -> Header:
    root_e = keys.root.card.e
    secret = password_bytes(plan.password)
    person = make_slot(keys.org, "password", plan.login, secret, keys.person, root_e, plan.kdf)
    paper_kdf = plan.kdf.again()
    paper = make_slot(keys.org, "paper", PAPER_LOGIN, keys.paper.code, keys.paper.identity, root_e, paper_kdf)
    slots = tuple(
        give_dek(slot, identity.card.x, keys.dek, keys.vault, keys.org, 1)
        for slot, identity in ((person, keys.person), (paper, keys.paper.identity))
    )
    body, signature = sign_door(keys.root, keys.org, keys.vault, 1, keys.dek)
    return Header(keys.org, keys.vault, 1, 1, body, signature, slots).sealed(keys.dek)


def _fill(engines: Engines, keys: _Keys, plan: VaultPlan, header: Header) -> None:
    moment = now()
    with engines.writer.begin() as connection:
        write_meta(connection, {
            "org": keys.org.bytes,
            "vault": keys.vault.bytes,
            "organisation": plan.organisation.encode(),
            **kept_inside(header),
        })  # fmt: skip
        for record in _records(keys, plan, moment.isoformat()):
            store(connection, record)
        _add_staff(connection, keys.uid, plan)
        journal.append(connection, journal.Line(moment, b"", keys.uid, "create vault", "vault", str(keys.vault)))


def _records(keys: _Keys, plan: VaultPlan, at: str) -> list[Record]:
    new = NewKey(what="root", obj=keys.org, key=keys.root.seed, public=keys.root.card, paper=keys.paper.data)
    holders = [(keys.person.card, None, None), (keys.paper.identity.card, None, None)]
    person = cert_data(keys.uid, "user", keys.person.card, roles=list(plan.roles), sites=[], founds=[])
    device = cert_data(keys.vault, "device", keys.device.card, roles=[], sites=[], founds=[])
    certified = sign_record(keys.root, keys.org, keys.vault, None, "cert", at, device)
    card = first_device_card(keys.org, keys.vault, keys.root.card, keys.device)
    return [
        sign_record(keys.root, keys.org, keys.org, None, "card", at, card_data(keys.org, new, holders)),
        sign_record(keys.root, keys.org, keys.uid, None, "cert", at, person),
        certified,
        sign_record(keys.root, keys.org, keys.vault, certified, "card", at, card),
    ]


def _add_staff(connection: sa.Connection, uid: UUID, plan: VaultPlan) -> None:
    row = {"id": uid, "login": plan.login, "login_key": login_key(plan.login), "name": plan.name}
    connection.execute(table_of(Staff).insert(), row)
