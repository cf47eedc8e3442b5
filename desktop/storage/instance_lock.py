"""One program at a time in a vault."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage.faults import ReadOnlyFolder


class AlreadyOpen(DeskError):
    """Another program holds this vault."""

    sentence = mark("This vault is already open in another window of Jatigi. Use that one, or close it first.")


@contextmanager
def only_instance(lock: Path) -> Iterator[None]:
    """Hold the file `lock` during the block; the system lets go of it even if the program is killed.

    Raises:
        AlreadyOpen: another program holds it.
        ReadOnlyFolder: the file cannot be made.
    """
    try:
        held = lock.open("ab")
    except OSError as problem:
        raise ReadOnlyFolder from problem
    with held:
        _take(held)
        try:
            yield
        finally:
            _let_go(held)


if sys.platform == "win32":
    import msvcrt

    def _take(held: IO[bytes]) -> None:
        held.seek(0, os.SEEK_SET)
        try:
            msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as problem:
            raise AlreadyOpen from problem

    def _let_go(held: IO[bytes]) -> None:
        held.seek(0, os.SEEK_SET)
        msvcrt.locking(held.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(held: IO[bytes]) -> None:
        try:
            fcntl.flock(held.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise AlreadyOpen from problem

    def _let_go(held: IO[bytes]) -> None:
        fcntl.flock(held.fileno(), fcntl.LOCK_UN)
