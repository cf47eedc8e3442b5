"""A password typed twice, with words on how hard it is to guess."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.passwords import MIN_PASSWORD, EasyPassword, WeakPassword, refuse_weak
from desktop.views.shared.caps_lock import CapsLockWatch
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label

_STRONG = 14


class NotTheSame(DeskError):
    """The second password is not the first."""

    sentence = mark("The two passwords differ. Type the second again.")


class PasswordFields(QWidget):
    """Two fields that must agree; what was typed is wiped only by whoever typed it; `known` are names others know."""

    def __init__(self, known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        self.caps = text_label(tr("Caps Lock is on."), "notice", wrap=True, parent=self)
        self.caps.hide()
        help_words = tr("Several words are easy to keep in mind and hard to guess. At least {n} signs.", n=MIN_PASSWORD)
        self.first_field = Field(tr("&Password"), self.first, help_words=help_words, parent=self)
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
        self.first.textChanged.connect(self._say_strength)
        self.setFocusProxy(self.first)
        self._say_strength("")

    def are_right(self) -> bool:
        """Check both, say under which one something is wrong, and go there."""
        for field in (self.first_field, self.second_field):
            field.clear_refusal()
        try:
            refuse_weak(self.first.text(), self._known)
        except WeakPassword as refusal:
            self.first_field.refuse(refusal)
            self.first.setFocus()
            return False
        if self.second.text() != self.first.text():
            self.second_field.refuse(NotTheSame())
            self.second.setFocus()
            self.second.selectAll()
            return False
        return True

    @Slot(str)
    def _say_strength(self, typed: str) -> None:
        self.strength.setText(strength_words(typed, self._known))
        self.strength.setVisible(bool(typed))


def strength_words(typed: str, known: Sequence[str] = ()) -> str:
    """Say how hard a password is to guess for somebody who has these names."""
    try:
        refuse_weak(typed, known)
    except EasyPassword:
        return tr("Easy to guess")
    except WeakPassword:
        return tr("Too short")
    return tr("Hard to guess") if len(typed) >= _STRONG else tr("Good enough; a word more makes it better")
