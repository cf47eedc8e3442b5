"""Putting a backup in place of a vault; what was there is renamed, never overwritten."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.storage.anchors import Anchor, read_anchors, write_anchor
from desktop.storage.faults import DiskTrouble
from desktop.storage.folder import VaultFolder, sync_file, sync_folder
from desktop.storage.instance_lock import only_instance
from desktop.storage.manifest import Manifest, refuse_without_room, require_whole


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put where, where the former vault went, and how many lines of its journal are not in the backup."""

    folder: Path
    manifest: Manifest
    former: Path | None
    lines_lost: int


def restore(source: Path, target: Path, at: datetime) -> Restored:
    """Put the backup folder `source` in place as the vault `target`.

    Raises:
        BackupDamaged: a file of the backup is missing or has other bytes.
        AlreadyOpen: the vault there is in use.
        DiskFault: there is no room, or the disk fails.
    """
    manifest = require_whole(source)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        refuse_without_room(target.parent, sum(one.stat().st_size for one in source.iterdir()))
        fresh = _beside(target, source, manifest, at)
        lost = _lines_lost(target, manifest)
        former = _set_aside(target, at)
        try:
            fresh.rename(target)
        except OSError:
            if former is not None:
                former.rename(target)
            raise
        sync_folder(target.parent)
    except OSError as problem:
        raise DiskTrouble from problem
    return Restored(target, manifest, former, lost)


def _beside(target: Path, source: Path, manifest: Manifest, at: datetime) -> Path:
    """Copy the backup next to its place, and read it back before anything else is touched."""
    fresh = target.with_name(f"{target.name}.tmp")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for name in (*manifest.digests, "manifest.json"):
        shutil.copyfile(source / name, fresh / name)
        sync_file(fresh / name)
    require_whole(fresh)
    (fresh / "manifest.json").unlink()
    folder = VaultFolder(fresh)
    folder.backups.mkdir()
    write_anchor(folder.anchors, Anchor(manifest.head.seq, manifest.head.hash, at, "restore"))
    return fresh


def _lines_lost(target: Path, manifest: Manifest) -> int:
    seen = max((one.seq for one in read_anchors(VaultFolder(target).anchors)), default=0)
    return max(seen - manifest.head.seq, 0)


def _set_aside(target: Path, at: datetime) -> Path | None:
    if not target.exists():
        return None
    if target.is_dir() and not any(target.iterdir()):
        target.rmdir()
        return None
    former = target.with_name(f"{target.name}.before-{at.astimezone(UTC):%Y-%m-%dT%H-%M-%S-%fZ}")
    with only_instance(VaultFolder(target).lock):
        pass
    target.rename(former)
    return former
