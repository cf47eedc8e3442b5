"""The folder of a vault: the names of its files, and how each is written whole or not at all."""

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST_DATABASE = "data-1.db"
_DATABASE = re.compile(r"data-[1-9][0-9]{0,8}\.db")


@dataclass(frozen=True, slots=True)
class VaultFolder:
    """Where each file of a vault lies."""

    path: Path

    @property
    def header(self) -> Path:
        """The key header."""
        return self.path / "data.keys"

    @property
    def spare_header(self) -> Path:
        """The key header as it was before the last change."""
        return self.path / "data.keys.bak"

    @property
    def anchors(self) -> Path:
        """Heads of the journal that were written down outside the database."""
        return self.path / "anchors.json"

    @property
    def throttle(self) -> Path:
        """The count of wrong passwords in a row."""
        return self.path / "throttle.json"

    @property
    def reserve(self) -> Path:
        """Room kept aside for the day the disk is full."""
        return self.path / "reserve.bin"

    @property
    def backups(self) -> Path:
        """The folder of the copies kept beside the database."""
        return self.path / "backups"

    @property
    def lock(self) -> Path:
        """The file that an open program holds."""
        return self.path / "in-use.lock"

    def database(self, name: str = FIRST_DATABASE) -> Path:
        """Give the database that the header names; a name that leads elsewhere is refused."""
        if not _DATABASE.fullmatch(name):
            raise ValueError("not the name of a database of ours")
        return self.path / name

    def databases(self) -> list[Path]:
        """Give every database of the folder, the newest number last."""
        found = [one for one in self.path.glob("data-*.db") if _DATABASE.fullmatch(one.name)]
        return sorted(found, key=lambda one: int(one.stem.removeprefix("data-")))

    def clean_leftovers(self) -> list[Path]:
        """Remove half-written files that a power cut left behind, and name them."""
        left = sorted(one for one in self.path.glob("*.tmp") if one.is_file())
        for one in left:
            one.unlink(missing_ok=True)
        return left


def write_whole(target: Path, content: bytes) -> None:
    """Put `content` at `target` so that a power cut leaves the old file or the new one, on disk when this returns."""
    with replacing(target) as temporary:
        temporary.write_bytes(content)


@contextlib.contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give a path to write to; it becomes `target` when the block ends well, and disappears when it does not."""
    temporary = target.with_name(f"{target.name}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        yield temporary
        sync_file(temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """Wait until the content of a file is on the disk."""
    with path.open("rb+") as opened:
        _sync(opened.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows keeps no such order and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - macOS only: its fsync does not reach the disk

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)
