"""Calling the roll of a convoy by keys: A for who is here, N for the next, at the end the rest did not come."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.i18n import tr
from desktop.services.convoys import ConvoyLine, Roll, Unlisted
from desktop.views.arrivals.moment_edit import MomentEdit
from desktop.views.arrivals.roll_table import NAME, RollTable
from desktop.views.arrivals.unlisted_form import UnlistedForm
from desktop.views.shared.discretion import discretion
from desktop.views.shared.field import Field
from desktop.views.shared.icons import put_icon
from desktop.views.shared.labels import text_label
from desktop.views.shared.shell import Shell
from desktop.views.shared.tables import plain_table
from desktop.vocabulary import ManifestState


class RollPane(QWidget):
    """The list of a convoy with who is here; every act is written at once and has a way back."""

    left = Signal()
    corrected = Signal(object)  # ConvoyLine whose people shall be corrected

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._line: ConvoyLine | None = None
        self.table = RollTable()
        self.lines = plain_table(self.table, tr("Roll of the convoy"), self, wide=NAME)
        self.back = QPushButton(tr("Back to the &convoys"), self)
        self.title = text_label(look="heading", wrap=True, parent=self)
        self.counts = text_label(look="strong", wrap=True, parent=self)
        self.correct = QPushButton(tr("&People of the convoy"), self)
        self.here = QPushButton(tr("Here (A)"), self)
        self.here.setObjectName("primary")
        self.rest = QPushButton(tr("The &rest did not come"), self)
        self.refusal = text_label(look="refusal", wrap=True, parent=self)
        self.unlisted = UnlistedForm(self)
        self.arrived = MomentEdit(self)
        self.when = Field(tr("&Time of arrival"), self.arrived, parent=self)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.correct.clicked.connect(lambda: self.corrected.emit(self._line))
        self.here.clicked.connect(self.tick)
        self.rest.clicked.connect(self.close_roll)
        self.unlisted.wanted.connect(self.add)
        only = Qt.ShortcutContext.WidgetShortcut
        for key, act in (("A", self.tick), ("N", self.go_to_next), ("Esc", self.left.emit)):
            QShortcut(QKeySequence(key), self.lines, context=only).activated.connect(act)
        self.setFocusProxy(self.lines)

    def show_convoy(self, line: ConvoyLine) -> None:
        """Show the roll of a convoy, the first who is expected chosen."""
        self._line = line
        self.title.setText(line.name)
        self.arrived.be_now(line.at.tzinfo)
        if line.has_arrived:
            self.arrived.show_moment(line.at)
        self._read(0)
        self.lines.selectRow(self.table.next_expected(-1))

    @Slot()
    def tick(self) -> None:
        """Let the chosen one be here, and go on to the next."""
        row, line = self.lines.currentIndex().row(), self._line
        if line is None or not 0 <= row < self.table.rowCount():
            return
        chosen = self.table.line(row)
        if chosen.state in (ManifestState.EXPECTED, ManifestState.ABSENT):
            words = tr("{name} is here.", name=discretion.shown(chosen.name) or chosen.wristband)
            if self._do(words, lambda: self._shell.centre.roll_call.arrive(line.id, [chosen.id], self.arrived.past())):
                self.go_to_next()

    @Slot()
    def go_to_next(self) -> None:
        """Choose the next who is expected."""
        self.lines.selectRow(self.table.next_expected(self.lines.currentIndex().row()))

    @Slot()
    def close_roll(self) -> None:
        """Say that the rest did not come."""
        line = self._line
        if line is not None:
            self._do(tr("The rest did not come."), lambda: self._shell.centre.roll_call.close(line.id))

    @Slot(object)
    def add(self, who: Unlisted) -> None:
        """Write somebody down who is not on the list."""
        line, at = self._line, self.arrived.past()
        words = tr("Added: not on the list.")
        if line is not None and self._do(words, lambda: self._shell.centre.roll_call.add(line.id, who, at)):
            self.unlisted.clear()

    def _do(self, words: str, act: Callable[[], UUID]) -> bool:
        try:
            done = act()
        except DeskError as refusal:
            self._refuse(refusal)
            return False
        self._read(self.lines.currentIndex().row())
        self._shell.toast(words, lambda: self._take_back(done))
        return True

    def _take_back(self, act: UUID) -> None:
        try:
            self._shell.centre.roll_call.take_back(act)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self._read(self.lines.currentIndex().row())

    def _read(self, row: int) -> None:
        if self._line is None:
            return
        try:
            roll = self._shell.centre.roll_call.roll(self._line.id)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.refusal.hide()
        self.table.show_lines(roll.lines)
        self.lines.selectRow(max(0, row))
        self._count(roll)

    def _count(self, roll: Roll) -> None:
        added, absent = roll.count(ManifestState.ADDED), roll.count(ManifestState.ABSENT)
        said = [
            tr("On the list {n}", n=roll.listed),
            tr("here {n}", n=roll.count(ManifestState.ARRIVED)),
            tr("not on the list {n}", n=added),
            tr("did not come {n}", n=absent),
        ]
        self.counts.setText(" · ".join(said))
        waiting = roll.count(ManifestState.EXPECTED)
        self.rest.setEnabled(waiting > 0)
        self.rest.setToolTip("" if waiting else tr("Nobody is expected any more."))

    def _refuse(self, refusal: DeskError) -> None:
        self.refusal.setText(refusal.explain())
        self.refusal.show()

    def _lay_out(self) -> None:
        put_icon(self.back, "chevron_left")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.correct)
        foot.addWidget(self.counts, 1)
        foot.addWidget(self.when)
        foot.addWidget(self.rest)
        foot.addWidget(self.here)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.lines, 1)
        column.addLayout(foot)
        column.addWidget(self.refusal)
        column.addWidget(self.unlisted)
        self.refusal.hide()
