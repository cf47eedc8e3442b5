"""The lists of the centre: a word added, reworded, withdrawn or brought back, each with a way back."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.centre_lists import ListLine
from desktop.views.administration.section import Section
from desktop.views.administration.word_line import WordLine
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.shell import Shell, Undo
from desktop.views.shared.tables import plain_table

LIST_WORDS = {
    "activity_type": mark("Kinds of activity"),
    "cercle": mark("Cercles"),
    "country": mark("Countries"),
    "departure_reason": mark("Reasons for leaving"),
    "four_ws": mark("4Ws activities"),
    "language": mark("Languages"),
    "need": mark("Needs"),
    "region": mark("Regions"),
}
COLUMNS: tuple[ColumnOf[ListLine], ...] = (
    ColumnOf(heading=mark("In French"), show=lambda line: line.fr),
    ColumnOf(heading=mark("In English"), show=lambda line: line.en, width=220),
    ColumnOf(
        heading=mark("State"),
        show=lambda line: tr("Withdrawn") if line.retired else tr("Offered"),
        kind=lambda line: "quiet" if line.retired else "ok",
        width=140,
    ),
)


class ListsSection(Section):
    """One list at a time; a word that is used is withdrawn, never deleted."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("A word that is used is withdrawn, never deleted: files that have it keep it.")
        super().__init__(tr("Lists"), about, parent)
        self._shell, self._lists = shell, shell.centre.lists
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Which list"))
        for name in self._lists.lists():
            self.choice.addItem(tr(LIST_WORDS[name]) if name in LIST_WORDS else name, name)
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Words of the list"), self, wide=0)
        self.words = WordLine(self)
        self.state = self.words.state
        self.top.addWidget(self.choice)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.words)
        self.choice.activated.connect(self.refresh)
        self.lines.selectionModel().selectionChanged.connect(self._choose)
        self.words.added.connect(self._add)
        self.words.reworded.connect(self._reword)
        self.state.clicked.connect(self._turn)

    @Slot()
    def refresh(self) -> None:
        """Read the chosen list again; the chosen word stays chosen."""
        chosen = self._line()
        found = self._lists.items(self._name())
        self.table.show_lines(found)
        rows = [row for row, line in enumerate(found) if chosen and line.id == chosen.id]
        self.lines.selectRow(rows[0] if rows else 0)

    def fold(self, *, narrow: bool) -> None:
        """Keep the French words and their state."""
        super().fold(narrow=narrow)
        self.lines.setColumnHidden(1, narrow)

    def _name(self) -> str:
        return str(self.choice.currentData())

    def _line(self) -> ListLine | None:
        rows = self.lines.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    @Slot()
    def _choose(self) -> None:
        line = self._line()
        self.state.setEnabled(line is not None)
        self.state.setText(tr("&Bring back") if line and line.retired else tr("&Withdraw"))
        self.words.show_line(line)

    @Slot(str, str)
    def _add(self, fr: str, en: str) -> None:
        name = self._name()
        try:
            key = self._lists.add(name, fr, en)
        except DeskError as refusal:
            self.words.refuse(refusal)
            return
        self.words.begin()
        self._done(tr("“{word}” is in the list.", word=fr), partial(self._lists.retire, name, key))

    @Slot(str, str)
    def _reword(self, fr: str, en: str) -> None:
        line, name = self._line(), self._name()
        if line is None:
            return
        try:
            self._lists.rename(name, line.id, line.version_id, fr, en)
        except DeskError as refusal:
            self.words.refuse(refusal)
            return
        undo = partial(self._lists.rename, name, line.id, line.version_id + 1, line.fr, line.en)
        self._done(tr("“{before}” now reads “{word}”.", before=line.fr, word=fr), undo)

    @Slot()
    def _turn(self) -> None:
        line, name = self._line(), self._name()
        if line is None:
            return
        turn, back = (self._lists.retire, self._lists.bring_back)
        said = tr("“{word}” is offered no more.", word=line.word)
        if line.retired:
            turn, back, said = back, turn, tr("“{word}” is offered again.", word=line.word)
        try:
            turn(name, line.id)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self._done(said, partial(back, name, line.id))

    def _done(self, said: str, back: Undo) -> None:
        self.refresh()
        self._shell.toast(said, partial(self._undo, back))

    def _undo(self, back: Undo) -> None:
        try:
            back()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.refresh()
