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
from desktop.storage.header_file import GENERATION, save_header
from desktop.storage.migrate import create_database
from desktop.storage.reserve import RESERVE_BYTES, keep_reserve
from desktop.vault.certificates import cert_data
from desktop.vault.derive import Kdf, login_key, password_bytes
from desktop.vault.header import Header, sign_door
from desktop.vault.identity import Identity
from desktop.vault.papers import groups_of
from desktop.vault.records import Record, sign_record
from desktop.vault.slots import PAPER_LOGIN, give_dek, make_slot
from desktop.vault.writing import NewKey, Paper, card_data, make_paper


class VaultExists(DeskError):
    """The folder holds a vault already; it is never written over."""

    sentence = mark("There is already something in {folder}. Choose an empty folder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultPlan:
    """What a new vault needs to know; `kdf` says what each password attempt costs."""

    organisation: str
    login: str
    name: str
    password: str
    roles: tuple[str, ...] = ("coordination", "administration")
    kdf: Kdf = field(default_factory=Kdf.fresh)
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


def create_vault(folder: Path, plan: VaultPlan) -> CreatedVault:
    """Make a vault in `folder`, which must be empty or not exist.

    Raises:
        VaultExists: something is in the folder.
    """
    if folder.exists() and any(folder.iterdir()):
        raise VaultExists(folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    keys, files = _make_keys(plan), VaultFolder(folder)
    files.backups.mkdir()
    database = files.database()
    create_database(database, keys.dek)
    engines = open_engines(database, keys.dek)
    try:
        _fill(engines, keys, plan)
    finally:
        engines.close()
    keep_reserve(files.reserve, plan.reserve)
    save_header(files, _header(keys, plan))
    return CreatedVault(folder, groups_of(keys.paper.code))


def _make_keys(plan: VaultPlan) -> _Keys:
    org, root = uuid4(), Identity.fresh()
    paper = make_paper(org, root.card.e, Kdf.fresh(plan.kdf.m, plan.kdf.t, plan.kdf.p))
    return _Keys(org, uuid4(), uuid7(), secrets.token_bytes(32), root, Identity.fresh(), Identity.fresh(), paper)


def _header(keys: _Keys, plan: VaultPlan) -> Header:
    root_e = keys.root.card.e
    secret = password_bytes(plan.password)
    person = make_slot(keys.org, "password", plan.login, secret, keys.person, root_e, plan.kdf)
    paper_kdf = Kdf.fresh(plan.kdf.m, plan.kdf.t, plan.kdf.p)
    paper = make_slot(keys.org, "paper", PAPER_LOGIN, keys.paper.code, keys.paper.identity, root_e, paper_kdf)
    slots = tuple(
        give_dek(slot, identity.card.x, keys.dek, keys.vault, keys.org, 1)
        for slot, identity in ((person, keys.person), (paper, keys.paper.identity))
    )
    body, signature = sign_door(keys.root, keys.org, keys.vault, 1, keys.dek)
    return Header(keys.org, keys.vault, 1, 1, body, signature, slots).sealed(keys.dek)


def _fill(engines: Engines, keys: _Keys, plan: VaultPlan) -> None:
    moment = now()
    with engines.writer.begin() as connection:
        write_meta(connection, {
            "org": keys.org.bytes,
            "vault": keys.vault.bytes,
            "device": keys.device.seed,
            "organisation": plan.organisation.encode(),
            GENERATION: (1).to_bytes(8, "big"),
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
    return [
        sign_record(keys.root, keys.org, keys.org, None, "card", at, card_data(keys.org, new, holders)),
        sign_record(keys.root, keys.org, keys.uid, None, "cert", at, person),
        sign_record(keys.root, keys.org, keys.vault, None, "cert", at, device),
    ]


def _add_staff(connection: sa.Connection, uid: UUID, plan: VaultPlan) -> None:
    row = {"id": uid, "login": plan.login, "login_key": login_key(plan.login), "name": plan.name}
    connection.execute(table_of(Staff).insert(), row)
