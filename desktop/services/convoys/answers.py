"""What an import answers, and why it is refused."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.errors import DeskError
from desktop.i18n import mark


@dataclass(frozen=True, slots=True)
class ListError:
    """A cell that stops the import: its row, its column by letter, and why in the language of the screen."""

    row: int
    column: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What an import would bring; `seconds` is the time from opening the file to the answer."""

    rows: int
    by_sex: dict[str, int]
    people_new: int
    look_alikes: int
    contradictions: int
    errors: tuple[ListError, ...]
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport(Preview):
    """What an import brought: the same, saved; `beds` counts the people who were given one."""

    import_id: UUID
    beds: int


class ListHasErrors(DeskError):
    """Some cells cannot be; nothing of the list was imported."""

    sentence = mark("Nothing was imported: {count} cells of the list cannot be right. Correct them and import again.")

    def __init__(self, preview: Preview) -> None:
        super().__init__(count=len(preview.errors))
        self.preview = preview


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
