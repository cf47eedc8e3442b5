"""One question at a time, answered beside the screen, with a way out."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.views.arrivals.watch import Watch
from desktop.views.shared.progress import Progress
from desktop.views.shared.shell import Shell

Answer = TypeVar("Answer")
_WHOLE = 100


class Asking(Progress):
    """Shows what is under way; an answer that comes after somebody gave up is not heard."""

    changed = Signal()  # it began or ended
    refused = Signal(object)  # DeskError, or None once a new question is asked

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._turn = 0
        self._watch: Watch | None = None
        self.busy = False
        self.cancelled.connect(self.give_up)

    def ask(self, words: str, work: Callable[[], Answer], done: Callable[[Answer], None]) -> None:
        """Do `work`, which writes nothing, and hand its answer to `done`."""
        self._begin(words, work, done, 0)

    def watch(self, words: str, work: Callable[[Watch], Answer], done: Callable[[Answer], None]) -> None:
        """Do `work`, which writes; its watch tells it when somebody gave up."""
        watch = self._watch = Watch(self)
        watch.reached.connect(self.reach)
        self._begin(words, lambda: work(watch), done, _WHOLE)

    @Slot()
    def give_up(self) -> None:
        """Wait for no answer any more, or let what is being written stop."""
        if self._watch is not None:
            self._watch.end()
        else:
            self._finish()

    def _begin(self, words: str, work: Callable[[], Answer], done: Callable[[Answer], None], total: int) -> None:
        self._turn += 1
        turn, self.busy = self._turn, True
        self.refused.emit(None)
        self.changed.emit()
        self.start(words, total)

        def answered(found: Answer) -> None:
            if turn == self._turn and self.busy:
                self._finish()
                done(found)

        def refuse(refusal: DeskError) -> None:
            if turn == self._turn and self.busy:
                self._finish()
                self.refused.emit(refusal)

        self._shell.tasks.run(self, work, done=answered, refused=refuse)

    def _finish(self) -> None:
        self._watch, self.busy = None, False
        self.end()
        self.changed.emit()
