"""A password typed twice, with words on how hard it is to guess, which are found beside the screen."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.passwords import MIN_PASSWORD, EasyPassword, WeakPassword, refuse_short, refuse_weak
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.caps_lock import CapsLockWatch
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label

_STRONG = 14


class NotTheSame(DeskError):
    """The second password is not the first."""

    sentence = mark("The two passwords differ. Type the second again.")


class PasswordFields(QWidget):
    """Two fields that must agree; what was typed is wiped only by whoever typed it.

    `known` are names others link with its owner. Whether the password is easy to guess, the service that takes it says.
    """

    def __init__(
        self, known: Sequence[str], tasks: BackgroundTasks, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.known, self._tasks = known, tasks
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        self.caps = text_label(tr("Caps Lock is on."), "notice", wrap=True, parent=self)
        self.caps.hide()
        help_words = tr("Several words are easy to keep in mind and hard to guess. At least {n} signs.", n=MIN_PASSWORD)
        self.first_field = Field(words or tr("&Password"), self.first, help_words=help_words, parent=self)
        self.second_field = Field(tr("The same &again"), self.second, parent=self)
        self.strength = text_label(look="strong", wrap=True, parent=self)
        self._watches = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.first_field, self.strength, self.second_field, self.caps):
            column.addWidget(widget)
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self._watches.append(CapsLockWatch(field, self.caps))
        self.first.textChanged.connect(self._weigh)
        self.setFocusProxy(self.first)
        self._weigh("")

    def are_right(self) -> bool:
        """Say whether the first is long enough and the second the same; go to what is not, and say why."""
        for field in (self.first_field, self.second_field):
            field.clear_refusal()
        try:
            refuse_short(self.first.text())
        except WeakPassword as refusal:
            self.refuse(refusal)
            return False
        if self.second.text() != self.first.text():
            self.second_field.refuse(NotTheSame())
            self.second.setFocus()
            self.second.selectAll()
            return False
        return True

    def refuse(self, refusal: DeskError) -> None:
        """Say under the password why it cannot be taken, and go there."""
        self.first_field.refuse(refusal)
        self.first.setFocus()

    def wipe(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()

    @Slot(str)
    def _weigh(self, typed: str) -> None:
        self.strength.setVisible(bool(typed))
        if len(typed) < MIN_PASSWORD:
            self.strength.setText(tr("Too short"))
            return
        if self.strength.text() == tr("Too short"):
            self.strength.clear()
        weigh = partial(strength_words, typed, self.known)
        # A refusal would be no news here: the words say it.
        self._tasks.run(self, weigh, done=partial(self._say, typed), refused=lambda _: None)

    def _say(self, typed: str, words: str) -> None:
        if typed == self.first.text():
            self.strength.setText(words)


def strength_words(typed: str, known: Sequence[str] = ()) -> str:
    """Say how hard a password is to guess for somebody who has these names."""
    try:
        refuse_weak(typed, known)
    except EasyPassword:
        return tr("Easy to guess")
    except WeakPassword:
        return tr("Too short")
    return tr("Hard to guess") if len(typed) >= _STRONG else tr("Good enough; a word more makes it better")
