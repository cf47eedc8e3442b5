"""Finding the other file of a person, and saying which of both stays."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.people_pages import PersonSummary
from desktop.views.shared.acts import answer_row
from desktop.views.shared.field import Field
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import LINE_HEIGHT, plain_table
from desktop.views.shared.two_files import TwoFiles

PAUSE_MS = 150
_FOUND = 6


class MergeForm(QWidget):
    """A search for the other file, both side by side, and one button; nothing is chosen beforehand."""

    agreed = Signal(str, str)  # the code of the file that stays, that of the one that is read as it
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell, self._code = shell, ""
        self.sought = QLineEdit(self)
        self.field = Field(tr("Find the &other file by name or code"), self.sought, parent=self)
        self.table: LineTable[PersonSummary] = LineTable((
            ColumnOf(heading=mark("Name"), show=lambda one: one.name or tr("No name yet"), names_somebody=True),
            ColumnOf(heading=mark("Code"), show=lambda one: one.code, width=170),
        ))  # fmt: skip
        self.found = plain_table(self.table, tr("Files found"), self, wide=0)
        self.files = TwoFiles(self)
        self.agree, self.leave = QPushButton(tr("Make one file of both"), self), QPushButton(tr("Leave it"), self)
        self.agree.setObjectName("primary")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.search)
        self.sought.textEdited.connect(self._pause.start)
        self.sought.returnPressed.connect(self._enter)
        self.found.activated.connect(self._choose)
        self.found.clicked.connect(self._choose)
        self.agree.clicked.connect(lambda: self.agreed.emit(self.files.kept, self.files.absorbed))
        self.leave.clicked.connect(self.left)
        self.setFocusProxy(self.sought)

    def ask(self, code: str) -> None:
        """Begin to look for the other file of the person with this code."""
        self._code = code
        self.sought.clear()
        self.field.clear_refusal()
        self._list([])

    def refuse(self, refusal: DeskError) -> None:
        """Say why this cannot be the other file; what was typed stays."""
        self.field.refuse(refusal)

    @Slot()
    def search(self) -> None:
        """Find those who answer to what is typed; the person of the open file is not among them."""
        self._pause.stop()
        text = self.sought.text().strip()
        try:
            people = self._shell.centre.people.search(text, _FOUND + 1) if text else []
        except DeskError as refusal:
            self.refuse(refusal)
            return
        self.field.clear_refusal()
        self._list([one for one in people if one.code != self._code][:_FOUND])

    @Slot()
    def _enter(self) -> None:
        self.search()
        if self.table.rowCount() > 1:
            self.found.setFocus()
            self.found.selectRow(0)
        elif self.table.rowCount():
            self._show(self.table.line(0).code)
        elif self.sought.text().strip():
            self._show(self.sought.text().strip())  # a code of this very person is answered as such

    @Slot()
    def _choose(self, *_: object) -> None:
        row = self.found.currentIndex().row()
        if 0 <= row < self.table.rowCount():
            self._show(self.table.line(row).code)

    def _show(self, other: str) -> None:
        try:
            before = self._shell.centre.merging.before(self._code, other)
        except DeskError as refusal:
            self._list([])
            self.refuse(refusal)
            return
        self.files.show_pair(before)
        self._offer(chosen=True)
        self.files.setFocus()

    def _list(self, people: list[PersonSummary]) -> None:
        self.table.show_lines(people)
        self._offer(chosen=False)
        rows = min(len(people), _FOUND) + 1  # and the headings
        self.found.setFixedHeight(rows * scaled(LINE_HEIGHT) + 4)

    def _offer(self, *, chosen: bool) -> None:
        for widget in (self.files, self.agree):
            widget.setVisible(chosen)
        self.found.setVisible(not chosen and self.table.rowCount() > 0)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.field, self.found, self.files):
            column.addWidget(widget)
        column.addLayout(answer_row(self.leave, self.agree))
