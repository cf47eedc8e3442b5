"""The look-alikes that wait, one pair after the other: same, not the same, later."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr, trn
from desktop.services.look_alikes import Decision, QueuedPair
from desktop.views.arrivals.pair_table import PairTable
from desktop.views.arrivals.review_layout import ReviewLayout
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import scaled
from desktop.vocabulary import LookAlikeVerdict

LIKENESS = 2
SAME, DIFFERENT, LATER, _ = LookAlikeVerdict
KEYS = {SAME: "S", DIFFERENT: "N", LATER: "L"}
_DONE = {
    SAME: mark("The two files are one from now on."),
    DIFFERENT: mark("They are two people."),
    LATER: mark("The pair waits at the end of the list."),
}


class Review(QWidget):
    """A decision is written at once, can be taken back from the toast, and leads on to the next pair."""

    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.table = PairTable()
        self.parts = ReviewLayout(self, self.table, KEYS)
        self.parts.back.clicked.connect(self.left)
        self.parts.lines.selectionModel().currentRowChanged.connect(self._show)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for verdict, key in KEYS.items():
            self.parts.answers[verdict].clicked.connect(lambda _=False, verdict=verdict: self.decide(verdict))
            pressed = QShortcut(QKeySequence(key), self, context=inside)
            pressed.activated.connect(lambda verdict=verdict: self.decide(verdict))
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=inside).activated.connect(self.left)

    @Slot()
    def refresh(self) -> None:
        """Read the pairs again; the chosen one stays chosen."""
        chosen = self.pair()
        self._read(self.parts.lines.currentIndex().row(), chosen)

    def choose(self, pair: UUID) -> None:
        """Show a pair side by side, as long as it waits."""
        for row in range(self.table.rowCount()):
            if self.table.line(row).id == pair:
                self.parts.lines.selectRow(row)

    def pair(self) -> QueuedPair | None:
        """Give the chosen pair."""
        row = self.parts.lines.currentIndex().row()
        return self.table.line(row) if 0 <= row < self.table.rowCount() else None

    def decide(self, verdict: LookAlikeVerdict) -> None:
        """Write a decision about the chosen pair, and go on to the next."""
        pair, row = self.pair(), self.parts.lines.currentIndex().row()
        if pair is None:
            return
        keep = self.parts.files.kept if verdict is SAME else ""
        try:
            decision = self._shell.centre.look_alike_queue.decide(pair.id, verdict, keep=keep)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self._read(row, None)
        if verdict is LATER and self.pair() is not None:
            self.parts.lines.selectRow(self._after_later(row, pair))
        self._shell.toast(tr(_DONE[verdict]), lambda: self._take_back(decision, pair))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the room to names and decisions where there is little of it."""
        super().resizeEvent(event)
        self.parts.lines.setColumnHidden(LIKENESS, self.width() < scaled(860))

    def _after_later(self, row: int, pair: QueuedPair) -> int:
        """Give the row that is next: the pair itself stood at the end already, and is not asked twice in a row."""
        here = self.table.line(min(row, self.table.rowCount() - 1))
        return (row + 1) % self.table.rowCount() if here.id == pair.id else row

    def _take_back(self, decision: Decision, pair: QueuedPair) -> None:
        try:
            self._shell.centre.look_alike_queue.take_back(decision)
        except DeskError as refusal:
            self._shell.explain(refusal)
        self._read(0, pair)

    def _read(self, row: int, chosen: QueuedPair | None) -> None:
        """Show the pairs that wait, with `chosen` or else `row` chosen."""
        queue = self._shell.centre.look_alike_queue
        try:
            pairs, waiting = queue.pairs(), queue.count()
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.table.show_lines(pairs)
        self.parts.show_any(any_=bool(pairs))
        self.parts.count.setText(trn("{n} pair waits", "{n} pairs wait", waiting))
        first = self.parts.lines if pairs else self.parts.back
        self.setFocusProxy(first)
        if pairs:
            places = {pair.id: place for place, pair in enumerate(pairs)}
            found = places.get(chosen.id) if chosen else None
            self.parts.lines.selectRow(min(max(row, 0), len(pairs) - 1) if found is None else found)
            self._show()
        if self.parts.focused():
            first.setFocus()

    @Slot()
    def _show(self, *_: object) -> None:
        pair = self.pair()
        if pair is None:
            return
        try:
            before = self._shell.centre.merging.before(pair.older.code, pair.newer.code)
        except DeskError as refusal:
            self._refuse(refusal)
            return
        self.parts.show_pair(pair, before)

    def _refuse(self, refusal: DeskError) -> None:
        self.parts.refusal.setText(refusal.explain())
        self.parts.refusal.show()
