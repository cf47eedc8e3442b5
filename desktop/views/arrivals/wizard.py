"""Takes a list in, step by step: the list, its headings, its columns, everybody on it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.errors import DeskError
from desktop.i18n import tr, trn
from desktop.services.convoys import ImportReport, Rehearsal, Understood
from desktop.spreadsheets.sources import Source
from desktop.views.arrivals.frame import COLUMNS, FILE, HEADING, ON_KEYS, PREVIEW, Frame
from desktop.views.arrivals.list_in_hand import ListInHand
from desktop.views.arrivals.opening_list import open_list
from desktop.views.arrivals.watch import Watch
from desktop.views.shared.shell import Shell

Answer = TypeVar("Answer")


class Wizard(Frame):
    """Whatever takes time is done beside the screen; nothing is written before the last step."""

    left = Signal()
    brought = Signal(object)  # ImportReport

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell.centre.setup.sites(), parent)
        self._shell = shell
        self._hand: ListInHand | None = None
        self._watch: Watch | None = None
        self._turn = 0  # answers to a question asked in an earlier turn come too late
        self._busy = False
        self.on.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.file.path.returnPressed.connect(self.go_on)
        self.heading.rows.activated.connect(self.go_on)
        self.progress.cancelled.connect(self._cancel)
        for step in (self.file, self.heading, self.columns):
            step.changed.connect(self._allow)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(ON_KEYS), self, context=inside).activated.connect(self.on.click)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=inside).activated.connect(self.go_back)

    def begin(self, source: Source | None = None) -> None:
        """Start with the first step, or go on at once with a list that was dropped or pasted."""
        self._cancel()
        self._hand = None
        self.file.begin()
        self._show(FILE)
        if source is not None:
            self.file.take(source)
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Go on to the next step, once it is known what it shows."""
        if self._busy or not self.on.isEnabled():
            return
        (self._read, self._understand, self._rehearse, self._bring)[self.step]()

    @Slot()
    def go_back(self) -> None:
        """Go back a step, or leave; an import under way is stopped."""
        if self._busy:
            self._cancel()
        elif self.step == FILE:
            self.left.emit()
        else:
            self._show(self.step - 1)

    def _read(self) -> None:
        source, site, arrived = self.file.source(), self.file.site_code(), self.file.arrived_at()
        if source is not None:
            self._ask(tr("The list is read…"), lambda: open_list(source, site, arrived), self._opened)

    def _opened(self, hand: ListInHand) -> None:
        self._hand = hand
        self.heading.show_list(hand.table, hand.heading)
        self._show(HEADING)

    def _understand(self) -> None:
        hand, place = self._hand, self.heading.place()
        if hand is not None and place is not None:
            hand.heading = place
            desk = self._shell.centre.convoy_desk
            self._ask(tr("The columns are looked at…"), lambda: desk.meaning(hand.table, place), self._understood)

    def _understood(self, understood: Understood) -> None:
        if self._hand is not None:
            self.columns.show_columns(self._hand, understood)
            self._show(COLUMNS)

    def _rehearse(self) -> None:
        hand, convoys = self._hand, self._shell.centre.convoys
        if hand is not None:
            hand.mapping = self.columns.mapping()
            self._ask(
                tr("Everybody is compared with those already known…"),
                lambda: convoys.rehearse(hand.source, hand.site, hand.arrived, hand.mapping, hand.heading),
                self._rehearsed,
            )

    def _rehearsed(self, rehearsal: Rehearsal) -> None:
        if self._hand is not None:
            self._hand.rehearsal = rehearsal
            self.preview.show_rehearsal(self._hand, rehearsal)
            self._show(PREVIEW)

    def _bring(self) -> None:
        hand, convoys = self._hand, self._shell.centre.convoys
        if hand is None:
            return
        watch = self._watch = Watch(self)
        watch.reached.connect(self.progress.reach)
        decided = dict(hand.decided)
        self._ask(
            tr("Everybody on the list is brought in…"),
            lambda: convoys.import_list(
                hand.source, hand.site, hand.arrived, hand.mapping, heading=hand.heading, decided=decided, told=watch
            ),
            self._brought,
            total=100,
        )

    def _brought(self, report: ImportReport) -> None:
        self._hand = None
        self.brought.emit(report)

    def _ask(self, words: str, work: Callable[[], Answer], done: Callable[[Answer], None], total: int = 0) -> None:
        turn = self._turn
        self.say(None)
        self._set_busy(busy=True)
        self.progress.start(words, total)

        def answer(found: Answer) -> None:
            if turn == self._turn or self._watch is not None:
                self._end()
                done(found)

        def refused(refusal: DeskError) -> None:
            if turn == self._turn or self._watch is not None:
                self._end()
                self.say(refusal)

        self._shell.tasks.run(self, work, done=answer, refused=refused)

    @Slot()
    def _cancel(self) -> None:
        if self._watch is not None:
            # What is being written ends by itself: its answer tells whether it came too late.
            self._watch.end()
            return
        self._turn += 1
        self._end()

    def _end(self) -> None:
        self._watch = None
        self.progress.end()
        self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.stack.setDisabled(busy)
        self._allow()
        if not busy:
            self.stand_in_step()

    def _show(self, step: int) -> None:
        self.show_step(step)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        """Let the wizard go on where it can, and say nearby why it cannot."""
        step, rehearsal = self.step, self._hand.rehearsal if self._hand else None
        people = len(rehearsal.manifest.lines) if rehearsal else 0
        words = trn("Bring {n} person &in", "Bring {n} people &in", people) if step == PREVIEW else tr("&Next")
        missing = {
            FILE: "" if self.file.source() else tr("Choose a list first."),
            HEADING: "" if self.heading.place() else tr("This sheet is empty."),
            COLUMNS: self.columns.clash(),
            PREVIEW: tr("Some cells must be corrected first.") if rehearsal and rehearsal.manifest.errors else "",
        }[step]
        self.on.setText(words)
        self.why.setText(missing)
        self.on.setEnabled(not missing and not self._busy)
