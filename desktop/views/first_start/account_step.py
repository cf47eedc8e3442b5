"""The fourth step: the first account, that of coordination."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from desktop.i18n import mark, tr
from desktop.services.passwords import refuse_weak
from desktop.views.first_start.answers import Answers
from desktop.views.first_start.checks import TypedOtherwise, check_filled, check_login
from desktop.views.first_start.step import Step
from desktop.views.first_start.strength import strength
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.caps_lock import CapsLockWatch
from desktop.views.shared.field import Check, Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.pills import Pill


class AccountStep(Step):
    """Asks for a login, a name and a password typed twice."""

    title = mark("First account")
    words = mark(
        "Coordination signs in first and opens an account for each colleague. Nobody can find a lost password."
    )

    def __init__(self, answers: Answers, tasks: BackgroundTasks, over: QObject) -> None:
        super().__init__(answers, tasks, over)
        self.name = self._line(answers.name)
        self.login = self._line(answers.login)
        self.password = self._line(answers.password, secret=True)
        self.again = self._line(answers.again, secret=True)
        self.strength = Pill(parent=self)
        self.caps = text_label(tr("Caps Lock is on."), "notice", wrap=True, parent=self)
        self.caps.hide()
        self._watches = [CapsLockWatch(line, self.caps) for line in (self.password, self.again)]
        self.fields = (
            self._field(tr("&Given names and family name"), self.name, check_filled),
            self._field(tr("&Login"), self.login, check_login, tr("Typed at each sign-in: short, without accents.")),
            self._field(tr("&Password"), self.password, self._check_password),
            self._field(tr("The password &again"), self.again, self._check_again),
        )
        at = self.column.indexOf(self.fields[2]) + 1
        self.column.insertWidget(at, self.strength)
        self.column.insertWidget(at + 1, self.caps)
        self.column.addStretch()
        self.password.textChanged.connect(self._weigh)
        self._weigh()
        self.setFocusProxy(self.fields[0])

    def keep(self) -> None:
        """Keep what was typed, passwords too: they stay in memory and are never shown."""
        self.answers.name, self.answers.login = self.name.text(), self.login.text()
        self.answers.password, self.answers.again = self.password.text(), self.again.text()

    def leave(self, go: Callable[[], None]) -> None:
        """Go on when every field is right; the first one that is not gets the keyboard."""
        wrong = [field for field in self.fields if not field.is_right()]
        if wrong:
            wrong[0].setFocus()
        else:
            go()

    def _check_password(self, text: str) -> None:
        refuse_weak(text, self._known())

    def _check_again(self, text: str) -> None:
        if text != self.password.text():
            raise TypedOtherwise

    def _weigh(self) -> None:
        self.strength.say(*strength(self.password.text(), self._known()))
        self.strength.setVisible(bool(self.password.text()))

    def _known(self) -> list[str]:
        return [self.login.text(), self.name.text(), self.answers.organisation]

    def _line(self, text: str, *, secret: bool = False) -> QLineEdit:
        line = QLineEdit(text, self)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
        return line

    def _field(self, words: str, line: QLineEdit, check: Check, help_words: str = "") -> Field:
        field = Field(words, line, help_words=help_words, check=check, parent=self)
        self.column.addWidget(field)
        return field
