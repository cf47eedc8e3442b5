"""The eight groups of a recovery paper, set as they stand on it; only the one being typed can be read."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.way_back import refuse_slip
from desktop.views.shared.field import Field

_GROUPS, _ACROSS, _SIGNS = 8, 4, 5


class CodeFields(QWidget):
    """Goes on to the next group by itself; a slip is named under its field as one leaves it, and stays as typed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = [QLineEdit(self) for _ in range(_GROUPS)]
        self.fields = [
            Field(tr("Group &{n}", n=at), line, check=partial(_check, at), parent=self)
            for at, line in enumerate(self.lines, 1)
        ]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for at, field in enumerate(self.fields):
            grid.addWidget(field, at // _ACROSS, at % _ACROSS, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at % _ACROSS, 1)
        for line, after in zip(self.lines, [*self.lines[1:], None], strict=True):
            line.setMaxLength(_SIGNS)
            line.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
            line.textEdited.connect(self.changed)
            if after is not None:
                line.textEdited.connect(lambda text, after=after: len(text) == _SIGNS and after.setFocus())
        self.setFocusProxy(self.lines[0])

    def is_typed(self) -> bool:
        """Say whether every group was typed to its end."""
        return all(len(line.text()) == _SIGNS for line in self.lines)

    def is_right(self) -> bool:
        """Check every group, and go to the first that nobody can have read on a paper."""
        wrong = [field for field in self.fields if not field.is_right()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def typed(self) -> str:
        """Give the code as it was typed."""
        return " ".join(line.text() for line in self.lines)

    def refuse(self, number: int, refusal: DeskError) -> None:
        """Say under the group of this number, counted from 1, what is wrong with it."""
        for field in self.fields:
            field.clear_refusal()
        self.fields[number - 1].refuse(refusal)
        self.fields[number - 1].setFocus()

    def wipe(self) -> None:
        """Forget every group."""
        for line in self.lines:
            line.clear()


def _check(number: int, typed: str) -> None:
    if typed:
        refuse_slip(number, typed)
