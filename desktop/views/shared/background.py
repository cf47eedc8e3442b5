"""Work that takes time, done beside the screen."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from desktop.errors import DeskError

Answer = TypeVar("Answer")


class BackgroundTasks(QObject):
    """Runs work on another thread and brings the answer back to the screen's."""

    _ready = Signal(object, object)  # the widget that waits, what to call for it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._ready.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        *,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        """Do `work`, then call `done` or `refused` if `owner` still exists."""
        self._pool.start(partial(self._perform, owner, work, done, refused))

    def finish(self) -> None:
        """Wait for work under way; called before the database closes."""
        self._pool.waitForDone()

    def _perform(
        self,
        owner: QObject,
        work: Callable[[], Answer],
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        try:
            answer = work()
        except DeskError as refusal:
            self._bring(owner, partial(refused, refusal))
        except Exception as bug:  # noqa: BLE001 - raised again on the screen's thread, where bugs are reported
            self._bring(owner, partial(_raise, bug))
        else:
            self._bring(owner, partial(done, answer))

    def _bring(self, owner: QObject, call: Callable[[], object]) -> None:
        if isValid(self):
            self._ready.emit(owner, call)

    @Slot(object, object)
    def _deliver(self, owner: QObject, call: Callable[[], None]) -> None:
        if isValid(owner):
            call()


def _raise(bug: Exception) -> None:
    raise bug
