"""What an import answers, and why it is refused."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.spreadsheets.manifest import CellError, Manifest


@dataclass(frozen=True, slots=True)
class Preview:
    """A list as understood, before anything is written."""

    manifest: Manifest
    by_sex: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did; `seconds` is the time from reading the file to the saved act."""

    import_id: UUID
    rows: int
    by_sex: dict[str, int]
    people_new: int
    look_alikes: int
    contradictions: int
    errors: tuple[CellError, ...]
    seconds: float


class ListHasErrors(DeskError):
    """Some cells cannot be; nothing of the list was imported."""

    sentence = mark("Nothing was imported: {count} cells of the list cannot be right. Correct them and import again.")

    def __init__(self, manifest: Manifest) -> None:
        super().__init__(count=len(manifest.errors))
        self.manifest = manifest


class ImportedBefore(DeskError):
    """The same people were brought in by an earlier import."""

    sentence = mark("This list was already imported: “{file}”, on {at}. Nothing was imported twice.")

    def __init__(self, file: str, at: datetime) -> None:
        super().__init__(file=file, at=f"{at:%d/%m/%Y %H:%M}")


class ImportTouched(DeskError):
    """A later change rests on the import."""

    sentence = mark("This import can no longer be undone: since then, “{act}” touched what it brought in.")


class AlreadyUndone(DeskError):
    """The import was taken back before."""

    sentence = mark("This import was already undone.")
