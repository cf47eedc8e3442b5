"""The convoys of the centre, and how far each has come."""

from desktop.formats import clock, short_date, whole_number
from desktop.i18n import mark, tr, trn
from desktop.services.convoys import ConvoyLine
from desktop.views.shared.line_table import ColumnOf, LineTable


def _when(line: ConvoyLine) -> str:
    return f"{short_date(line.at.date())}, {clock(line.at.time())}"


def _people(line: ConvoyLine) -> str:
    """Say how many came, and of how many while some are still expected: the roll of such a convoy goes on."""
    came = whole_number(line.people)
    return tr("{n} of {all}", n=came, all=whole_number(line.people + line.expected)) if line.expected else came


def _beds(line: ConvoyLine) -> str:
    if not line.has_arrived:
        return tr("Expected")
    if not line.in_house and line.people:
        return tr("Everybody has left")
    if line.with_bed >= line.in_house:
        return tr("Everybody has a bed")
    return trn("{n} person without a bed", "{n} people without a bed", line.in_house - line.with_bed)


def _beds_kind(line: ConvoyLine) -> str:
    if not line.has_arrived:
        return "info"
    if not line.in_house:
        return "quiet"
    return "ok" if line.with_bed >= line.in_house else "warning"


def _likenesses(line: ConvoyLine) -> str:
    return whole_number(line.to_examine) if line.to_examine else "—"


class ConvoyTable(LineTable[ConvoyLine]):
    """One line for each convoy, the latest first."""

    def __init__(self) -> None:
        super().__init__((
            ColumnOf(heading=mark("Arrived"), show=_when, width=150),
            ColumnOf(heading=mark("Convoy"), show=lambda line: line.name),
            ColumnOf(heading=mark("Site"), show=lambda line: line.site, width=225),
            ColumnOf(heading=mark("People"), show=_people, is_figure=True, width=90),
            ColumnOf(heading=mark("Beds"), show=_beds, kind=_beds_kind, width=210),
            ColumnOf(heading=mark("Look-alikes"), show=_likenesses, is_figure=True, width=135),
        ))  # fmt: skip

    def row_of(self, key: object) -> int:
        """Say in which row a convoy, or the convoy of an import, stands, or -1."""
        return next((row for row, line in enumerate(self._lines) if key in (line.id, line.import_id)), -1)
