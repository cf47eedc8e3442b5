"""Hears how far an import has come on another thread, and ends it when somebody asks."""

from threading import Event

from PySide6.QtCore import QObject, Signal

from desktop.services.convoys import ImportCancelled


class Watch(QObject):
    """Called by the import; `reached` comes back to the screen's thread."""

    reached = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = Event()

    def end(self) -> None:
        """Let the import stop where it next tells how far it is."""
        self._ended.set()

    def __call__(self, done: int) -> None:
        """Hear how far it is.

        Raises:
            ImportCancelled: somebody asked for an end.
        """
        if self._ended.is_set():
            raise ImportCancelled
        self.reached.emit(done)
