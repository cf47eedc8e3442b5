"""Copies of a vault that were reopened and counted before they are called backups."""

import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage import migrate
from desktop.storage.check import CheckReport, full_check
from desktop.storage.engine import open_raw
from desktop.storage.faults import DiskFault, DiskTrouble, fault_of
from desktop.storage.folder import VaultFolder, sync_file, sync_folder
from desktop.storage.manifest import FILE_NAME, Manifest, digest_of, read_manifest, refuse_without_room, write_manifest

_NAME = "%Y-%m-%dT%H-%M-%S-%fZ"
_KEEP_ALL = timedelta(days=2)
_UNDER_WAY = timedelta(days=1)  # no copy takes longer
_KEPT_DAYS, _KEPT_WEEKS, _KEPT_MONTHS = 12, 10, 9
_STEPS_BETWEEN_LOOKS = 20_000  # of the database's machine, some milliseconds

Stopped = Callable[[], bool]


class BackupFailed(DeskError):
    """The copy was made but does not hold what it should; it was removed."""

    sentence = mark("The backup could not be checked, so it was not kept. Check the vault, then try on another disk.")


class NoBackupPlace(DiskFault):
    """Nothing can be written where the backup was to go."""

    sentence = mark(
        "No backup can be written into {folder}. Check that the stick or the disk is there and can be written to, "
        "or choose another folder."
    )


class BackupInVault(DeskError):
    """A copy among the files of the vault would be taken for one of them, and lost with them."""

    sentence = mark(
        "{folder} is the folder of the vault itself. Choose another one for the backup, best on a stick or another "
        "disk."
    )


class BackupStopped(DeskError):
    """Somebody asked for an end before the copy was ready; it was removed."""

    sentence = mark("The backup was stopped. Nothing of it was kept.")


def _never() -> bool:
    return False


def back_up(
    database: Path, key: bytes | bytearray, target: Path, at: datetime, stopped: Stopped = _never
) -> tuple[Path, Manifest]:
    """Copy the vault of `database` into a new folder inside `target`, reopen the copy, and give both.

    Others may write meanwhile. The folder gets its name only once everything in it is checked and on the disk.
    `stopped` is asked now and then whether somebody wants an end.

    Raises:
        BackupFailed: the copy does not hold what it should.
        BackupStopped: somebody asked for an end.
        BackupInVault: that is where the vault itself lies.
        NoBackupPlace: no folder can be made there.
        DiskFault: there is no room, or the disk fails.
    """
    ready = target / at.astimezone(UTC).strftime(_NAME)
    temporary = ready.with_name(f"{ready.name}.tmp")
    _begin(temporary, database, at)
    try:
        manifest = _fill(temporary, database, key, at, stopped)
        temporary.rename(ready)
        sync_folder(target)
    except OSError as problem:
        shutil.rmtree(temporary, ignore_errors=True)
        raise DiskTrouble from problem
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return ready, manifest


def _begin(temporary: Path, database: Path, at: datetime) -> None:
    target, needed = temporary.parent, database.stat().st_size
    try:
        target.mkdir(parents=True, exist_ok=True)
        if target.samefile(database.parent):
            raise BackupInVault(folder=target)
        _clear_half_made(target, at)
        refuse_without_room(target, needed)
        temporary.mkdir()
    except (OSError, ValueError) as problem:  # a path may hold what no folder is called
        raise NoBackupPlace(folder=target) from problem


def _clear_half_made(target: Path, at: datetime) -> None:
    """Remove what power cuts left of earlier copies; one of today may still be under way."""
    for one in target.glob("*.tmp"):
        began = _moment_in(one.stem)
        if began and at - began > _UNDER_WAY:
            shutil.rmtree(one, ignore_errors=True)


def _fill(folder: Path, database: Path, key: bytes | bytearray, at: datetime, stopped: Stopped) -> Manifest:
    copy, header = folder / database.name, VaultFolder(database.parent).header
    seen_before = _copy_database(database, key, copy, stopped)
    sync_file(copy)
    report = full_check(copy, key, mode="ro")
    if not report.sound or not _holds(report, seen_before):
        raise BackupFailed
    if stopped():
        raise BackupStopped
    kept = folder / header.name
    shutil.copyfile(header, kept)
    sync_file(kept)
    manifest = Manifest(
        at,
        database.name,
        migrate.schema_of(copy, key, mode="ro"),
        {one.name: digest_of(one) for one in (copy, kept)},
        report.counts,
        report.head,
    )
    write_manifest(folder, manifest)
    return manifest


def _copy_database(database: Path, key: bytes | bytearray, copy: Path, stopped: Stopped) -> int:
    """Write a compact copy and give the number of the last line of the journal before it began."""
    import sqlcipher3.dbapi2 as driver  # noqa: PLC0415 - loads the codec only when a vault opens

    with closing(open_raw(database, key)) as connection:
        try:
            seen: int = connection.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()[0]
            connection.set_progress_handler(stopped, _STEPS_BETWEEN_LOOKS)
            connection.execute("VACUUM INTO ?", (str(copy),))
        except driver.Error as problem:
            if stopped():
                raise BackupStopped from problem
            if (fault := fault_of(problem)) is None:
                raise
            raise fault from problem
    return seen


def _holds(report: CheckReport, seen_before: int) -> bool:
    return report.head.seq >= seen_before and report.counts.get("journal", 0) == report.head.seq


def backups_in(target: Path) -> list[tuple[datetime, Path]]:
    """Give the complete backups of a folder with the moment each was made, the oldest first."""
    found = ((_moment_in(one.parent.name), one.parent) for one in target.glob(f"*/{FILE_NAME}"))
    return sorted((moment, folder) for moment, folder in found if moment)


def _moment_in(name: str) -> datetime | None:
    try:
        return datetime.strptime(name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def kept_by_plan(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Choose the backups to keep: all of two days, then the last of 12 days, of 10 weeks and of 9 months."""
    newest_first = sorted(moments, reverse=True)
    kept = {one for one in newest_first if now - one <= _KEEP_ALL}
    older = [one for one in newest_first if one not in kept]
    for period, count in ((_day, _KEPT_DAYS), (_week, _KEPT_WEEKS), (_month, _KEPT_MONTHS)):
        last_of = {period(one): one for one in reversed(older)}
        kept |= {last_of[each] for each in sorted(last_of, reverse=True)[:count]}
    return kept | set(newest_first[:1])


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> date:
    return moment.date() - timedelta(days=moment.weekday())


def _month(moment: datetime) -> date:
    return moment.date().replace(day=1)


def thin(target: Path, now: datetime) -> list[Path]:
    """Remove the backups of a folder that the plan does not keep, and name them."""
    found = backups_in(target)
    kept = kept_by_plan((moment for moment, _ in found), now)
    gone = [path for moment, path in found if moment not in kept]
    for path in gone:
        shutil.rmtree(path)
    return gone


def check_backup(folder: Path, key: bytes | bytearray) -> Manifest:
    """Open a backup as a restore would and compare it with its manifest.

    Raises:
        BackupFailed: it does not hold what its manifest says.
        BackupDamaged: the manifest is missing or makes no sense.
        DiskFault: the copy cannot be opened.
    """
    manifest = read_manifest(folder)
    report = full_check(folder / manifest.database, key, mode="ro")
    if not report.sound or (report.counts, report.head) != (manifest.counts, manifest.head):
        raise BackupFailed
    return manifest
