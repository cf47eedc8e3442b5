"""The weekly attendance summary (`product.md` 9): completeness first, definitions at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.formats import clock, day_name, long_date, short_date
from desktop.i18n import mark, tr
from desktop.reports.figure_tables import Bars, FigureTable, bar_chart, figure_tables
from desktop.reports.form import together
from desktop.reports.page import Printed, Target, gap, table, text, write

DEFINITIONS = (
    mark("Session: one activity on one date at one site. Planned = held + cancelled + not recorded."),
    mark("Participation: one person present, late or leaving early at one session. Participations add up over weeks."),
    mark(
        "Unique people: somebody counted once in the period. They do not add up over days, activities, sites or weeks."
    ),
    mark("New people: first participation ever in the project."),
    mark("Unidentified: participations without a name, never counted as unique people."),
    mark("Age: the age on the day, by the named set of bands; unknown where the birth date says too little."),
    mark("Night: somebody present at the midnight that ends the day. Start + entries - exits = end."),
    mark("No.: year and ISO week, Monday to Sunday."),
)
_DECISIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklySummary:
    """Everything on the page; a figure that is not known is not there."""

    monday: date
    sunday: date
    place: str
    stop: datetime
    tables: Sequence[Sequence[FigureTable]]  # one on the whole width, or two beside each other
    charts: Sequence[Bars] = ()

    @property
    def title(self) -> str:
        """Name the week by its number and its dates."""
        year, week, _ = self.monday.isocalendar()
        return tr(
            "Weekly summary no. {number}, {first} to {last}",
            number=f"{year}-{week:02}",
            first=f"{day_name(self.monday)} {long_date(self.monday)}",
            last=f"{day_name(self.sunday)} {long_date(self.sunday)}",
        )

    @property
    def state(self) -> str:
        """Say up to when the figures go, and that they are not final."""
        stop = f"{short_date(self.stop.date())} {clock(self.stop.time())}"
        running = tr("This week is not over.") if self.stop.date() <= self.sunday else ""
        frozen = tr("Not signed off: what is corrected later changes a later printing.")
        return " ".join(filter(None, (tr("Data as of {stop}.", stop=stop), running, frozen)))


def write_weekly_summary(summary: WeeklySummary, target: Target, printed: Printed) -> None:
    """Set the summary of a week on A4 and save it at `target`."""
    story = _head(summary, printed)
    for content in summary.tables:
        story += figure_tables(content)
    story += _by_hand()
    for chart in summary.charts:
        story += bar_chart(chart)
    story += [*_signatures(), *[text(tr(words), "small") for words in DEFINITIONS]]
    write(story, target, title=summary.title, printed=printed)


def _head(summary: WeeklySummary, printed: Printed) -> list[Any]:
    return [
        table([[printed.centre, tr("Place for the logos")]], [7, 10], header=False, row_height=1.4),
        gap(0.2),
        text(summary.title, "title", bold=True),
        text(summary.place),
        text(tr("INTERNAL: figures may identify people"), bold=True),
        text(summary.state, "small"),
        gap(0.2),
    ]


def _by_hand() -> list[Any]:
    """Leave lines for what the program does not know yet: registers, and what was decided."""
    numbers = [
        [tr("To fill in by hand, from the registers"), tr("Number")],
        [tr("Incidents"), ""],
        [tr("Complaints"), ""],
    ]
    decisions = [[tr("Decisions"), tr("Who"), tr("By when")], *[[""] * 3 for _ in range(_DECISIONS)]]
    return [
        together([table(numbers, [14.1, 2.9], row_height=0.7), gap(0.3)]),
        together([table(decisions, [10, 4, 3], row_height=0.8), gap(0.3)]),
    ]


def _signatures() -> list[Any]:
    signers = [tr("Prepared by"), tr("Checked by"), tr("Approved by")]
    blank = tr("Name, function, date, stamp")
    return [together([table([signers, [blank] * 3], [17 / 3] * 3, row_height=2.2), gap(0.3)])]
