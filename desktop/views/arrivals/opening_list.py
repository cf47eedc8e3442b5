"""Reading a list beside the screen, as far as its first guess."""

from datetime import datetime

from desktop.spreadsheets.headings import HeadingPlace, find_layout
from desktop.spreadsheets.reading import opened
from desktop.spreadsheets.refusals import NoHeading
from desktop.spreadsheets.sources import Original
from desktop.spreadsheets.table import Table
from desktop.views.arrivals.list_in_hand import ListInHand


def open_list(source: Original, site: str, arrived: datetime, *, expected: bool) -> ListInHand:
    """Read a list and look for its headings; where none are found, its first row is shown to choose from.

    Raises:
        DeskError: the list cannot be read (`desktop.spreadsheets.refusals`).
    """
    read = opened(source)
    return ListInHand(source=read, site=site, arrived=arrived, heading=_heading(read.table), expected=expected)


def _heading(table: Table) -> HeadingPlace:
    try:
        layout = find_layout(table)
    except NoHeading:
        place = next(place for place, sheet in enumerate(table.sheets) if sheet.rows)
        return HeadingPlace(place, table.sheets[place].rows[0].number)
    return HeadingPlace(table.sheets.index(layout.sheet), layout.row.number)
