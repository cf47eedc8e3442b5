"""The rooms and beds of each site: added, changed, withdrawn or brought back, each with a way back."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.centre_setup import RoomPlan
from desktop.services.places import KeptRoom
from desktop.views.administration.room_form import RoomForm
from desktop.views.administration.section import Section
from desktop.views.shared.line_table import ColumnOf, LineTable
from desktop.views.shared.shell import Shell, Undo
from desktop.views.shared.tables import plain_table
from desktop.vocabulary import ROOM_RULE_WORDS

COLUMNS: tuple[ColumnOf[KeptRoom], ...] = (
    ColumnOf(heading=mark("Room"), show=lambda line: line.name),
    ColumnOf(heading=mark("Beds"), show=lambda line: str(line.beds), width=90),
    ColumnOf(heading=mark("Whom the room lodges"), show=lambda line: tr(ROOM_RULE_WORDS[line.rule]), width=190),
    ColumnOf(
        heading=mark("State"),
        show=lambda line: tr("Withdrawn") if line.retired else tr("Offered"),
        kind=lambda line: "quiet" if line.retired else "ok",
        width=140,
    ),
)


class PlacesSection(Section):
    """One site at a time; a room somebody slept in is withdrawn, never deleted."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        about = tr("A room is withdrawn once it is empty, never deleted. Beds are called after their room.")
        super().__init__(tr("Rooms and beds"), about, parent)
        self._shell, self._places = shell, shell.centre.places
        self.site = QComboBox(self)
        self.site.setAccessibleName(tr("Sites"))
        for one in shell.centre.setup.sites():
            self.site.addItem(one.name, one.id)
        self.site.setVisible(self.site.count() > 1)
        self.table = LineTable(COLUMNS)
        self.lines = plain_table(self.table, tr("Rooms and beds"), self, wide=0)
        self.form = RoomForm(self)
        self.top.addWidget(self.site)
        self.column.addWidget(self.lines, 1)
        self.column.addWidget(self.form)
        self.site.activated.connect(self.refresh)
        self.lines.selectionModel().selectionChanged.connect(lambda: self.form.show_room(self._line()))
        self.form.added.connect(self._add)
        self.form.changed.connect(self._change)
        self.form.state.clicked.connect(self._turn)

    @Slot()
    def refresh(self) -> None:
        """Read the rooms of the chosen site again; the chosen room stays chosen."""
        chosen = self._line()
        found = self._places.rooms(self.site.currentData())
        self.table.show_lines(found)
        rows = [row for row, line in enumerate(found) if chosen and line.id == chosen.id]
        self.lines.selectRow(rows[0] if rows else 0)
        self.form.show_room(self._line())

    def fold(self, *, narrow: bool) -> None:
        """Keep the names, the beds and the state."""
        super().fold(narrow=narrow)
        self.lines.setColumnHidden(2, narrow)

    def _line(self) -> KeptRoom | None:
        rows = self.lines.selectionModel().selectedRows()
        return self.table.line(rows[0].row()) if rows else None

    @Slot(object)
    def _add(self, plan: RoomPlan) -> None:
        try:
            key = self._places.add(self.site.currentData(), plan)
        except DeskError as refusal:
            self.form.refuse(refusal)
            return
        self._done(tr("{room} is added.", room=plan.name.strip()), partial(self._places.retire, key))

    @Slot(object)
    def _change(self, plan: RoomPlan) -> None:
        line, site = self._line(), self.site.currentData()
        if line is None:
            return
        try:
            self._places.change(site, line.id, line.version_id, plan)
        except DeskError as refusal:
            self.form.refuse(refusal)
            return
        undo = partial(self._places.change, site, line.id, line.version_id + 1, line.plan())
        self._done(tr("{room} is changed.", room=plan.name.strip()), undo)

    @Slot()
    def _turn(self) -> None:
        line = self._line()
        if line is None:
            return
        turn, back = self._places.retire, self._places.bring_back
        said = tr("{room} is offered no more.", room=line.name)
        if line.retired:
            turn, back, said = back, turn, tr("{room} is offered again.", room=line.name)
        try:
            turn(line.id)
        except DeskError as refusal:
            self._shell.explain(refusal)
            return
        self._done(said, partial(back, line.id))

    def _done(self, said: str, back: Undo) -> None:
        self.refresh()
        self._shell.toast(said, partial(self._undo, back))

    def _undo(self, back: Undo) -> None:
        try:
            back()
        except DeskError as refusal:
            self._shell.explain(refusal)
        self.refresh()
