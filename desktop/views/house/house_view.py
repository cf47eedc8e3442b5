"""The page of the house: who sleeps where, and everybody who has no bed."""

from datetime import UTC, datetime
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.errors import DeskError
from desktop.i18n import mark, tr, trn
from desktop.services.board_lines import BedUse
from desktop.views.house.acts import BoardActs
from desktop.views.house.bar import HouseBar
from desktop.views.house.board import BoardPanes
from desktop.views.house.buttons import Buttons
from desktop.views.house.exit_panel import ExitPanel
from desktop.views.house.hands import BoardHands
from desktop.views.house.keys import BoardKeys
from desktop.views.house.leaving import Leaving
from desktop.views.house.porter import Porter
from desktop.views.house.reason import Again, Refused
from desktop.views.house.words import told
from desktop.views.shared.discretion import discretion
from desktop.views.shared.labels import text_label
from desktop.views.shared.page import PageView
from desktop.views.shared.printing.paper import Paper
from desktop.views.shared.printing.preview import show_paper
from desktop.views.shared.shell import Shell


class HouseView(PageView):
    """The board of the house, the figures above it, and what can be done below."""

    shortcuts: ClassVar[tuple[tuple[str, str], ...]] = (
        ("↵", mark("Take somebody up, then put them on a bed; a taken bed is swapped")),
        ("Space", mark("Choose several people")),
        ("Del", mark("Whoever is chosen leaves the house")),
        ("L R N H", mark("The bed is free, reserved, to clean, out of use")),
        ("F2", mark("Open the file of whoever lies here (F2)")),
        ("Ctrl+P", mark("Show and print the list of the house for the evening (Ctrl+P)")),
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.bar = HouseBar(shell.centre.house_board.sites(), self)
        self.panes, self.buttons = BoardPanes(self), Buttons(self)
        self.refused = Refused(self.buttons, self)
        self.exits = ExitPanel(shell.centre, self)
        self.told = text_label(look="muted", wrap=True, parent=self)
        self.acts = BoardActs(shell, self)
        self.keys, self.hands = BoardKeys(self.panes), BoardHands(self.panes)
        self.porter = Porter(self.panes, self.acts, self.refused)
        self.leaving = Leaving(self.acts, self.porter, self.panes, self.exits, self.told, self.buttons)
        for widget in (self.bar, self.panes, self.told, self.refused, self.buttons, self.exits):
            self.column.addWidget(widget, int(widget is self.panes))
        self._connect()
        self.setFocusProxy(self.panes)
        self.refresh()

    @property
    def site(self) -> UUID:
        """Give the site that is shown."""
        shown: UUID = self.bar.site.currentData()
        return shown

    @Slot()
    def refresh(self) -> None:
        """Read the house again; one stands where one stood."""
        try:
            house = self._shell.centre.house_board.board(self.site)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self.bar.count(house)
        self.porter.house = house
        self.panes.show_board(house)

    @Slot(object)
    def set_use(self, use: BedUse) -> None:
        """Set the bed one stands on."""
        cell = self.panes.cell()
        if cell is not None and cell.bed is not None and cell.bed.use is not use:
            self.acts.set_use(cell.bed, use)

    @Slot()
    def open_file(self) -> None:
        """Open the file of whoever lies here."""
        cell = self.panes.cell()
        if cell is not None and cell.person is not None:
            self._shell.go_to("people", cell.person.code)

    @Slot()
    def print_sheet(self) -> None:
        """Show the evening sheet; each time it is made it is a copy with a number of its own."""
        name = tr("Evening sheet")
        make = partial(self._shell.centre.house.evening_sheet, self.site)
        show_paper(
            self._shell, Paper(title=name, file_name=f"{name} {datetime.now(tz=UTC):%Y-%m-%d}.pdf", make=make), self
        )

    @Slot()
    def _tell(self) -> None:
        hand, cell = self.panes.hand, self.panes.cell()
        carried = [discretion.shown(one.name) for one in self.panes.people() if one.stay in hand.carried]
        words = told(cell)
        if carried:
            words = tr("{who}: go to a bed and press Enter; Esc lets go. {here}", who=", ".join(carried), here=words)
        elif hand.chosen:
            count = trn("{n} person chosen.", "{n} people chosen.", len(hand.chosen))
            words = f"{count} {words}"
        self.told.setText(words)
        for pane in self.panes.panes:
            pane.setAccessibleDescription(words)
        self.buttons.offer(cell, len(self.porter.meant()))

    @Slot()
    def _done(self) -> None:
        self.panes.hand.carried = ()
        self.panes.hand.chosen.clear()
        self.refused.clear()
        self.refresh()
        if self.panes.hand.at is not None:
            self.panes.stand(self.panes.hand.at)

    @Slot(object, object)
    def _say(self, refusal: DeskError, again: Again | None) -> None:
        self.panes.hand.carried = ()
        self.refused.say(refusal, again)
        self.refresh()

    def _connect(self) -> None:
        keys, hands, panes = self.keys, self.hands, self.panes
        for source in (keys, hands):
            source.ticked.connect(self.porter.tick)
            source.filed.connect(self.open_file)
        keys.entered.connect(self.porter.enter)
        keys.left.connect(self.porter.let_go)
        keys.used.connect(self.set_use)
        hands.lifted.connect(self.porter.lift)
        hands.put.connect(self.porter.enter)
        hands.dropped.connect(self.porter.let_go)
        panes.stood.connect(self._tell)
        discretion.changed.connect(self._tell)
        self.buttons.used.connect(self.set_use)
        self.buttons.file.clicked.connect(self.open_file)
        keys.leaving.connect(self.leaving.ask)
        self.buttons.leave.clicked.connect(self.leaving.ask)
        self.refused.left.connect(panes.setFocus)
        self.acts.changed.connect(self._done)
        self.acts.refused.connect(self._say)
        self.bar.site.activated.connect(self.refresh)
        self.bar.sheet.clicked.connect(self.print_sheet)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.print_sheet)
