"""The worries that wait in the compartments one holds: read, taken into a case, or thrown away if set aside."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.formats import short_date
from desktop.i18n import mark, tr
from desktop.services.cases import Worry, WorryState
from desktop.views.follow_up.veil import Veil
from desktop.views.follow_up.words import WORRY_KINDS, WORRY_WORDS
from desktop.views.shared.acts import act_row
from desktop.views.shared.empty_state import EmptyState
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.tables import plain_table

_ROOM = 2  # the column of the compartment, of which most readers hold one


class TrayPane(QWidget):
    """A table of worries over the words of the one that is chosen."""

    left = Signal()
    taking_asked = Signal(object)  # Worry
    discard_asked = Signal(object)  # Worry

    def __init__(self, rooms: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = LineTable[Worry]((
            ColumnOf(heading=mark("Day"), show=lambda one: short_date(one.day), width=110),
            ColumnOf(heading=mark("From"), show=lambda one: one.by, names_somebody=True),
            ColumnOf(heading=mark("Compartment"), show=lambda one: rooms.get(one.compartment, ""), width=170),
            ColumnOf(heading=mark("Where it stands"), show=lambda one: tr(WORRY_WORDS[one.state]),
                     kind=lambda one: WORRY_KINDS[one.state], width=260),
        ))  # fmt: skip
        self.back = QPushButton(tr("Back to the &list"), self)
        self.take = QPushButton(tr("Ta&ke into a case…"), self)
        self.take.setObjectName("primary")
        self.discard = QPushButton(tr("Thro&w away"), self)
        self.crowded = text_label(
            tr("Very many worries wait. Somebody may be flooding the tray: look at each, and speak to the others."),
            "notice", wrap=True, parent=self)  # fmt: skip
        self.lines = plain_table(self.table, tr("Worries"), self, wide=1)
        self.text = text_label(wrap=True)
        self.empty = EmptyState("concern", tr("No worry waits. What somebody raises will stand here."), self)
        self.lines.setColumnHidden(_ROOM, len(rooms) == 1)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.lines.selectionModel().currentRowChanged.connect(self._show)
        self.lines.activated.connect(self.take.click)
        self.take.clicked.connect(lambda _: self.taking_asked.emit(self.worry()))
        self.discard.clicked.connect(lambda _: self.discard_asked.emit(self.worry()))
        self.setFocusProxy(self.lines)

    def show_worries(self, worries: Sequence[Worry], *, crowded: bool) -> None:
        """Show what waits, the oldest first, and say when there is too much of it."""
        self.table.show_lines(worries)
        self.crowded.setVisible(crowded)
        for part in (self.lines, self._veil, self.take, self.discard):
            part.setVisible(bool(worries))
        self.empty.setVisible(not worries)
        self.lines.selectRow(0)
        self._show()

    def worry(self) -> Worry | None:
        """Give the worry that is chosen."""
        row = self.lines.currentIndex().row()
        return self.table.line(row) if 0 <= row < self.table.rowCount() else None

    def wipe(self) -> None:
        """Forget every word."""
        self.table.show_lines([])
        self.text.clear()

    @Slot(QModelIndex)
    def _show(self) -> None:
        worry = self.worry()
        unreadable = tr("This worry was made up or altered outside the program. Nothing of it can be read.")
        self.text.setText("" if worry is None else worry.text or unreadable)
        readable = worry is not None and worry.state is not WorryState.UNREADABLE
        self.take.setEnabled(readable)
        self.take.setToolTip("" if readable else unreadable)
        aside = worry is not None and worry.state is not WorryState.READABLE
        self.discard.setEnabled(aside)
        self.discard.setToolTip("" if aside else tr("A worry that can be read is taken into a case."))

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        inside = QWidget(self)
        inside.setObjectName("page")
        within = QVBoxLayout(inside)
        within.addWidget(self.text)
        within.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("What the worry says"))
        scroll.setWidget(inside)
        self._veil = Veil(scroll, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(act_row(self.discard, self.take, back=self.back))
        column.addWidget(self.crowded)
        column.addWidget(self.lines, 3)
        column.addWidget(self._veil, 2)
        column.addWidget(self.empty, 1)
        self.crowded.hide()
        self.empty.hide()
