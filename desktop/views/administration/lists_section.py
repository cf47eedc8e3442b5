"""The lists of the centre: a word added, reworded, withdrawn or brought back, each with a way back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.centre_lists import ListLine
from desktop.views.administration.lines_section import LinesSection, state_column
from desktop.views.administration.word_line import WordLine
from desktop.views.shared.line_table import ColumnOf
from desktop.views.shared.shell import Shell

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
    state_column(),
)


class ListsSection(LinesSection[ListLine]):
    """One list at a time; a word that is used is withdrawn, never deleted."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("A word that is used is withdrawn, never deleted: files that have it keep it.")
        super().__init__(shell, tr("Lists"), about, COLUMNS, tr("Words of the list"), parent)
        self._lists = shell.centre.lists
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Which list"))
        for name in self._lists.lists():
            self.choice.addItem(tr(LIST_WORDS[name]) if name in LIST_WORDS else name, name)
        self.words = WordLine(self)
        self.state = self.words.state
        self.top.addWidget(self.choice)
        self.column.addWidget(self.words)
        self.choice.activated.connect(self.refresh)
        self.words.added.connect(self._add)
        self.words.reworded.connect(self._reword)
        self.state.clicked.connect(self._turn)

    def read(self) -> Sequence[ListLine]:
        """Read the words of the chosen list."""
        return self._lists.items(self._name())

    def show_line(self, line: ListLine | None) -> None:
        """Show the chosen word below the others."""
        self.words.show_line(line)

    def fold(self, *, narrow: bool) -> None:
        """Keep the French words and their state."""
        super().fold(narrow=narrow)
        self.lines.setColumnHidden(1, narrow)

    def _name(self) -> str:
        return str(self.choice.currentData())

    @Slot(str, str)
    def _add(self, fr: str, en: str) -> None:
        name = self._name()
        try:
            key = self._lists.add(name, fr, en)
        except DeskError as refusal:
            self.words.refuse(refusal)
            return
        self.done(tr("“{word}” is in the list.", word=fr), partial(self._lists.retire, name, key))
        self.words.begin()

    @Slot(str, str)
    def _reword(self, fr: str, en: str) -> None:
        line, name = self.line(), self._name()
        if line is None:
            return
        try:
            self._lists.rename(name, line.id, line.version_id, fr, en)
        except DeskError as refusal:
            self.words.refuse(refusal)
            return
        undo = partial(self._lists.rename, name, line.id, line.version_id + 1, line.fr, line.en)
        self.done(tr("“{before}” now reads “{word}”.", before=line.fr, word=fr), undo)

    @Slot()
    def _turn(self) -> None:
        line, name = self.line(), self._name()
        if line is None:
            return
        turn, back = (self._lists.retire, self._lists.bring_back)
        said = tr("“{word}” is offered no more.", word=line.word)
        if line.retired:
            turn, back, said = back, turn, tr("“{word}” is offered again.", word=line.word)
        if self.attempt(partial(turn, name, line.id)):
            self.done(said, partial(back, name, line.id))
