"""What a backup says of itself: which files, how many rows, up to which line of the journal."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage import journal
from desktop.storage.faults import DiskFull
from desktop.storage.folder import VaultFolder, write_whole

FILE_NAME = "manifest.json"
_FORMAT = 1


class BackupDamaged(DeskError):
    """A backup's files are not those it was made with."""

    sentence = mark("This backup is damaged or incomplete. Choose another one.")


class NoBackup(BackupDamaged):
    """The folder is not that of a backup; above all, not the folder that holds several."""

    sentence = mark(
        "There is no whole backup in {folder}. Choose the folder of one backup: its name is the day and the hour it was"
        " made."
    )


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup in short; `digests` holds the SHA-256 of each file by name."""

    made_at: datetime
    database: str
    schema: int
    digests: dict[str, str]
    counts: dict[str, int]
    head: journal.Head


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest beside the files it speaks of."""
    content = {
        "format": _FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "database": manifest.database,
        "schema": manifest.schema,
        "digests": manifest.digests,
        "counts": manifest.counts,
        "anchor": {"seq": manifest.head.seq, "hash": manifest.head.hash.hex()},
    }
    write_whole(folder / FILE_NAME, json.dumps(content, indent=1, sort_keys=True).encode())


def read_manifest(folder: Path) -> Manifest:
    """Read a backup's manifest.

    Raises:
        NoBackup: there is none.
        BackupDamaged: it makes no sense.
    """
    if not (folder / FILE_NAME).is_file():
        raise NoBackup(folder=folder)
    try:
        found = json.loads((folder / FILE_NAME).read_bytes())
        head = journal.Head(int(found["anchor"]["seq"]), bytes.fromhex(found["anchor"]["hash"]))
        digests = {str(name): str(digest) for name, digest in found["digests"].items()}
        counts = {str(name): int(count) for name, count in found["counts"].items()}
        database = VaultFolder(folder).database(str(found["database"])).name
        made_at = datetime.fromisoformat(found["made_at"])
        if found["format"] != _FORMAT or set(digests) != {database, VaultFolder(folder).header.name}:
            raise BackupDamaged
        return Manifest(made_at, database, int(found["schema"]), digests, counts, head)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise BackupDamaged from problem


def require_whole(folder: Path) -> Manifest:
    """Compare a backup's files with its manifest and give that.

    Raises:
        BackupDamaged: a file is missing or has other bytes.
    """
    manifest = read_manifest(folder)
    for name, digest in manifest.digests.items():
        if not (folder / name).is_file() or digest_of(folder / name) != digest:
            raise BackupDamaged
    return manifest


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def refuse_without_room(folder: Path, needed: int) -> None:
    """Refuse to begin a copy that cannot fit.

    Raises:
        DiskFull: fewer than `needed` bytes are free on the disk of `folder`.
    """
    if shutil.disk_usage(folder).free < needed:
        raise DiskFull
