"""Where a restored vault is made ready, and how it changes places with what stood there: never over it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from desktop.storage.anchors import Anchor, write_anchor
from desktop.storage.folder import VaultFolder, sync_file, sync_folder
from desktop.storage.manifest import FILE_NAME, Manifest, refuse_without_room, require_whole


@contextmanager
def staged(source: Path, target: Path, at: datetime) -> Iterator[tuple[Path, Manifest]]:
    """Copy a backup beside its place, read it back, and give the copy; it goes unless it was put in place.

    Raises:
        BackupDamaged: a file of the backup is missing or has other bytes.
        DiskFull: there is no room for it.
    """
    manifest = require_whole(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    refuse_without_room(target.parent, sum(one.stat().st_size for one in source.iterdir()))
    fresh = target.with_name(f"{target.name}.tmp")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _copy(source, fresh, manifest, at)
        yield fresh, manifest
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _copy(source: Path, fresh: Path, manifest: Manifest, at: datetime) -> None:
    fresh.mkdir()
    for name in (*manifest.digests, FILE_NAME):
        shutil.copyfile(source / name, fresh / name)
        sync_file(fresh / name)
    require_whole(fresh)
    (fresh / FILE_NAME).unlink()
    folder = VaultFolder(fresh)
    folder.backups.mkdir()
    write_anchor(folder.anchors, Anchor(manifest.head.seq, manifest.head.hash, at, "restore"))


def put_in_place(fresh: Path, target: Path, at: datetime) -> Path | None:
    """Let `fresh` become `target`; gives the new name of what stood there, if anything did."""
    former = _set_aside(target, at)
    try:
        fresh.rename(target)
    except OSError:
        if former is not None:
            former.rename(target)
        raise
    sync_folder(target.parent)
    return former


def _set_aside(target: Path, at: datetime) -> Path | None:
    if not target.exists():
        return None
    if target.is_dir() and not any(target.iterdir()):
        target.rmdir()
        return None
    former = target.with_name(f"{target.name}.before-{at.astimezone(UTC):%Y-%m-%dT%H-%M-%S-%fZ}")
    target.rename(former)
    return former
