"""Keeps what is being written every few seconds, so that a power cut costs a line at most."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.errors import DeskError
from desktop.services.drafts import DraftContent, DraftService

SECONDS = 3


class DraftKeeper(QObject):
    """Waits a few seconds after a change, then keeps all of it."""

    kept = Signal()
    failed = Signal(object)  # DeskError

    def __init__(self, drafts: DraftService, content: Callable[[], DraftContent], parent: QObject) -> None:
        super().__init__(parent)
        self._drafts, self._content = drafts, content
        self.draft: UUID | None = None
        self._changed = False
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.keep)

    def begin(self, draft: UUID | None) -> None:
        """Keep another note from now on, in the draft it was found in."""
        self.rest()
        self.draft = draft

    @Slot()
    def touch(self) -> None:
        """Note that something was typed; the first letter does not wait for the last."""
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Keep the note now, if something changed since."""
        self._timer.stop()
        if not self._changed:
            return
        content = self._content()
        if content.note.is_blank and self.draft is None:
            return
        try:
            self.draft = self._drafts.save(content, self.draft)
        except DeskError as refusal:
            self.failed.emit(refusal)
            self._timer.start()
            return
        self._changed = False
        self.kept.emit()

    def rest(self) -> None:
        """Keep nothing any more."""
        self._timer.stop()
        self._changed, self.draft = False, None
