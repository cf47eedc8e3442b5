"""Asking the same question again and again beside the screen: only the answer to the last asking is shown."""

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from desktop.errors import DeskError
from desktop.views.shared.background import BackgroundTasks

Answer = TypeVar("Answer")


class LastAnswer(Generic[Answer]):
    """Brings `owner` what was asked last; an earlier answer that comes late is thrown away."""

    def __init__(
        self,
        tasks: BackgroundTasks,
        owner: QObject,
        *,
        done: Callable[[Answer], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        self._tasks, self._owner, self._done, self._refused = tasks, owner, done, refused
        self._asked = 0
        self.is_here = True  # nothing is waited for

    def ask(self, work: Callable[[], Answer]) -> None:
        """Do `work` beside the screen; whatever was asked before is waited for no longer."""
        self._asked += 1
        self.is_here = False
        bring = partial(self._bring, self._asked)
        self._tasks.run(self._owner, work, done=partial(bring, self._done), refused=partial(bring, self._refused))

    def _bring(self, asked: int, call: Callable[..., None], told: object) -> None:
        if asked == self._asked:
            self.is_here = True
            call(told)
