"""A paper that can be shown, printed and saved; what it says stays in memory."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from desktop.errors import DeskError
from desktop.i18n import mark

Make = Callable[[BinaryIO], object]


class NotWritten(DeskError):
    """The place that was chosen did not take the file."""

    sentence = mark("The file could not be written to {folder}. Choose another place, and save again.")


class FileHeld(NotWritten):
    """Another program holds the file, or the folder takes none from this account."""

    sentence = mark(
        "“{name}” could not be written: it is open in another program, or its folder is protected. Close it there or"
        " choose another place, then save again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What a paper is called and how it is made; `make` notes it in the journal before it writes.

    `title` stands in windows and print queues: it names no need. `make_duplicate` is given where a reprint may say
    that it is one.
    """

    title: str
    file_name: str
    make: Make
    make_duplicate: Make | None = None

    def content(self, *, duplicate: bool = False) -> bytes:
        """Make the paper in memory.

        Raises:
            DeskError: it may not be made; the sentence says why.
        """
        made = BytesIO()
        (self.make_duplicate if duplicate and self.make_duplicate else self.make)(made)
        return made.getvalue()


def save(content: bytes, target: Path) -> Path:
    """Write a paper where staff chose, and give the place.

    Raises:
        FileHeld: the file is open elsewhere, or its folder is protected.
        NotWritten: the disk or the key does not take it.
    """
    try:
        target.write_bytes(content)
    except (PermissionError, IsADirectoryError) as problem:
        raise FileHeld(name=target.name) from problem
    except OSError as problem:
        raise NotWritten(folder=target.parent) from problem
    return target
