"""Room kept aside on the disk, so that a full one does not stop the work at once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.storage.faults import DiskFull
from desktop.storage.folder import replacing

RESERVE_BYTES = 32 * 1024 * 1024
WARN_BELOW_BYTES = 500 * 1024 * 1024
_CHUNK = bytes(1024 * 1024)


def keep_reserve(path: Path, size: int = RESERVE_BYTES) -> bool:
    """Set `size` bytes aside unless they are; say whether the reserve stands."""
    if path.exists() and path.stat().st_size == size:
        return True
    try:
        with replacing(path) as temporary, temporary.open("wb") as opened:
            for start in range(0, size, len(_CHUNK)):
                opened.write(_CHUNK[: min(len(_CHUNK), size - start)])
    except OSError:
        return False
    return True


def refill_reserve(path: Path) -> None:
    """Set the room aside again after a full disk, once as much again is free."""
    if not path.exists() and shutil.disk_usage(path.parent).free >= 2 * RESERVE_BYTES:
        keep_reserve(path)


@contextmanager
def giving_room(path: Path) -> Iterator[None]:
    """Give the reserve back when the disk turns out to be full, so that the next attempt finds room."""
    try:
        yield
    except DiskFull:
        release_reserve(path)
        raise


def release_reserve(path: Path) -> None:
    """Give the room back to the disk."""
    path.unlink(missing_ok=True)


def room_is_short(folder: Path) -> bool:
    """Say whether the disk of `folder` has so little room left that staff should be told."""
    return shutil.disk_usage(folder).free < WARN_BELOW_BYTES
