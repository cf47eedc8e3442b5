"""Where a new vault may lie, and how it comes there: whole, or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from desktop.storage.creation import VaultExists
from desktop.storage.faults import DiskFull, DiskTrouble, ReadOnlyFolder
from desktop.storage.manifest import refuse_without_room
from desktop.storage.network_share import refuse_network_share
from desktop.storage.reserve import RESERVE_BYTES
from desktop.storage.staging import put_in_place

NEEDED_BYTES = 2 * RESERVE_BYTES
_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR}


def check_place(folder: Path) -> None:
    """Say whether a new vault can come to lie in `folder`, before anybody relies on it.

    Raises:
        VaultExists: something is there.
        ReadOnlyFolder: this account of the computer may not write there.
        OnNetworkShare: it lies on another computer.
        DiskFull: there is too little room.
    """
    with _in_words():
        _refuse_taken(folder)
        stands = next(one for one in folder.absolute().parents if one.is_dir())
        if not os.access(stands, os.W_OK):
            raise ReadOnlyFolder
        refuse_network_share(stands)
        refuse_without_room(stands, NEEDED_BYTES)


@contextmanager
def made_whole(folder: Path, at: datetime) -> Iterator[Path]:
    """Give a place beside `folder` to make a vault in; it becomes `folder` when the block ends well, and goes if not.

    Raises:
        VaultExists: something is in `folder`.
        DiskFault: the disk does not take it.
    """
    fresh = folder.with_name(f"{folder.name}.tmp")
    with _in_words():
        _refuse_taken(folder)
        shutil.rmtree(fresh, ignore_errors=True)  # what a power cut left
        try:
            yield fresh
            put_in_place(fresh, folder, at)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)


def _refuse_taken(folder: Path) -> None:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise VaultExists(folder=folder)


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        if problem.errno in _FULL:
            raise DiskFull from problem
        raise (ReadOnlyFolder if problem.errno in _FORBIDDEN else DiskTrouble) from problem
