"""The parts of the summary on the screen, one at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.formats import clock, day_name, short_date, whole_number
from desktop.i18n import mark, tr
from desktop.services.behind_figures import BehindLine
from desktop.services.figures import WeeklyReport
from desktop.services.weekly_tables import WeekPage, WeekTable
from desktop.views.reports.bar_chart import BarChart
from desktop.views.reports.pair import pair, part
from desktop.views.shared.labels import text_label

Grid = Callable[[WeekTable], QWidget]
Part = Callable[[], QWidget]
OVERVIEW = "overview"
SECTIONS = {
    OVERVIEW: mark("Overview"),
    "activities": mark("By activity"),
    "sites": mark("By site"),
    "sexes": mark("By sex and age"),
    "days": mark("By day"),
    "origins": mark("By origin"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A week as it is on the screen."""

    report: WeeklyReport
    page: WeekPage
    waiting: Sequence[BehindLine]

    def same(self, other: "Shown") -> bool:
        """Say whether nothing changed but the moment up to which the figures go."""
        return self.told() == other.told()

    def told(self) -> tuple[object, ...]:
        """Give everything the screen tells of the week but that moment."""
        week, before = self.report.week, self.report.before
        return self.page, self.waiting, week.monday, week.site, before.by_day, before.by_activity


def state(shown: Shown) -> str:
    """Say up to when the figures go, and what must not be added up."""
    week = shown.report.week
    stop = week.stop.astimezone()
    said = [tr("Data as of {stop}.", stop=f"{short_date(stop.date())} {clock(stop.time())}")]
    if stop.date() <= week.sunday:
        said.append(tr("This week is not over."))
    if len(week.sites) > 1:
        said.append(tr("Somebody who came to two sites counts once: unique people of the sites do not add up."))
    return " ".join(said)


def section(name: str, shown: Shown, grid: Grid, completeness: Part) -> list[Part]:
    """Give how the parts of a section are built, from the top."""
    page = shown.page
    if name == OVERVIEW:
        return [
            lambda: pair(part(page.completeness.title, completeness(), grid(page.completeness)), _days(shown)),
            lambda: pair(_table(page.attendance, grid), _table(page.sessions, grid)),
            lambda: pair(_table(page.house, grid), _target(shown.report)),
        ]
    tables = {
        "activities": (page.activities, page.reasons),
        "sites": (page.sites,),
        "sexes": (page.came, page.unique),
        "days": (page.days,),
        "origins": (page.nationalities, page.statuses),
    }
    parts: list[Part] = [partial(_table, one, grid) for one in tables[name]]
    return [*parts, partial(_activities, shown)] if name == "activities" else parts


def _table(table: WeekTable, grid: Grid) -> QWidget:
    if table.lines:
        return part(table.title, grid(table))
    return part(table.title, text_label(tr("Nothing this week."), "muted", wrap=True))


def _days(shown: Shown) -> QWidget:
    days = zip(shown.report.week.by_day, shown.report.before.by_day, strict=True)
    bars = [(day_name(one.day).capitalize(), one.participations, other.participations) for one, other in days]
    title = tr("Participations by day")
    return part(title, BarChart(title, bars), _legend())


def _activities(shown: Shown) -> QWidget:
    week, before = shown.report.week.by_activity, shown.report.before.by_activity
    labels = {one.code: one.label for one in (*before, *week)}
    now, then = ({one.code: one.participations for one in groups} for groups in (week, before))
    bars = [(label, now.get(code, 0), then.get(code, 0)) for code, label in sorted(labels.items())]
    title = tr("Participations by activity")
    return part(title, *([BarChart(title, bars), _legend()] if bars else [text_label(tr("Nothing this week."))]))


def _legend() -> QWidget:
    return text_label(tr("Filled bar and figure: this week. Outline: last week."), "muted", wrap=True)


def _target(report: WeeklyReport) -> QWidget:
    """Say how far the project is from its target, over all sites; nobody is named here."""
    reached = report.reached
    bar = QProgressBar()
    bar.setRange(0, max(1, reached.target))
    bar.setValue(min(reached.people, reached.target))
    bar.setTextVisible(False)
    words = tr("{people} people reached of {target}", people=whole_number(reached.people),
               target=whole_number(reached.target))  # fmt: skip
    bar.setAccessibleName(words)
    beside = tr("Beside them: {nameless} participations without a name, {pairs} look-alikes to examine",
                nameless=whole_number(reached.unidentified), pairs=whole_number(report.week.look_alikes))  # fmt: skip
    return part(
        tr("Since {day}, all sites", day=short_date(reached.since)),
        text_label(words, "strong", wrap=True),
        bar,
        text_label(beside, "muted", wrap=True),
    )
