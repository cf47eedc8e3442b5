"""Asking somebody for a password in a process that no administrator is signed in to (`keys.md` 3)."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

import desktop
from desktop.errors import DeskError
from desktop.i18n import language
from desktop.services.account_asking import Terms, read_request
from desktop.services.account_keys import AccountRequest
from desktop.views.shared.style import worn

COMMAND = (sys.executable, "-m", "desktop", "choose-password")

Answered = Callable[[AccountRequest], None]
Refused = Callable[[DeskError | None], None]


class PasswordAsking(QObject):
    """Opens the person's own window and brings back what it made; the password never comes here."""

    def __init__(self, terms: Callable[[], Terms], parent: QObject) -> None:
        super().__init__(parent)
        self.command: tuple[str, ...] = COMMAND
        self._terms = terms
        self._process: QProcess | None = None
        parent.destroyed.connect(self._let_go)

    def ask(self, login: str, name: str, answered: Answered, refused: Refused) -> None:
        """Let the person of this login and name choose; `refused` hears None where they closed the window."""
        self.stop()
        theme, percent = worn()
        program, *first = self.command
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(desktop.__file__).parents[1]))
        process.readyReadStandardOutput.connect(lambda: self._read(process, answered, refused))
        process.finished.connect(lambda: self._end(process, refused))
        self._process = process
        said = {"login": login, "known": name, "terms": self._terms().to_text(),
                "language": language(), "theme": theme, "text": percent}  # fmt: skip
        # In one word each: what somebody is called may begin like an option.
        process.start(program, [*first, *(f"--{key}={value}" for key, value in said.items())])

    def stop(self) -> None:
        """Close the person's window, if it is open."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _let_go(self) -> None:
        """Close every window that is still open, for nobody is left to hear how it ends."""
        for process in self.findChildren(QProcess):
            process.finished.disconnect()
            process.kill()
            process.waitForFinished()

    def _read(self, process: QProcess, answered: Answered, refused: Refused) -> None:
        """Take the one line that the window writes; it stays open, for its symbols to be compared."""
        if process is not self._process or not process.canReadLine():
            return
        self._process = None
        try:
            request = read_request(bytes(process.readLine().data()).strip())
        except DeskError as refusal:
            refused(refusal)
        else:
            answered(request)

    def _end(self, process: QProcess, refused: Refused) -> None:
        process.deleteLater()
        if process is self._process:
            self._process = None
            refused(None)
