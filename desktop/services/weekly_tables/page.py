"""Every table of the weekly summary, completeness first, in the order of `product.md` 9."""

from dataclasses import dataclass

from desktop.formats import short_date
from desktop.i18n import mark, tr
from desktop.reports.figure_tables import FigureTable
from desktop.services.behind_figures import By, Counted, Figure
from desktop.services.figures import WeeklyFigures, WeeklyReport
from desktop.services.weekly_tables.cells import Cell, WeekLine, WeekTable, beside_last_week
from desktop.services.weekly_tables.groups import by_day, by_group, by_origin
from desktop.services.weekly_tables.sexes import by_sex_and_age

_HOUSE = {
    Counted.AT_START: mark("Present at the start"),
    Counted.ENTRIES: mark("Entries"),
    Counted.EXITS: mark("Exits"),
    Counted.AT_END: mark("Present at the end"),
    Counted.NIGHTS: mark("Nights"),
}
_SESSIONS = {
    Counted.PLANNED: mark("Sessions planned"),
    Counted.HELD: mark("Sessions held"),
    Counted.CANCELLED: mark("Sessions cancelled"),
    Counted.NOT_RECORDED: mark("Sessions not recorded"),
    Counted.TO_COME: mark("Sessions still to come"),
}
_PEOPLE = {
    Counted.PARTICIPATIONS: mark("Participations"),
    Counted.UNIQUE_PEOPLE: mark("Unique people"),
    Counted.NEW_PEOPLE: mark("New people"),
    Counted.UNIDENTIFIED: mark("Unidentified"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPage:
    """The tables of one week."""

    completeness: WeekTable
    house: WeekTable
    sessions: WeekTable
    attendance: WeekTable
    reasons: WeekTable
    activities: WeekTable
    sites: WeekTable
    came: WeekTable
    unique: WeekTable
    days: WeekTable
    nationalities: WeekTable
    statuses: WeekTable
    target: WeekTable


def week_page(report: WeeklyReport) -> WeekPage:
    """Put the figures of a week into words."""
    week, before = report.week, report.before
    came = tr("Participations by sex and age (age bands: {scheme})", scheme=week.scheme)
    unique = tr("Unique people by sex and age (age bands: {scheme})", scheme=week.scheme)
    return WeekPage(
        completeness=_completeness(week),
        house=beside_last_week(tr("House"), _HOUSE, week.house, before.house),
        sessions=beside_last_week(tr("Sessions"), _SESSIONS, week.sessions, before.sessions),
        attendance=beside_last_week(tr("Attendance"), _PEOPLE, week, before),
        reasons=_reasons(week),
        activities=by_group(tr("By activity"), week.by_activity, By.ACTIVITY),
        sites=by_group(tr("By site"), week.by_site, By.SITE),
        came=by_sex_and_age(came, week.by_sex_age, Counted.PARTICIPATIONS),
        unique=by_sex_and_age(unique, week.by_sex_age, Counted.UNIQUE_PEOPLE),
        days=by_day(week),
        nationalities=by_origin(tr("By nationality"), week.by_nationality, By.NATIONALITY),
        statuses=by_origin(tr("By status"), week.by_status, By.STATUS),
        target=_target(report),
    )


def weekly_tables(report: WeeklyReport) -> list[tuple[FigureTable, ...]]:
    """Give every table as papers and workbooks take it; short ones stand in twos."""
    page = week_page(report)
    rows: list[tuple[WeekTable, ...]] = [
        (page.completeness, page.house),
        (page.sessions, page.attendance),
        *((one,) for one in (page.reasons, page.activities, page.sites, page.came, page.unique, page.days)),
        *((one,) for one in (page.nationalities, page.statuses, page.target)),
    ]
    return [tuple(table.on_paper() for table in row) for row in rows]


def _completeness(week: WeeklyFigures) -> WeekTable:
    sessions = week.sessions
    lines = (
        (tr("Sessions recorded"), sessions.held + sessions.cancelled, Counted.RECORDED),
        (tr("of sessions planned"), sessions.planned, Counted.PLANNED),
        (tr("Sheets not typed back"), sessions.not_recorded, Counted.NOT_RECORDED),
        (tr("Sheets with names left unmarked"), week.sheets_unfinished, Counted.UNFINISHED),
        (tr("Look-alikes to examine"), week.look_alikes, None),
    )
    return WeekTable(
        tr("Completeness"),
        (tr("Number"),),
        tuple(WeekLine(words, (Cell(value, Figure(what) if what else None),)) for words, value, what in lines),
    )


def _reasons(week: WeeklyFigures) -> WeekTable:
    lines = tuple(
        WeekLine(why or tr("No reason given"), (Cell(count, Figure(Counted.CANCELLED, By.REASON, why)),))
        for why, count in week.sessions.reasons
    )
    return WeekTable(tr("Cancelled sessions, by reason"), (tr("Sessions"),), lines)


def _target(report: WeeklyReport) -> WeekTable:
    reached = report.reached
    lines = (
        (tr("Reached"), reached.people),
        (tr("Target"), reached.target),
        (tr("Still to reach"), max(0, reached.target - reached.people)),
        (tr("Participations without a name, beside them"), reached.unidentified),
        (tr("Look-alikes to examine, beside them"), report.week.look_alikes),
    )
    return WeekTable(
        tr("People reached since {day}, all sites", day=short_date(reached.since)),
        (tr("Number"),),
        tuple(WeekLine(words, (Cell(value),)) for words, value in lines),
    )
