"""What waits for whoever is signed in; what is not theirs is not there, not even as a number."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import tr, trn
from desktop.rights import Permission
from desktop.services.today import SealedToday
from desktop.views.shared.card import Card
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.last_answer import LastAnswer
from desktop.views.shared.shell import Shell


class _Waiting(NamedTuple):
    look_alikes: int
    sealed: SealedToday | None


class DueCard(Card):
    """One line for each kind of thing that waits, leading to its page."""

    refused = Signal(object)  # the DeskError

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("Waiting for you"), parent)
        self._shell = shell
        self.reading = LastAnswer(shell.tasks, self, done=self._show, refused=self.refused.emit)
        self.nothing = text_label(tr("Nothing waits for you here."), "muted", wrap=True, parent=self)
        self.lines: dict[str, QPushButton] = {}
        self.column.addWidget(self.nothing)
        self.nothing.hide()  # until it is known

    @staticmethod
    def concerns(shell: Shell) -> bool:
        """Say whether anything of it can ever wait for whoever is signed in."""
        return any(shell.centre.desk.may(right) for right in (Permission.IMPORT_CONVOY, Permission.WORK_ON_CASES))

    def refresh(self) -> None:
        """Read again what waits, beside the screen: thousands of look-alikes take a while to count."""
        self.reading.ask(self._read)

    def _read(self) -> _Waiting:
        may, today = self._shell.centre.desk.may, self._shell.centre.today
        return _Waiting(
            today.look_alikes() if may(Permission.IMPORT_CONVOY) else 0,
            today.sealed() if may(Permission.WORK_ON_CASES) else None,
        )

    def _show(self, waiting: _Waiting) -> None:
        self._say("look_alikes", "people", ("arrivals", "look-alikes"), _look_alikes, waiting.look_alikes)
        if sealed := waiting.sealed:
            self._say("worries", "concern", ("follow_up",), _worries, sealed.worries)
            self._say("referrals", "referrals", ("referrals",), _referrals, sealed.referrals)
            self._say("keys", "lock", ("follow_up",), _keys, sealed.keys)
        self.nothing.setVisible(all(line.isHidden() for line in self.lines.values()))

    def _say(self, name: str, sign: str, place: tuple[str, ...], say: Callable[[int], str], waiting: int) -> None:
        if waiting and name not in self.lines:
            line = self.lines[name] = QPushButton(self)
            line.setObjectName("due")
            put_icon(line, sign, "primary")
            line.clicked.connect(lambda _: self._shell.go_to(*place))
            self.column.addWidget(line)
        if name in self.lines:
            self.lines[name].setText(say(waiting))
            self.lines[name].setVisible(bool(waiting))


def _look_alikes(n: int) -> str:
    return trn("{n} look-alike to examine", "{n} look-alikes to examine", n)


def _worries(n: int) -> str:
    return trn("{n} worry to read", "{n} worries to read", n)


def _referrals(n: int) -> str:
    return trn("{n} referral overdue", "{n} referrals overdue", n)


def _keys(n: int) -> str:
    return trn("{n} case key to renew", "{n} case keys to renew", n)
