"""Refusals that staff can read; anything else that is raised is a bug."""

from typing import ClassVar

from desktop.i18n import mark, tr


class DeskError(Exception):
    """A request that cannot be met for a reason worth explaining.

    Anything else that is raised is a bug and goes to the crash report.
    Each room defines its own refusals beside the code that raises them.
    """

    sentence: ClassVar[str] = mark("This cannot be done.")

    def __init__(self, **details: object) -> None:
        super().__init__(self.sentence, details)
        self.details = details

    def explain(self) -> str:
        """Say what happened, in the language of the screen."""
        return tr(self.sentence, **self.details)


class NotAllowed(DeskError):
    """The member of staff has no right to do this."""

    sentence = mark("Your account does not have the right to do this.")


class NotFound(DeskError):
    """No record answers to this code, or the reader may not know of it."""

    sentence = mark("Nothing was found for “{code}”.")


class ChangedMeanwhile(DeskError):
    """Another change reached the record first."""

    sentence = mark("A colleague changed this record meanwhile. Open it again to see the change.")


class BadValue(DeskError):
    """A value typed by staff cannot be understood."""

    sentence = mark("“{value}” cannot be understood here.")
