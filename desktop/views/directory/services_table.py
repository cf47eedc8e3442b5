"""The services as a table; one that nobody checked for long fades, with a word."""

from datetime import UTC, date, datetime

from desktop.formats import short_date
from desktop.i18n import mark, tr
from desktop.services.directory import ServiceEntry
from desktop.views.shared.line_table import ColumnOf


def checked_words(entry: ServiceEntry, today: date | None = None) -> str:
    """Say when a service was last checked."""
    if entry.verified_on is None:
        return tr("Never checked")
    day = short_date(entry.verified_on)
    stale = entry.is_stale(today or _today())
    return tr("To check: {day}", day=day) if stale else tr("Checked: {day}", day=day)


def place_words(entry: ServiceEntry) -> str:
    """Say where a service is, by its address and by what stands near it."""
    return ", ".join(filter(None, (entry.address, entry.landmark)))


def _today() -> date:
    return datetime.now(tz=UTC).date()


COLUMNS: tuple[ColumnOf[ServiceEntry], ...] = (
    ColumnOf(heading=mark("Service"), show=lambda line: line.name),
    ColumnOf(heading=mark("Organisation"), show=lambda line: line.organisation, width=230),
    ColumnOf(heading=mark("Place"), show=place_words, width=210),
    ColumnOf(
        heading=mark("Checked"),
        show=checked_words,
        kind=lambda line: "warning" if line.is_stale(_today()) else "ok",
        width=190,
    ),
)
