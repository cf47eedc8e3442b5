"""Putting a backup in place of a vault: as of its day, but reviving nobody (`keys.md` 3, Restore)."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.rights import Permission
from desktop.storage.anchors import OlderThanAnchor
from desktop.storage.chain_rows import staff_name
from desktop.storage.faults import DiskTrouble
from desktop.storage.folder import VaultFolder
from desktop.storage.former import Former, Losses, revive_nobody
from desktop.storage.instance_lock import only_instance
from desktop.storage.manifest import BackupDamaged, Manifest
from desktop.storage.opening import OpenVault, open_vault
from desktop.storage.staging import put_in_place, staged
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vault.certificates import again
from desktop.vault.device import next_device_card
from desktop.vault.identity import Identity
from desktop.vault.refusals import NotGranted


class ShutOutSince(DeskError):
    """Whoever restores may no longer sign in to the vault that stands there."""

    sentence = mark(
        "The vault that stands in {folder} no longer lets this account in. "
        "Restore with another account, or into another folder."
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """An account that opens again only once an administrator confirmed it."""

    login: str
    name: str


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put where, where the former vault went, what its journal loses, and which accounts wait.

    `device_renewed` is false when whoever restored could not give the device new keys: they do not hold the root.
    """

    folder: Path
    manifest: Manifest
    former: Path | None
    losses: Losses
    waiting: tuple[Waiting, ...]
    device_renewed: bool


def restore(source: Path, target: Path, login: str, password: str, at: datetime) -> Restored:
    """Put the backup folder `source` in place as the vault `target`, opened by `login` as of its day.

    It is made ready beside its place: until it is whole and settled, what stands in `target` is not touched.

    Raises:
        BackupDamaged: a file of the backup is missing or has other bytes.
        AlreadyOpen: the vault there is in use.
        NotAllowed: `login` was no keeper of backups on that day.
        ShutOutSince: the vault there no longer lets `login` in.
        DeskError: the password is not that of the day, or the disk fails.
    """
    try:
        with staged(source, target, at) as (fresh, manifest):
            with ExitStack() as held:
                if target.exists() and any(target.iterdir()):
                    held.enter_context(only_instance(VaultFolder(target).lock))
                vault = open_vault(fresh, login, password)
                held.callback(vault.close)
                losses, waiting, renewed = _settle(vault, manifest, Former(VaultFolder(target), vault.headers.dek))
            return Restored(target, manifest, put_in_place(fresh, target, at), losses, waiting, renewed)
    except OlderThanAnchor as problem:
        raise BackupDamaged from problem
    except OSError as problem:
        raise DiskTrouble from problem


def _settle(vault: OpenVault, manifest: Manifest, former: Former) -> tuple[Losses, tuple[Waiting, ...], bool]:
    """Keep everybody out whom the former vault keeps out, compare both journals, and write it down.

    A rotation of the data key has its place after this, on the settled vault.
    """
    own = vault.desk.keys.identity.kid
    with vault.desk.begin(Permission.KEEP_BACKUPS) as work:
        if former.shuts_out(own, vault.headers.current()):
            raise ShutOutSince(folder=former.folder.path)
        losses = former.losses(work.connection, manifest.head)
        trusted = former.trusted()
        vault.headers.rewrite(work.connection, lambda header: revive_nobody(header, own, trusted))
        renewed = _renew_device(vault, work)
        work.trace("restore vault", "vault", manifest.head.seq)
        inside = {slot.kid for slot in vault.headers.current().slots if slot.dek}
        waiting = [
            Waiting(*staff_name(work.connection, cert.uid))
            for cert in vault.desk.keys.ledger.certs.values()
            if cert.what == "user" and cert.active and cert.card.kid not in inside
        ]
    return losses, tuple(sorted(waiting, key=lambda one: one.login)), renewed


def _renew_device(vault: OpenVault, work: UnitOfWork) -> bool:
    """Give the device new keys, for the copy that was restored may lie in other hands too."""
    keys, device = vault.desk.keys, vault.headers.current().vault
    cert, card = keys.ledger.certs[device], keys.card(device)
    try:
        root = Identity(keys.key(keys.card(keys.org)))
    except NotGranted:
        return False
    if not cert.active:
        return False
    fresh = Identity.fresh()
    work.sign(device, "cert", again(cert, card=fresh.card), by=root)
    work.sign(device, "card", next_device_card(keys.org, card, root, fresh), by=root)
    return True
