"""What a page may ask of the window around it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.centre import Centre
from desktop.errors import DeskError
from desktop.views.shared.background import BackgroundTasks

Undo = Callable[[], object]


class Host(Protocol):
    """What a paper on the screen asks of the window it belongs to."""

    tasks: BackgroundTasks

    def lock(self) -> None:
        """Take from the screen what nobody else shall see."""


class Shell(QObject):
    """The open centre, work beside the screen, and a few words with the window; a page knows nothing else."""

    toasted = Signal(str, str, object)  # words, kind (a token), Undo or None
    worry_asked = Signal(str)  # what stands on the sheet already, such as whom it is about
    going = Signal(str, tuple)  # name of the page, what it shall show
    lock_asked = Signal()

    def __init__(self, centre: Centre, tasks: BackgroundTasks | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.centre = centre
        self.tasks = tasks or BackgroundTasks(self)
        self.unsent_worry = b""  # half written when the window was put away, sealed to its author

    def toast(self, text: str, undo: Undo | None = None) -> None:
        """Say that something was done; `undo` is offered for eight seconds, by mouse and by Ctrl+Z."""
        self.toasted.emit(text, "ok", undo)

    def explain(self, refusal: DeskError) -> None:
        """Say why something could not be done, for whoever acts where no field can carry the sentence."""
        self.toasted.emit(refusal.explain(), "bad", None)

    def lock(self) -> None:
        """Lock as the window does at its own key, for what lies over it and takes its keys."""
        self.lock_asked.emit()

    def raise_worry(self, about: str = "") -> None:
        """Open the sheet on which anybody writes a worry, with `about` on it."""
        self.worry_asked.emit(about)

    def go_to(self, page: str, *target: object) -> None:
        """Show the page called `page`, and there `target`; without the right to see it nothing happens."""
        self.going.emit(page, target)
