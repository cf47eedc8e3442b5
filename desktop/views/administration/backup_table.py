"""The backups of a folder as a table."""

from datetime import datetime
from pathlib import Path

from desktop.formats import clock, long_date
from desktop.i18n import mark
from desktop.views.shared.line_table import ColumnOf

Copy = tuple[datetime, Path]


def _when(copy: Copy) -> str:
    at = copy[0].astimezone()
    return f"{long_date(at.date())}, {clock(at.time())}"


COLUMNS: tuple[ColumnOf[Copy], ...] = (
    ColumnOf(heading=mark("Made on"), show=_when, width=250),
    ColumnOf(heading=mark("Where it lies"), show=lambda copy: str(copy[1])),
)
