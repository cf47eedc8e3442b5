"""What the way back asks for, one thing after the other: the paper, then the account and its new password."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.passwords import WeakPassword
from desktop.services.way_back import NoWayBack
from desktop.views.shared.background import BackgroundTasks
from desktop.views.shared.code_fields import CodeFields
from desktop.views.shared.field import Field
from desktop.views.shared.labels import text_label
from desktop.views.shared.password_fields import PasswordFields


class PaperStep(QWidget):
    """The eight groups, each checked as it is left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = tr(
            "For when nobody of the administration can sign in any more. Type the eight groups as they stand on the "
            "paper; each is hidden once it is typed. The paper stays good."
        )
        self.code = CodeFields(self)
        _stack(self, text_label(words, "muted", wrap=True, parent=self), self.code)
        self.setFocusProxy(self.code)

    def is_right(self) -> bool:
        """Go to the first group that is empty or mistyped, or say that there is none."""
        return _all_typed(*self.code.lines) and self.code.is_right()


class AccountStep(QWidget):
    """Whose password it is, and the new one twice."""

    def __init__(self, login: str, tasks: BackgroundTasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.login = QLineEdit(login, self)
        help_words = tr("An account of the administration: it gives everybody else a new password.")
        self.login_field = Field(tr("&Login"), self.login, help_words=help_words, parent=self)
        self.fields = PasswordFields([login], tasks, tr("&New password"), self)
        self.login.textChanged.connect(lambda text: setattr(self.fields, "known", [text]))
        _stack(self, self.login_field, self.fields)
        self.setFocusProxy(self.login)

    def is_right(self) -> bool:
        """Go to what is empty, too short or typed differently, or say that nothing is."""
        self.login_field.clear_refusal()
        return _all_typed(self.login, self.fields.first, self.fields.second) and self.fields.are_right()

    def refuse(self, refusal: DeskError) -> bool:
        """Say under its field what is wrong with the account or the password; False where it is something else."""
        if isinstance(refusal, NoWayBack):
            self.login_field.refuse(refusal)
            self.login.setFocus()
            self.login.selectAll()
        elif isinstance(refusal, WeakPassword):
            self.fields.refuse(refusal)
        else:
            return False
        return True


def _all_typed(*lines: QLineEdit) -> bool:
    """Go to the first line that is empty: so Enter goes on from one to the next."""
    empty = next((line for line in lines if not line.text().strip()), None)
    if empty is not None:
        empty.setFocus()
    return empty is None


def _stack(step: QWidget, *widgets: QWidget) -> None:
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
