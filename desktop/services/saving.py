"""Writing a paper, made in memory, to the place that staff chose."""

from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark


class NotWritten(DeskError):
    """The place that was chosen did not take the file."""

    sentence = mark("The file could not be written to {folder}. Choose another place, and save again.")


class FileHeld(NotWritten):
    """Another program holds the file, or the folder takes none from this account."""

    sentence = mark(
        "“{name}” could not be written: it is open in another program, or its folder is protected. Close it there or"
        " choose another place, then save again."
    )


class FolderThere(NotWritten):
    """The name is that of a folder, which no file replaces."""

    sentence = mark("{place} could not be written: it is a folder. Give the file a name of its own, then save again.")


def save(content: bytes, target: Path) -> Path:
    """Write a paper where staff chose, and give the place.

    Raises:
        FolderThere: a folder has this name.
        FileHeld: the file is open elsewhere, or its folder is protected.
        NotWritten: the disk or the key does not take it.
    """
    try:
        target.write_bytes(content)
    except (PermissionError, IsADirectoryError) as problem:
        if target.is_dir():
            raise FolderThere(place=target) from problem
        raise FileHeld(name=target.name) from problem
    except OSError as problem:
        raise NotWritten(folder=target.parent) from problem
    return target
