"""Telling how far an import has come, and ending it on the way."""

from collections.abc import Callable

from desktop.errors import DeskError
from desktop.i18n import mark

# Called with the hundredths that are done; what it raises ends the import, and nothing is written.
Told = Callable[[int], None]
READ, COMPARED, WRITTEN = 10, 40, 90


class ImportCancelled(DeskError):
    """Whoever asked for the import wanted an end."""

    sentence = mark("The import was stopped. Nobody was brought in.")


def untold(_done: int) -> None:
    """Tell nobody."""
