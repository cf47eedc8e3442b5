"""The rooms and beds of each site: added, changed, withdrawn or brought back, each with a way back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.services.centre_setup import RoomPlan
from desktop.services.places import KeptRoom
from desktop.views.administration.lines_section import LinesSection, state_column
from desktop.views.administration.room_form import RoomForm
from desktop.views.shared.line_table import ColumnOf
from desktop.views.shared.shell import Shell
from desktop.vocabulary import ROOM_RULE_WORDS

COLUMNS: tuple[ColumnOf[KeptRoom], ...] = (
    ColumnOf(heading=mark("Room"), show=lambda line: line.name),
    ColumnOf(heading=mark("Beds"), show=lambda line: str(line.beds), width=90),
    ColumnOf(heading=mark("Whom the room lodges"), show=lambda line: tr(ROOM_RULE_WORDS[line.rule]), width=190),
    state_column(),
)


class PlacesSection(LinesSection[KeptRoom]):
    """One site at a time; a room somebody slept in is withdrawn, never deleted."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        title = tr("Rooms and beds")
        about = tr("A room is withdrawn once it is empty, never deleted. Beds are called after their room.")
        super().__init__(shell, title, about, COLUMNS, title, parent)
        self._places = shell.centre.places
        self.site = QComboBox(self)
        self.site.setAccessibleName(tr("Sites"))
        self.form = RoomForm(self)
        self.top.addWidget(self.site)
        self.column.addWidget(self.form)
        self.site.activated.connect(self.refresh)
        self.form.added.connect(self._add)
        self.form.changed.connect(self._change)
        self.form.state.clicked.connect(self._turn)

    def read(self) -> Sequence[KeptRoom]:
        """Read the sites, which may have other names now, and the rooms of the chosen one."""
        chosen = self.site.currentData()
        self.site.clear()
        for one in self._shell.centre.setup.sites():
            self.site.addItem(one.name, one.id)
        self.site.setCurrentIndex(max(0, self.site.findData(chosen)))
        self.site.setVisible(self.site.count() > 1)
        return self._places.rooms(self.site.currentData())

    def show_line(self, line: KeptRoom | None) -> None:
        """Show the chosen room in its form."""
        self.form.show_room(line)

    def fold(self, *, narrow: bool) -> None:
        """Keep the names, the beds and the state."""
        super().fold(narrow=narrow)
        self.lines.setColumnHidden(2, narrow)

    @Slot(object)
    def _add(self, plan: RoomPlan) -> None:
        try:
            key = self._places.add(self.site.currentData(), plan)
        except DeskError as refusal:
            self.form.refuse(refusal)
            return
        self.done(tr("{room} is added.", room=plan.name.strip()), partial(self._places.retire, key))

    @Slot(object)
    def _change(self, plan: RoomPlan) -> None:
        line, site = self.line(), self.site.currentData()
        if line is None:
            return
        try:
            self._places.change(site, line.id, line.version_id, plan)
        except DeskError as refusal:
            self.form.refuse(refusal)
            return
        undo = partial(self._places.change, site, line.id, line.version_id + 1, line.plan())
        self.done(tr("{room} is changed.", room=plan.name.strip()), undo)

    @Slot()
    def _turn(self) -> None:
        line = self.line()
        if line is None:
            return
        turn, back = self._places.retire, self._places.bring_back
        said = tr("{room} is offered no more.", room=line.name)
        if line.retired:
            turn, back, said = back, turn, tr("{room} is offered again.", room=line.name)
        if self.attempt(partial(turn, line.id)):
            self.done(said, partial(back, line.id))
