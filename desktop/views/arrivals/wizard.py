"""Takes a list in, step by step: the list, its headings, its columns, everybody on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.i18n import tr, trn
from desktop.services.convoys import BANDS_HEADING, BANDS_MAPPING, Rehearsal, Understood
from desktop.spreadsheets.sources import Original
from desktop.views.arrivals.asking import Asking
from desktop.views.arrivals.frame import COLUMNS, FILE, HEADING, ON_KEYS, PREVIEW, Frame
from desktop.views.arrivals.list_in_hand import ListInHand
from desktop.views.arrivals.opening_list import open_list
from desktop.views.shared.shell import Shell


class Wizard(Frame):
    """Whatever takes time is done beside the screen; nothing is written before the last step."""

    left = Signal()
    brought = Signal(object)  # ImportReport
    awaited = Signal(object)  # key of the import of a list whose people are still to come
    begun = Signal(object)  # ImportReport of a convoy without a list

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell.centre.setup.sites(), parent)
        self.asking = Asking(shell, self)
        self.make_room_for(self.asking)
        self._centre = shell.centre
        self._hand: ListInHand | None = None
        self.on.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        self.file.path.returnPressed.connect(self.go_on)
        self.heading.rows.activated.connect(self.go_on)
        self.file.bands.wanted.connect(self._begin_without_list)
        self.asking.changed.connect(self._allow)
        self.asking.refused.connect(self.say)
        self.preview.corrected.connect(self._correct)
        for step in (self.file, self.heading, self.columns):
            step.changed.connect(self._allow)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(ON_KEYS), self, context=inside).activated.connect(self.go_on)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=inside).activated.connect(self.go_back)

    def begin(self, source: Original | None = None) -> None:
        """Start with the first step, or go on at once with a list that was dropped or pasted."""
        if self.asking.busy:
            self.asking.give_up()
        self._hand = None
        self.file.begin()
        self._show(FILE)
        if source is not None:
            self.file.take(source)
            self.go_on()

    @Slot()
    def go_on(self) -> None:
        """Go on to the next step, once it is known what it shows."""
        self.preview.leave_cell()
        if not self.on.isEnabled():
            return
        if self._hand is None or self.step == FILE:
            self._read()
        else:
            (self._understand, self._rehearse, self._bring)[self.step - HEADING](self._hand)

    @Slot()
    def go_back(self) -> None:
        """Go back a step, or leave; an import under way is stopped."""
        if self.asking.busy:
            self.asking.give_up()
        elif self.step == FILE:
            self.left.emit()
        else:
            self._show(self.step - 1)

    def _read(self) -> None:
        source, site, arrived = self.file.source(), self.file.site_code(), self.file.arrived_at()
        expected = self.file.expected.isChecked()

        def opened(hand: ListInHand) -> None:
            self._hand = hand
            self.heading.show_list(hand.table, hand.heading)
            self._show(HEADING)

        if source is not None:
            self.asking.ask(
                tr("The list is read…"), lambda: open_list(source, site, arrived, expected=expected), opened
            )

    def _understand(self, hand: ListInHand) -> None:
        place = self.heading.place()

        def understood(found: Understood) -> None:
            self.columns.show_columns(hand, found)
            self._show(COLUMNS)

        if place is not None:
            hand.heading = place
            desk = self._centre.convoy_desk
            self.asking.ask(tr("The columns are looked at…"), lambda: desk.meaning(hand.table, place), understood)

    @Slot(int, str, str)
    def _correct(self, row: int, column: str, text: str) -> None:
        if self._hand is not None:
            self._hand.correct(row, column, text)
            self._rehearse(self._hand)

    def _rehearse(self, hand: ListInHand) -> None:
        hand.mapping = self.columns.mapping()

        def rehearsed(found: Rehearsal) -> None:
            hand.rehearsal = found
            self.preview.show_rehearsal(hand, found)
            self._show(PREVIEW)

        self.asking.ask(
            tr("Everybody is compared with those already known…"),
            lambda: self._centre.convoys.rehearse(hand.corrected, hand.site, hand.arrived, hand.mapping, hand.heading),
            rehearsed,
        )

    def _bring(self, hand: ListInHand) -> None:
        if hand.expected:
            self.asking.watch(
                tr("The list is written down…"),
                lambda _: self._centre.convoys.expect(
                    hand.corrected, hand.site, hand.arrived, hand.mapping, heading=hand.heading
                ),
                self.awaited.emit,
            )
            return
        decided = dict(hand.decided)
        self.asking.watch(
            tr("Everybody on the list is brought in…"),
            lambda watch: self._centre.convoys.import_list(
                hand.corrected, hand.site, hand.arrived, hand.mapping, heading=hand.heading, decided=decided, told=watch
            ),
            self.brought.emit,
        )

    @Slot(object)
    def _begin_without_list(self, source: Original) -> None:
        site, arrived = self.file.site_code(), self.file.arrived_at()
        self.asking.watch(
            tr("The lines are made ready…"),
            lambda watch: self._centre.convoys.import_list(
                source, site, arrived, BANDS_MAPPING, heading=BANDS_HEADING, told=watch
            ),
            self.begun.emit,
        )

    def _show(self, step: int) -> None:
        self.show_step(step)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        """Let the wizard go on where it can, and say nearby why it cannot."""
        rehearsal = self._hand.rehearsal if self._hand else None
        people = len(rehearsal.manifest.lines) if rehearsal else 0
        missing = {
            FILE: "" if self.file.source() else tr("Choose a list first."),
            HEADING: "" if self.heading.place() else tr("This sheet is empty."),
            COLUMNS: self.columns.clash(),
            PREVIEW: tr("Some cells must be corrected first.") if rehearsal and rehearsal.manifest.errors else "",
        }[self.step]
        bring = trn("Bring {n} person &in", "Bring {n} people &in", people)
        if self._hand and self._hand.expected:
            bring = trn("Expect {n} person (&I)", "Expect {n} people (&I)", people)
        self.on.setText(bring if self.step == PREVIEW else tr("&Next"))
        self.why.setText(missing)
        self.on.setEnabled(not missing and not self.asking.busy)
        self.hold(still=self.asking.busy)
