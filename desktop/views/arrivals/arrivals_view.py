"""The page that takes convoys in."""

from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.i18n import mark, trn
from desktop.services.convoys import ConvoyLine, ImportReport
from desktop.spreadsheets.sources import Original
from desktop.views.arrivals.drops import TakesDrops
from desktop.views.arrivals.frame import ON_KEYS
from desktop.views.arrivals.grid_pane import GridPane
from desktop.views.arrivals.landing import Landing
from desktop.views.arrivals.review import Review
from desktop.views.arrivals.roll_pane import RollPane
from desktop.views.arrivals.wizard import Wizard
from desktop.views.shared.one_at_a_time import OneAtATime
from desktop.views.shared.shell import Shell

LOOK_ALIKES = "look-alikes"  # the target by which another page leads to them


class ArrivalsView(TakesDrops):
    """The convoys, and the steps that take the next one in; a list may be dropped or pasted on either."""

    shortcuts = (
        ("Ctrl+N", mark("Take a convoy in")),
        ("Ctrl+V", mark("Take in the list copied from a spreadsheet")),
        (ON_KEYS, mark("Next step")),
        ("Esc", mark("Step back")),
        ("A · N", mark("Roll: this person is here, next one expected")),
        ("S · N · L", mark("Look-alikes: same person, not the same, later")),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._behind: ConvoyLine | None = None  # the convoy whose grid led to the look-alikes
        self.landing, self.wizard = Landing(shell, self), Wizard(shell, self)
        self.grid, self.review = GridPane(shell, self), Review(shell, self)
        self.roll = RollPane(shell, self)
        self.stack = OneAtATime(self)
        for pane in (self.landing, self.wizard, self.grid, self.review, self.roll):
            self.stack.addWidget(pane)
        self.column.addWidget(self.stack, 1)
        self.landing.wanted.connect(self.begin)
        self.wizard.left.connect(self.leave)
        self.wizard.brought.connect(self._brought)
        self.wizard.begun.connect(lambda report: self._show_brought(report.import_id))
        self.wizard.awaited.connect(self._show_brought)
        self.roll.corrected.connect(lambda line: self.show_in(self.grid, line))
        self.grid.called.connect(lambda line: self.show_in(self.roll, line))
        self.grid.examined.connect(self.examine)
        self.landing.opened.connect(self.open_convoy)
        self.landing.examine.connect(self.examine)
        for pane in (self.grid, self.review, self.roll):
            pane.left.connect(self.leave)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, context=inside).activated.connect(self.begin)
        for widget in (self.landing, self.wizard):
            # The grid pastes into its cells.
            paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), widget, context=inside)
            paste.activated.connect(self.paste)
        self._show(self.landing)
        self.landing.refresh()

    def take(self, source: Original | None) -> None:
        """Take a list in that is here already, or ask for one."""
        self._show(self.wizard)
        self.wizard.begin(source)

    @Slot(object)
    def open_convoy(self, line: ConvoyLine) -> None:
        """Show the roll of a convoy that is or was expected, or else its people."""
        self.show_in(self.roll if line.expected or line.absent else self.grid, line)

    def show_in(self, pane: GridPane | RollPane, line: ConvoyLine) -> None:
        """Show the people of a convoy, to write them down or to correct them, or its roll."""
        pane.show_convoy(line)
        self._show(pane)
        pane.setFocus()

    def open(self, *target: object) -> None:
        """Show the look-alikes that wait, where another page leads to them."""
        if LOOK_ALIKES in target:
            self.examine()

    def place(self) -> tuple[object, ...]:
        """Give whether the look-alikes are open."""
        return (LOOK_ALIKES,) if self.stack.currentWidget() is self.review else ()

    def examine(self, pair: UUID | None = None, line: ConvoyLine | None = None) -> None:
        """Show the look-alikes that wait, `pair` first; the way back leads to the grid of `line`."""
        self._behind = line
        self._show(self.review)
        self.review.refresh()
        if pair is not None:
            self.review.choose(pair)
        self.review.setFocus()

    @Slot()
    def leave(self) -> None:
        """Go back to the convoys, or from a look-alike to the grid that led there."""
        if self._behind is not None and self.place():
            self.show_in(self.grid, self._behind)
            return
        self._show(self.landing)
        self.landing.refresh()
        self.landing.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read the convoys and the look-alikes again; a list being taken in stays as it is."""
        self.landing.refresh()
        if self.place():
            self.review.refresh()

    @Slot(object)
    def _brought(self, report: ImportReport) -> None:
        self.leave()
        row = self.landing.table.row_of(report.import_id)
        self.landing.lines.selectRow(row)
        said = [
            trn("{n} person came in.", "{n} people came in.", report.rows),
            trn("{n} has a bed.", "{n} have a bed.", report.beds),
        ]
        self.landing.say(" ".join(said))
        line = self.landing.line()
        if line is not None:
            self._shell.toast(" ".join(said), lambda: self.landing.take_back(line))

    @Slot(object)
    def _show_brought(self, key: UUID) -> None:
        self.landing.refresh()
        line = self.landing.table.line(self.landing.table.row_of(key))
        self.open_convoy(line)

        def take_back() -> None:
            self.leave()
            self.landing.take_back(line)

        if line.expected:
            self._shell.toast(trn("{n} person is expected.", "{n} people are expected.", line.expected), take_back)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self.stack.setFocusProxy(widget)
        self.setFocusProxy(widget)
