"""The journal: who did what to which record and when, never what was written."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.errors import BadValue, DeskError
from desktop.i18n import tr
from desktop.services.journal_page import JournalLine
from desktop.views.administration.days import read_day
from desktop.views.administration.journal_table import COLUMNS, Column
from desktop.views.administration.journal_words import act_words
from desktop.views.administration.section import Section
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.field import Field
from desktop.views.shared.flow import Flow
from desktop.views.shared.line_table import LineTable
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table


class JournalSection(Section):
    """Filters by author, act and day over lines that come as one scrolls."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("Who did what, to which record, and when; never what was written. It cannot be erased.")
        super().__init__(tr("Journal"), about, parent)
        self._journal = shell.centre.journal
        self.table = LineTable(COLUMNS)
        self.who, self.what, self.day = QComboBox(self), QComboBox(self), QLineEdit(self)
        self.day.setClearButtonEnabled(True)
        self.day_field = Field(tr("&Day"), self.day, check=_day_or_nothing, parent=self)
        self.lines = plain_table(self.table, tr("Lines of the journal"), self, wide=Column.WHAT)
        self.empty = EmptyState("clock", parent=self)
        self.empty.offer(tr("Show everything"), self.show_everything)
        filters = QWidget(self)
        row = Flow(filters, gap=12)
        for field, width in (
            (Field(tr("&Who"), self.who, parent=self), 200),
            (Field(tr("Wha&t"), self.what, parent=self), 240),
            (self.day_field, 160),
        ):
            field.setFixedWidth(scaled(width))
            row.addWidget(field)
        self.column.addWidget(filters)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.empty, 1)
        self._fill()
        for choice in (self.who, self.what):
            choice.activated.connect(self.refresh)
        self.day.editingFinished.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Read the journal again for what is chosen; a day that means nothing keeps what is shown."""
        if not self.day_field.is_right():
            return
        try:
            self.table.show_pages(_Walk(self).next_lines)
        except DeskError as refusal:
            self.say(refusal)
            return
        found = self.table.rowCount()
        self.empty.words.setText(tr("The journal has no such line."))
        self.lines.setVisible(found > 0)
        self.empty.setVisible(not found)

    @Slot()
    def show_everything(self) -> None:
        """Take the filters away."""
        self.day.clear()
        for choice in (self.who, self.what):
            choice.setCurrentIndex(0)
        self.refresh()
        self.who.setFocus()

    def fold(self, *, narrow: bool) -> None:
        """Keep when, what and who."""
        super().fold(narrow=narrow)
        for column in (Column.RECORD, Column.LINE):
            self.lines.setColumnHidden(column, narrow)

    def read(self, before: int | None, limit: int) -> list[JournalLine]:
        """Give the lines that follow line `before`, as the filters want them."""
        day = _day_or_nothing(self.day.text())
        who, action = self.who.currentData(), self.what.currentData() or ""
        return self._journal.lines(before=before, action=action, who=who, day=day, limit=limit)

    def _fill(self) -> None:
        self.day.setPlaceholderText(tr("any day"))
        self.who.addItem(tr("Everybody"), None)
        self.what.addItem(tr("Every act"), "")
        for key, name in self._journal.authors():
            self.who.addItem(name, key)
        for words, action in sorted((act_words(action), action) for action in self._journal.actions()):
            self.what.addItem(words, action)


class _Walk:
    """Goes down the journal page by page, each from where the one before ended."""

    def __init__(self, section: JournalSection) -> None:
        self._section = section
        self._end: int | None = None

    def next_lines(self, limit: int, _offset: int) -> list[JournalLine]:
        """Give the lines that follow; none after the last."""
        lines = self._section.read(self._end, limit)
        self._end = lines[-1].seq if lines else self._end
        return lines


def _day_or_nothing(text: str) -> date | None:
    """Read a day typed freely; nothing typed means any day.

    Raises:
        BadValue: it is no day.
    """
    if not text.strip():
        return None
    day = read_day(text)
    if day is None:
        raise BadValue(value=text)
    return day
