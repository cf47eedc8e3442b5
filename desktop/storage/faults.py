"""What can be wrong with the file or the disk, each with its sentence."""

import shutil
from pathlib import Path
from typing import ClassVar

from desktop.errors import DeskError
from desktop.i18n import mark

PAGE_BYTES = 4096
_INDEX_BYTES = 64 * 1024
_PLAIN = b"SQLite format 3\0"
_PERM, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 3, 8, 10, 11, 13, 14, 26


class Codecless(RuntimeError):
    """The library at hand would write plain text."""


class DiskFault(DeskError):
    """The file or the disk does not do what it should."""

    frees_reserve: ClassVar[bool] = False


class DamagedFile(DiskFault):
    """The database cannot be read with the key that belongs to it."""

    sentence = mark("The vault's file is damaged. Restore the last backup.")


class MissingFile(DiskFault):
    """Nothing lies where the database should be."""

    sentence = mark("The vault's file is missing from its folder. Restore the last backup.")


class PlainFile(DiskFault):
    """The file can be read by anybody, so it is not ours."""

    sentence = mark("This file is not encrypted, so it is not a vault's file.")


class ReadOnlyFolder(DiskFault):
    """The folder or the file cannot be written to."""

    sentence = mark(
        "This computer does not let you write to the vault's folder. Ask for the right to change its files."
    )


class DiskFull(DiskFault):
    """There is no room left to save."""

    frees_reserve = True
    sentence = mark("The disk is full, so nothing of this was saved. Make room on the disk, then do it again.")


class DiskTrouble(DiskFault):
    """Reading or writing failed below the database."""

    sentence = mark(
        "The disk did not answer as it should, so nothing of this was saved. Make a backup on another disk."
    )


_FAULTS: dict[int, type[DiskFault]] = {
    _PERM: ReadOnlyFolder,
    _READONLY: ReadOnlyFolder,
    _CANTOPEN: ReadOnlyFolder,
    _IOERR: DiskTrouble,
    _CORRUPT: DamagedFile,
    _NOTADB: DamagedFile,
    _FULL: DiskFull,
}


def fault_of(problem: BaseException, path: Path | None = None) -> DiskFault | None:
    """Give the refusal that a database error stands for, met at the file `path`, or None for a bug."""
    code = getattr(problem, "sqlite_errorcode", None)
    kind = _FAULTS.get(code & 0xFF) if isinstance(code, int) else None
    if kind is DiskTrouble and path and shutil.disk_usage(path.parent).free < _INDEX_BYTES:
        # No room for the index of the journal file, which SQLite calls a fault of the disk.
        kind = DiskFull
    return None if kind is None else kind()


def refuse_unlike_ours(path: Path, mode: str) -> None:
    """Look at a file before SQLite does: it would take an empty one for a new database.

    Raises:
        MissingFile: nothing lies at `path`.
        PlainFile: the file is not encrypted.
        DamagedFile: it is shorter than its first page.
    """
    if mode == "rwc":
        if path.exists():
            raise FileExistsError(path.name)
        return
    if not path.is_file():
        raise MissingFile
    try:
        with path.open("rb") as opened:
            start = opened.read(PAGE_BYTES)
    except PermissionError as problem:
        raise ReadOnlyFolder from problem
    if start.startswith(_PLAIN):
        raise PlainFile
    if len(start) < PAGE_BYTES:
        raise DamagedFile
