"""The list being taken in, as it becomes clearer step by step."""

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.formats import short_date
from desktop.services.convoys import PairKey, Rehearsal
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.sources import Source
from desktop.spreadsheets.table import Sheet, SheetRow, Table
from desktop.vocabulary import LookAlikeVerdict


def cell_text(row: SheetRow, column: str) -> str:
    """Give a cell as the office writes it: a day as 27/03/2019, anything else as it stands."""
    cell = row.cells.get(column)
    return short_date(cell) if isinstance(cell, date) else row.text(column)


@dataclass(slots=True)
class ListInHand:
    """Where the list comes from, where its people arrived, and what staff said of it so far."""

    source: Source
    table: Table
    site: str
    arrived: datetime
    heading: HeadingPlace
    mapping: dict[str, str] = field(default_factory=dict)
    rehearsal: Rehearsal | None = None
    decided: dict[PairKey, LookAlikeVerdict] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """Give the sheet the people stand on."""
        return self.table.sheets[self.heading.sheet]

    @property
    def heading_row(self) -> SheetRow:
        """Give the row that names the columns."""
        return next(row for row in self.sheet.rows if row.number == self.heading.row)

    def rows_below(self, most: int) -> list[SheetRow]:
        """Give the first rows under the headings."""
        return [row for row in self.sheet.rows if row.number > self.heading.row][:most]
