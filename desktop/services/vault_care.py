"""Looking after the vault: backups, the full check, and the anchors that tell an old copy."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.models.accounts import Journal
from desktop.models.base import now
from desktop.models.centre import Setting
from desktop.rights import Permission
from desktop.storage import backup
from desktop.storage.anchors import Anchor, note_anchor, write_anchor
from desktop.storage.check import CheckReport, full_check
from desktop.storage.checkpoints import verify_checkpoints
from desktop.storage.folder import VaultFolder
from desktop.storage.manifest import Manifest
from desktop.storage.quick_check import mark_open
from desktop.storage.reserve import room_is_short
from desktop.storage.unit_of_work import Desk

_STALE = timedelta(days=7)
_OTHER_DISK = "backup_folder"


class FolderGone(DeskError):
    """The folder that was chosen for backups is not there: a stick was taken out, a disk is not mounted."""

    sentence = mark("The folder {folder} is not there. Plug the stick or the disk in, or choose another folder.")


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A backup that was reopened and counted: where it is, what it holds, and which old ones made room."""

    path: Path
    manifest: Manifest
    thinned: tuple[Path, ...]


class VaultCareService:
    """Back the vault up and check it; `key` lends the raw data key for as long as a copy takes."""

    def __init__(self, desk: Desk, database: Path, key: Callable[[], bytes | bytearray]) -> None:
        self._desk = desk
        self._database = database
        self._folder = VaultFolder(database.parent)
        self._key = key

    def backup(
        self, target: Path | None = None, *, must_exist: bool = False, stopped: Callable[[], bool] = lambda: False
    ) -> BackupMade:
        """Copy the vault into `target`, or beside it; the copy is verified before it counts.

        Old backups of that folder are thinned: all of two days, 12 daily, 10 weekly, 9 monthly (`security.md`).
        With `must_exist` a folder that is gone is not made anew: a copy in its place would lie on the same disk.
        `stopped` is asked now and then whether somebody wants an end.

        Raises:
            NotAllowed: the member of staff may not keep backups.
            BackupFailed: the copy does not hold what it should.
            BackupStopped: somebody asked for an end.
            FolderGone: the folder is not there.
            DiskFault: there is no room, or the disk fails.
        """
        place = target or self._folder.backups
        with self._desk.begin(Permission.KEEP_BACKUPS) as work:
            if must_exist and not place.is_dir():
                raise FolderGone(folder=place)
            work.trace("back up", "vault")
            moment = work.now
        path, manifest = backup.back_up(self._database, self._key(), place, moment, stopped)
        anchor = Anchor(manifest.head.seq, manifest.head.hash, moment, "backup")
        with self._desk.begin(Permission.KEEP_BACKUPS) as work:
            note_anchor(work.connection, anchor)
            work.trace("backup verified", "vault")
        write_anchor(self._folder.anchors, anchor)
        return BackupMade(path, manifest, tuple(backup.thin(place, moment)))

    def check(self) -> CheckReport:
        """Check the whole vault, and the journal against what colleagues signed of it; the outcome is in the journal.

        Raises:
            NotAllowed: the member of staff may not check the vault.
            DiskFault: the file cannot be opened at all.
        """
        with self._desk.read(Permission.KEEP_BACKUPS) as look:
            doubts = verify_checkpoints(look.connection, self._signer)
        report = replace(full_check(self._database, self._key()), doubts=len(doubts))
        with self._desk.begin(Permission.KEEP_BACKUPS) as work:
            mark_open(work.connection, work.now)
            work.trace("check", "vault", report.outcome)
        return report

    def _signer(self, kid: bytes) -> bytes | None:
        return self._desk.keys.ledger.author_key(kid)

    def last_backup(self, target: Path | None = None) -> datetime | None:
        """Give the moment of the newest backup in `target`, or beside the vault.

        Raises:
            NotAllowed: the member of staff may not keep backups.
        """
        with self._desk.read(Permission.KEEP_BACKUPS):
            found = backup.backups_in(target or self._folder.backups)
        return found[-1][0] if found else None

    def backups(self, target: Path | None = None) -> list[tuple[datetime, Path]]:
        """Give the complete backups in `target`, or beside the vault, the newest first.

        Raises:
            NotAllowed: the member of staff may not keep backups.
        """
        with self._desk.read(Permission.KEEP_BACKUPS):
            return backup.backups_in(target or self._folder.backups)[::-1]

    def other_disk(self) -> Path | None:
        """Give the folder on another disk where copies are kept, if one was chosen.

        Raises:
            NotAllowed: the member of staff may not keep backups.
        """
        with self._desk.read(Permission.KEEP_BACKUPS) as look:
            kept = look.scalar(sa.select(Setting.value).where(Setting.name == _OTHER_DISK))
        return Path(kept) if kept else None

    def keep_on(self, folder: Path) -> None:
        """Choose the folder on another disk where copies are kept.

        Raises:
            NotAllowed: the member of staff may not keep backups.
        """
        with self._desk.begin(Permission.KEEP_BACKUPS) as work:
            kept = work.scalar(sa.select(Setting.id).where(Setting.name == _OTHER_DISK))
            if kept is None:
                kept = work.insert(Setting, name=_OTHER_DISK, value=str(folder))
            else:
                work.change(Setting, kept, value=str(folder))
            work.trace("choose backup folder", "setting", kept)

    def backup_is_stale(self, target: Path | None = None) -> bool:
        """Say whether the newest backup in `target`, or beside the vault, is missing or older than seven days.

        Raises:
            NotAllowed: the member of staff may not keep backups.
        """
        with self._desk.read(Permission.KEEP_BACKUPS):
            return _is_stale(target or self._folder.backups)

    def warnings(self, other_disk: Path | None = None) -> list[str]:
        """Give what staff should be told about the vault, one sentence each; nothing when all is well.

        With `other_disk`, where copies are kept on another disk, it says too when the newest there is a week old.

        Raises:
            NotAllowed: the member of staff has no account here.
        """
        with self._desk.read(Permission.USE_PROGRAM) as look:
            last = look.scalar(
                sa.select(Journal.object_id).where(Journal.action == "check").order_by(Journal.seq.desc()).limit(1)
            )
        told = []
        if room_is_short(self._folder.path):
            told.append(tr("The disk is almost full. Make room on it soon: a full disk stops the work."))
        if last == "damaged":
            told.append(tr("The last check found damage in the vault's file. Speak to the coordination."))
        if last == "gone" and self._desk.may(Permission.KEEP_BACKUPS):
            told.append(
                tr("Something that was written was deleted or changed behind the program’s back. Keep every backup.")
            )
        if other_disk and _is_stale(other_disk):
            told.append(tr("The newest backup on another disk is older than a week. Make one today."))
        return told


def _is_stale(target: Path) -> bool:
    found = backup.backups_in(target)
    return not found or now() - found[-1][0] > _STALE
