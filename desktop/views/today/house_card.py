"""The house today: who is in it, how many beds are free, who comes and who goes."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import mark, tr, trn
from desktop.rights import Permission
from desktop.services.today import HouseToday, Movement
from desktop.views.shared.card import Card
from desktop.views.shared.labels import text_label
from desktop.views.shared.last_answer import LastAnswer
from desktop.views.shared.line_table import ColumnOf, LineRole, LineTable
from desktop.views.shared.shell import Shell
from desktop.views.shared.tables import plain_table
from desktop.views.today.figures_row import FiguresRow
from desktop.views.today.words import MOVEMENT_KINDS, movement_words

_MOST = 6  # rows that show without scrolling in the table


class HouseCard(Card):
    """Figures of the house over the list of those who come and go, read beside the screen."""

    refused = Signal(object)  # the DeskError

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(tr("The house"), parent)
        self._shell = shell
        self._told: HouseToday | None = None
        self.reading = LastAnswer(shell.tasks, self, done=self._show, refused=self.refused.emit)
        self.figures = FiguresRow((tr("in the house"), tr("beds free"), tr("without a bed")), self)
        self.by_site = text_label(look="muted", wrap=True, parent=self)
        self.table = LineTable[Movement]((
            ColumnOf(heading=mark("Name"), show=lambda one: one.name or one.code, names_somebody=True),
            ColumnOf(heading=mark("Movement"), show=movement_words, kind=lambda one: MOVEMENT_KINDS[one.kind],
                     width=165),
        ))  # fmt: skip
        self.lines = plain_table(self.table, tr("Arrivals and departures today"), self, wide=0)
        self.lines.horizontalHeader().hide()
        self.more = text_label(look="muted", wrap=True, parent=self)
        self.nobody = text_label(tr("Nobody comes or goes today."), "muted", wrap=True, parent=self)
        self.bring = QPushButton(tr("Bring in a convoy’s list"), self)
        self.bring.setVisible(shell.centre.desk.may(Permission.IMPORT_CONVOY))
        for part in (self.figures, self.by_site, self.lines, self.more, self.nobody, self.bring):
            self.column.addWidget(part)
        # Not read is not nobody.
        for part in (self.by_site, self.lines, self.more, self.nobody):
            part.hide()
        self.bring.clicked.connect(lambda: shell.go_to("arrivals"))
        self.lines.activated.connect(self._open)

    def refresh(self) -> None:
        """Read the house again; the chosen line stays chosen."""
        self.reading.ask(self._shell.centre.today.house)

    def _show(self, told: HouseToday) -> None:
        if told == self._told:
            return
        self._told = told
        self.figures.show_figures(
            sum(site.inside for site in told.sites),
            sum(site.free_beds for site in told.sites),
            sum(site.bedless for site in told.sites),
        )
        self.by_site.setText("\n".join(
            tr("{site}: {inside} in the house, {free} beds free", site=site.name, inside=site.inside,
               free=site.free_beds) for site in told.sites
        ))  # fmt: skip
        self.by_site.setVisible(len(told.sites) > 1)
        self._show_movements(told)

    def _show_movements(self, told: HouseToday) -> None:
        chosen = self.lines.currentIndex().data(LineRole)
        self.table.show_lines(told.movements)
        rows = len(told.movements)
        if chosen in told.movements:
            self.lines.selectRow(told.movements.index(chosen))
        self.lines.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        self.more.setText(trn("And {n} other movement today", "And {n} other movements today", told.more))
        self.more.setVisible(bool(told.more))
        self.lines.setFixedHeight(self.lines.verticalHeader().defaultSectionSize() * min(rows, _MOST) + 4)

    def _open(self, index: QModelIndex) -> None:
        self._shell.go_to("people", index.data(LineRole).code)
