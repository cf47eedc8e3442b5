"""A recovery paper: shown and printed from memory, then two of its groups typed back from the print."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.printing.paper import Make, Paper
from desktop.views.shared.printing.preview import PrintPreview, show_paper
from desktop.views.shared.shell import Host


class ReadBack(QWidget):
    """Offers the paper, and asks for the groups that show it is in print; a wrong one is named under its field."""

    changed = Signal()  # more or less was typed

    def __init__(self, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = host
        self._make: Make | None = None
        self._numbers: Sequence[int] = ()
        self._shown: PrintPreview | None = None
        self.groups: list[Field] = []
        self.show_paper = QPushButton(tr("&Show and print the paper…"), self)
        self.show_paper.setEnabled(False)
        put_icon(self.show_paper, "print")
        self.show_paper.clicked.connect(self._preview)
        button = QHBoxLayout()
        button.addWidget(self.show_paper)
        button.addStretch()
        self._asked = QHBoxLayout()
        self._asked.setContentsMargins(0, 8, 0, 0)
        self._asked.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(button)
        column.addLayout(self._asked)
        self.setFocusProxy(self.show_paper)

    def withdraw(self) -> None:
        """Offer no paper: none is made yet, or it is no longer the right one."""
        self.close_paper()
        self._make = None
        self.show_paper.setEnabled(False)
        for field in self.groups:
            self._asked.removeWidget(field)
            field.deleteLater()
        self.groups = []

    def offer(self, make: Make, numbers: Sequence[int]) -> None:
        """Offer a paper, and ask for the groups of these numbers, counted from 1."""
        self.withdraw()
        self._make, self._numbers = make, numbers
        words = tr("Read it from the paper and type it.")
        self.groups = [Field(tr("Group &{n}", n=number), QLineEdit(self), help_words=words) for number in numbers]
        before: QWidget = self.show_paper
        for field in self.groups:
            self._asked.addWidget(field, 1)
            field.show()  # a layout shows it only at the next turn of the loop: Tab would pass it by until then
            QWidget.setTabOrder(before, field.editor)
            before = field.editor
            _line(field).textChanged.connect(self.changed)
        self.show_paper.setEnabled(True)
        self.show_paper.setFocus()
        self.changed.emit()

    def is_typed(self) -> bool:
        """Say whether every group asked for was typed."""
        return bool(self.groups) and all(_typed(field) for field in self.groups)

    def agrees(self, type_back: Callable[[Sequence[str]], object]) -> bool:
        """Hand over what was typed, and say whether it is right; what is not gets the keyboard and stays as typed."""
        for field in self.groups:
            field.clear_refusal()
        try:
            type_back([_typed(field) for field in self.groups])
        except DeskError as refusal:
            wrong = self.groups[self._numbers.index(int(str(refusal.details["group"])))]
            wrong.refuse(refusal)
            wrong.setFocus()
            return False
        return True

    def close_paper(self) -> None:
        """Take the paper from the screen."""
        if self._shown is not None:
            self._shown.reject()
            self._shown = None

    @Slot()
    def _preview(self) -> None:
        if self._make is not None:
            title, file_name = tr("Recovery paper"), tr("recovery-paper.pdf")
            paper = Paper(title=title, file_name=file_name, make=self._make, on_paper_only=True)
            self._shown = show_paper(self._host, paper, self)
            self._shown.destroyed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._shown = None


def _line(field: Field) -> QLineEdit:
    line = field.editor
    if not isinstance(line, QLineEdit):
        raise TypeError
    return line


def _typed(field: Field) -> str:
    return _line(field).text().strip()
