"""The weekly attendance summary (`product.md` 9): completeness first, definitions at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.formats import clock, day_name, long_date, short_date, whole_number
from desktop.i18n import mark, tr
from desktop.reports.page import Printed, Target, gap, table, text, write

_DEFINITIONS = (
    mark("Session: one activity on one date at one site. Planned = held + cancelled + not recorded."),
    mark("Participation: one person present, late or leaving early at one session. Participations add up over weeks."),
    mark(
        "Unique people: somebody counted once in the period. They do not add up over days, activities, sites or weeks."
    ),
    mark("New people: first participation ever in the project."),
    mark("Unidentified: participations without a name, never counted as unique people."),
)
_BAR_CM = 7.0


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: its words, and its figures in the order of the headings."""

    words: str
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklySummary:
    """Everything on the page; a figure that is not known is not there."""

    monday: date
    sunday: date
    number: int
    site: str
    stop: datetime
    scheme: str
    recorded: int
    planned: int
    look_alikes: int
    key_figures: Sequence[Row]
    house: Sequence[Row]
    reasons: Sequence[Row] = ()
    by_activity: Sequence[Row] = ()
    by_site: Sequence[Row] = ()
    bands: Sequence[str] = ()
    participations_by_sex: Sequence[Row] = ()
    people_by_sex: Sequence[Row] = ()
    by_day: Sequence[Row] = ()
    internal: bool = True


def write_weekly_summary(summary: WeeklySummary, target: Target, printed: Printed) -> None:
    """Set the summary of a week on A4 and save it at `target`."""
    title = tr(
        "Weekly summary no. {number}, {first} to {last}",
        number=summary.number,
        first=f"{day_name(summary.monday)} {long_date(summary.monday)}",
        last=f"{day_name(summary.sunday)} {long_date(summary.sunday)}",
    )
    story = [*_head(summary, title, printed), *_key(summary), *_tables(summary), *_foot()]
    write(story, target, title=title, printed=printed)


def _head(summary: WeeklySummary, title: str, printed: Printed) -> list[Any]:
    stop = f"{short_date(summary.stop.date())} {clock(summary.stop.time())}"
    seen = tr("INTERNAL: figures may identify people") if summary.internal else tr("EXTERNAL")
    return [
        text(printed.centre, "heading", bold=True),
        text(title, "title", bold=True),
        text(f"{summary.site} - {seen}"),
        text(tr("Data as of {stop}", stop=stop), "small"),
        gap(0.2),
        text(
            tr(
                "Sessions recorded: {recorded} of {planned}. Look-alikes to examine: {alike}.",
                recorded=summary.recorded,
                planned=summary.planned,
                alike=summary.look_alikes,
            ),
            bold=True,
        ),
        gap(0.2),
    ]


def _key(summary: WeeklySummary) -> list[Any]:
    return [
        *_table(tr("House"), ("",), summary.house),
        *_table(tr("Key figures"), ("",), summary.key_figures),
        *_table(tr("Cancelled sessions, by reason"), (tr("Sessions"),), summary.reasons),
    ]


def _tables(summary: WeeklySummary) -> list[Any]:
    counts = (tr("Sessions held"), tr("Participations"), tr("Unique people"))
    ages = tr("(age bands: {scheme})", scheme=summary.scheme)
    return [
        *_table(tr("By activity"), counts, summary.by_activity),
        *_table(tr("By site"), counts, summary.by_site),
        *_table(f"{tr('Participations by sex and age')} {ages}", summary.bands, summary.participations_by_sex),
        *_table(f"{tr('Unique people by sex and age')} {ages}", summary.bands, summary.people_by_sex),
        *_table(tr("By day"), counts, summary.by_day),
        *_chart(summary.by_day),
    ]


def _table(title: str, headings: Sequence[str], rows: Sequence[Row]) -> list[Any]:
    if not rows:
        return []
    first = 17 - 2.9 * len(headings) if len(headings) < 4 else 4.0
    width = (17 - first) / len(headings)
    body = [[row.words, *map(whole_number, row.figures)] for row in rows]
    shown = table([[title, *headings], *body], [first, *[width] * len(headings)])
    return [_together([shown, gap(0.35)])]


def _together(parts: list[Any]) -> Any:
    from reportlab.platypus import KeepTogether  # noqa: PLC0415 - reportlab loads only when something is printed

    return KeepTogether(parts)


def _chart(rows: Sequence[Row]) -> list[Any]:
    """Draw participations by day as grey bars, each with its figure."""
    if not any(row.figures[1] for row in rows):
        return []
    from reportlab.graphics.shapes import Drawing, Rect, String  # noqa: PLC0415 - only when something is printed
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - only when something is printed

    step, centimetre = 16, 72 / 2.54
    drawing = Drawing(17 * centimetre, step * len(rows) + 4)
    most = max(row.figures[1] for row in rows)
    for at, row in enumerate(rows):
        low = step * (len(rows) - 1 - at) + 4
        length = _BAR_CM * centimetre * row.figures[1] / most
        drawing.add(String(0, low + 2, row.words, fontName="NotoSans", fontSize=8))
        drawing.add(Rect(5 * centimetre, low, length, 10, fillColor=HexColor("#8C8C8C"), strokeWidth=0.4))
        label = whole_number(row.figures[1])
        drawing.add(String(5 * centimetre + length + 4, low + 2, label, fontName="NotoSans", fontSize=8))
    return [_together([text(tr("Participations by day"), bold=True), drawing]), gap(0.3)]


def _foot() -> list[Any]:
    signers = [tr("Prepared by"), tr("Checked by"), tr("Approved by")]
    blank = tr("Name, function, date, stamp")
    return [
        *[text(tr(words), "small") for words in _DEFINITIONS],
        gap(0.4),
        _together([table([signers, [blank] * 3], [17 / 3] * 3, row_height=2.2)]),
    ]
