"""The lines of the journal as a table."""

from enum import IntEnum

from desktop.formats import clock, short_date
from desktop.i18n import mark, tr
from desktop.services.journal_page import JournalLine
from desktop.views.administration.journal_words import act_words, record_words
from desktop.views.shared.line_table import ColumnOf


class Column(IntEnum):
    """The columns that sections speak of."""

    WHAT = 2
    RECORD = 4
    LINE = 5


COLUMNS: tuple[ColumnOf[JournalLine], ...] = (
    ColumnOf(heading=mark("Day"), show=lambda line: short_date(line.at.date()), width=96),
    ColumnOf(heading=mark("Hour"), show=lambda line: clock(line.at.time()), width=76),
    ColumnOf(heading=mark("What"), show=lambda line: act_words(line.action), width=260),
    ColumnOf(heading=mark("Who"), show=lambda line: line.who or tr("without author"), width=170, names_somebody=True),
    ColumnOf(heading=mark("Record"), show=record_words, width=200),
    ColumnOf(heading=mark("Line"), show=lambda line: str(line.seq), is_figure=True, width=70),
)
