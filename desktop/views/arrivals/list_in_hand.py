"""The list being taken in, as it becomes clearer step by step."""

from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.formats import short_date
from desktop.services.convoys import PairKey, Rehearsal
from desktop.spreadsheets.headings import HeadingPlace
from desktop.spreadsheets.sources import Corrected, Correction, Opened, Source
from desktop.spreadsheets.table import Sheet, SheetRow, Table
from desktop.vocabulary import LookAlikeVerdict


def cell_text(row: SheetRow, column: str) -> str:
    """Give a cell as the office writes it: a day as 27/03/2019, anything else as it stands."""
    cell = row.cells.get(column)
    return short_date(cell) if isinstance(cell, date) else row.text(column)


@dataclass(slots=True)
class ListInHand:
    """Where the list comes from, where its people arrived, and what staff said of it so far."""

    source: Opened
    site: str
    arrived: datetime
    heading: HeadingPlace
    expected: bool = False  # its people are still to come
    mapping: dict[str, str] = field(default_factory=dict)
    rehearsal: Rehearsal | None = None
    decided: dict[PairKey, LookAlikeVerdict] = field(default_factory=dict)
    corrections: dict[tuple[int, int, str], Correction] = field(default_factory=dict)  # by sheet, row and column

    def correct(self, row: int, column: str, text: str) -> None:
        """Let a cell say something else from now on; what its list says itself is no correction."""
        former = next((cell_text(one, column) for one in self.sheet.rows if one.number == row), "")
        place = (self.heading.sheet, row, column)
        self.corrections.pop(place, None)
        if text != former:
            self.corrections[place] = Correction(row, column, text, former)

    @property
    def corrected(self) -> Source:
        """Give the list as it was corrected so far."""
        cells = tuple(cell for (sheet, _, _), cell in self.corrections.items() if sheet == self.heading.sheet)
        return Corrected(self.source, self.heading.sheet, cells) if cells else self.source

    def cells(self) -> dict[int, dict[str, str]]:
        """Give the cells by row and column, as the office writes them and as they were corrected."""
        said = {row.number: {column: cell_text(row, column) for column in row.cells} for row in self.sheet.rows}
        for (sheet, row, column), cell in self.corrections.items():
            if sheet == self.heading.sheet:
                said[row][column] = cell.text
        return said

    @property
    def table(self) -> Table:
        """Give all the sheets of the list."""
        return self.source.table

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
