"""Opening a case for somebody, and choosing the case a worry goes into."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.i18n import tr
from desktop.services.cases import CaseLine
from desktop.views.follow_up.pick_list import Choice, PickList
from desktop.views.follow_up.sheet import Sheet
from desktop.views.shared.chips import Chips
from desktop.views.shared.discretion import discretion

_LETTERS, _SHOWN = 2, 8


class OpeningSheet(Sheet):
    """Asks for whom, and in which compartment."""

    def __init__(self, centre: Centre, rooms: Mapping[str, str], typed: str, parent: QWidget) -> None:
        words = tr("The case is yours alone, until you name who supervises it or stands in.")
        super().__init__(tr("Open a case"), words, parent)
        self.rooms = Chips(rooms, tr("Which kind of case"), self)
        self.person = PickList(tr("&For whom: name or code"), lambda text: people(centre, text), self)
        self.column.addWidget(self.rooms)
        self.column.addWidget(self.person, 1)
        self.person.typed.setText(typed)
        self.finish()
        self.setFocusProxy(self.person)


class TakingSheet(Sheet):
    """Asks for the case a worry is taken into: one that is open, or a new one about somebody."""

    def __init__(self, centre: Centre, cases: Sequence[CaseLine], parent: QWidget) -> None:
        words = tr("The worry becomes a note of the case you choose, and leaves the tray.")
        super().__init__(tr("Take into a case"), words, parent)
        self.case = PickList(tr("&Whose case: name or code"), lambda text: _taking(centre, cases, text), self)
        self.column.addWidget(self.case, 1)
        self.finish()
        self.setFocusProxy(self.case)


def people(centre: Centre, text: str) -> list[Choice]:
    """Give people who answer to what is typed, by their code."""
    found = centre.people.search(text, _SHOWN) if len(text) >= _LETTERS else []
    return [Choice(f"{discretion.shown(one.name)} · {one.code}", one.code) for one in found]


def _taking(centre: Centre, cases: Sequence[CaseLine], text: str) -> list[Choice]:
    parts = text.casefold().split()
    fitting = [line for line in cases if all(part in f"{line.name} {line.person_code}".casefold() for part in parts)]
    known = {line.person_code for line in cases}
    opened = [
        Choice(tr("{name} · {code} · open case", name=discretion.shown(line.name), code=line.person_code), line.id)
        for line in fitting[:_SHOWN]
    ]
    new = [one for one in people(centre, text) if one.value not in known]
    return [*opened, *(Choice(tr("{person} · new case", person=one.words), one.value) for one in new)]
