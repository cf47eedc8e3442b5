"""Finding people by name or code, among all or some of them."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr, trn
from desktop.services.people_search import Wanted
from desktop.services.saved_views import SavedView
from desktop.views.people.people_table import Column, PeopleTable
from desktop.views.people.saved_views import SavedViews
from desktop.views.shared.chips import Chips
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import LineRole
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.views.shared.tables import plain_table

PAUSE_MS = 150
EVERYBODY, HERE, ARRIVED, LACKING = "everybody", "here", "arrived", "lacking"
FILTERS = {
    EVERYBODY: mark("Everybody"),
    HERE: mark("Here tonight"),
    ARRIVED: mark("Arrived in the last 24 hours"),
    LACKING: mark("To complete"),
}
_LATELY = timedelta(hours=24)


class PeopleList(QWidget):
    """A search field and filters over the table of those they find."""

    chosen = Signal(str)  # code of the person to open

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PeopleTable(shell.centre.people.page)
        self.sought = QLineEdit(self)
        self.sought.setPlaceholderText(tr("Find a name or a code"))
        self.sought.setAccessibleName(tr("Find a name or a code"))
        self.sought.setClearButtonEnabled(True)
        self.filters = Chips({code: tr(words) for code, words in FILTERS.items()}, tr("Whom to list"), self)
        self.views = SavedViews(shell, self._standing, SavedView("", "", EVERYBODY), self)
        self.count = text_label(look="muted", parent=self)
        self.lines = plain_table(self.table, tr("People"), self, wide=Column.NAME)
        self.empty = EmptyState("people", parent=self)
        self.empty.offer(tr("Look among everybody"), self._among_everybody)
        words = tr("Nobody is written down yet. Bring in a convoy’s list to begin.")
        self.beginning = EmptyState("people", words, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        _lay_out(self)
        self._pause.timeout.connect(self.refresh)
        self.sought.textChanged.connect(self._pause.start)
        self.sought.returnPressed.connect(self._enter)
        self.sought.installEventFilter(self)
        self.filters.chosen.connect(self.refresh)
        self.views.chosen.connect(self._take_up)
        self.lines.activated.connect(self._open)
        self.setFocusProxy(self.sought)

    @Slot()
    def refresh(self) -> None:
        """Search again for what is typed and chosen."""
        self._pause.stop()
        self.views.refresh()
        wanted = self._wanted()
        try:
            self.table.show_wanted(wanted)
        except DeskError as refusal:
            self._say_empty(refusal.explain())
            self.beginning.hide()
            return
        found = self.table.rowCount()
        # To count a hundred thousand at every key would make whoever types wait.
        more = self.table.canFetchMore(QModelIndex())
        self.count.setText(tr("More than {n} people", n=found) if more else trn("{n} person", "{n} people", found))
        self._say_empty("" if found else _nobody(wanted, self.filters.code()))
        begins = not found and not wanted.text.strip() and self.filters.code() == EVERYBODY
        self.beginning.setVisible(begins)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go down from the field into the list."""
        down = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        if down and self.table.rowCount():
            self._go_down()
        return down

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let names have the room where there is little of it."""
        super().resizeEvent(event)
        for column in (Column.LANGUAGES, Column.SITE):
            self.lines.setColumnHidden(column, self.width() < scaled(760))

    def _wanted(self) -> Wanted:
        chosen = self.filters.code()
        return Wanted(
            text=self.sought.text(),
            in_house_only=chosen == HERE,
            to_complete=chosen == LACKING,
            arrived_since=datetime.now(tz=UTC) - _LATELY if chosen == ARRIVED else None,
        )

    @Slot()
    def _enter(self) -> None:
        # Enter may come before the pause is over: what is opened is always what stands typed.
        self.refresh()
        if self.table.rowCount() == 1:
            self.chosen.emit(self.table.line(0).code)
        elif self.table.rowCount():
            self._go_down()

    def _go_down(self) -> None:
        self.lines.setFocus()
        self.lines.selectRow(max(0, self.lines.currentIndex().row()))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(LineRole).code)

    def _standing(self) -> SavedView:
        return SavedView("", self.sought.text().strip(), self.filters.code())

    @Slot(object)
    def _take_up(self, view: SavedView) -> None:
        self.filters.choose(view.chosen if view.chosen in FILTERS else EVERYBODY)
        self.sought.setText(view.text)
        self.refresh()

    def _among_everybody(self) -> None:
        self.filters.choose(EVERYBODY)
        self.refresh()
        self.sought.setFocus()

    def _say_empty(self, words: str) -> None:
        self.empty.words.setText(words)
        self.empty.action.setVisible(self.filters.code() != EVERYBODY)
        self.empty.setVisible(bool(words))
        self.lines.setVisible(self.table.rowCount() > 0 and not words)
        self.count.setVisible(self.lines.isVisibleTo(self))


def _lay_out(found: PeopleList) -> None:
    top, row = QHBoxLayout(), QHBoxLayout()
    top.addWidget(found.sought, 1)
    top.addWidget(found.views)
    row.addWidget(found.filters, 1)
    row.addWidget(found.count)
    column = QVBoxLayout(found)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addLayout(top)
    column.addLayout(row)
    column.addWidget(found.views.naming)
    column.addWidget(found.lines, 1)
    column.addWidget(found.empty, 1)
    column.addWidget(found.beginning, 1)


def _nobody(wanted: Wanted, chosen: str) -> str:
    if wanted.text.strip():
        return tr("Nobody answers to “{sought}”. Try the beginning of the name.", sought=wanted.text.strip())
    return {
        EVERYBODY: "",
        HERE: tr("Nobody is in the house now."),
        ARRIVED: tr("Nobody arrived in the last 24 hours."),
        LACKING: tr("Nothing is missing on any file."),
    }[chosen]
