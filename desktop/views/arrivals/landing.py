"""The convoys that came, with the one thing to do at midnight: take the next one in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.rights import Permission
from desktop.services.convoys import ConvoyLine
from desktop.views.arrivals.convoy_table import ConvoyTable
from desktop.views.shared.acts import act_row
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

NAME, SITE, LIKENESSES = 1, 2, 5


class Landing(QWidget):
    """A table of convoys; the chosen one's import may be undone as long as nothing rests on it."""

    wanted = Signal()  # somebody wants to take a convoy in
    examine = Signal()  # somebody wants to decide on look-alikes
    opened = Signal(object)  # ConvoyLine whose people shall be shown

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.table = ConvoyTable()
        self.lines = plain_table(self.table, tr("Convoys"), self, wide=NAME)
        self.welcome = QPushButton(tr("Take a &convoy in"), self)
        self.welcome.setObjectName("primary")
        self.welcome.setToolTip(QKeySequence("Ctrl+N").toString(QKeySequence.SequenceFormat.NativeText))
        self.show_people = QPushButton(tr("&People of the convoy"), self)
        self.alike = QPushButton(self)
        self.undo = QPushButton(tr("&Undo this import"), self)
        self.said = text_label(look="strong", wrap=True, parent=self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        words = tr("No convoy yet. Bring its list here as a file, or copy it from a spreadsheet and press Ctrl+V.")
        self.empty = EmptyState("arrivals", words, self)
        self.empty.offer(tr("Take a &convoy in"), self.wanted.emit)
        self._lay_out()
        self.welcome.clicked.connect(self.wanted)
        self.alike.clicked.connect(self.examine)
        self.undo.clicked.connect(self._undo_chosen)
        self.show_people.clicked.connect(self._open_chosen)
        self.lines.activated.connect(self._open_chosen)
        self.lines.selectionModel().currentRowChanged.connect(self._chosen)
        self.setFocusProxy(self.lines)

    @Slot()
    def refresh(self) -> None:
        """Read the convoys again; the chosen one stays chosen."""
        kept = self.line()
        try:
            lines, alike = self._shell.centre.convoy_desk.recent(), self._waiting()
        except DeskError as refusal:
            self.say_refusal(refusal)
            return
        self.table.show_lines(lines)
        for widget in (self.lines, self.welcome, self.undo, self.show_people):
            widget.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.alike.setText(trn("{n} look-alike to examine", "{n} look-alikes to examine", alike))
        put_icon(self.alike, "people")
        self.alike.setVisible(bool(alike))
        self.setFocusProxy(self.lines if lines else self.empty.action)
        self.lines.selectRow(max(0, self.table.row_of(kept.id)) if kept else 0)
        self._chosen()

    def line(self) -> ConvoyLine | None:
        """Give the chosen convoy."""
        row = self.lines.currentIndex().row()
        return self.table.line(row) if 0 <= row < self.table.rowCount() else None

    def say(self, words: str) -> None:
        """Say what was done; a refusal said before is over."""
        self.refusal.hide()
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def say_refusal(self, refusal: DeskError) -> None:
        """Say why something could not be done."""
        self.said.hide()
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def take_back(self, line: ConvoyLine) -> None:
        """Undo the import that brought a convoy in, or say what rests on it."""
        if line.import_id is None:
            return
        try:
            self._shell.centre.convoys.undo(line.import_id)
        except DeskError as refusal:
            self.say_refusal(refusal)
        else:
            self.say(tr("The import of “{name}” is undone. Nobody of it is in the house.", name=line.name))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to the name where there is little of it."""
        super().resizeEvent(event)
        for column in (SITE, LIKENESSES):
            self.lines.setColumnHidden(column, self.width() < scaled(860))

    @Slot()
    def _undo_chosen(self) -> None:
        line = self.line()
        if line is not None:
            self.take_back(line)

    @Slot()
    def _open_chosen(self, *_: object) -> None:
        line = self.line()
        if line is not None:
            self.opened.emit(line)

    def _chosen(self, *_: object) -> None:
        line = self.line()
        self.undo.setEnabled(line is not None and line.import_id is not None)

    def _waiting(self) -> int:
        centre = self._shell.centre
        return centre.look_alike_queue.count() if centre.desk.may(Permission.EDIT_PEOPLE) else 0

    def _lay_out(self) -> None:
        put_icon(self.welcome, "plus", "on_primary")
        put_icon(self.undo, "undo")
        put_icon(self.show_people, "people")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(act_row(self.show_people, self.undo, self.welcome, back=self.alike))
        for label in (self.said, self.refusal):
            label.hide()
            label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            column.addWidget(label)
        column.addWidget(self.lines, 1)
        column.addWidget(self.empty, 1)
