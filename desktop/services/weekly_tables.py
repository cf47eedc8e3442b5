"""The tables of the weekly summary in words, the same on paper and in the workbook, in the order of `product.md` 9."""

from collections.abc import Iterable, Sequence

from desktop.formats import day_name, short_date
from desktop.i18n import mark, tr
from desktop.reports.figure_tables import Bars, FigureTable, Row
from desktop.services.figures import (
    UNKNOWN,
    GroupCount,
    OriginCount,
    SexAgeCount,
    WeeklyFigures,
    WeeklyReport,
)
from desktop.vocabulary import SEX_WORDS, Sex

_HOUSE = {
    "at_start": mark("Present at the start"),
    "entries": mark("Entries"),
    "exits": mark("Exits"),
    "at_end": mark("Present at the end"),
    "nights": mark("Nights"),
}
_SESSIONS = {
    "planned": mark("Sessions planned"),
    "held": mark("Sessions held"),
    "cancelled": mark("Sessions cancelled"),
    "not_recorded": mark("Sessions not recorded"),
    "to_come": mark("Sessions still to come"),
}
_PEOPLE = {
    "participations": mark("Participations"),
    "unique_people": mark("Unique people"),
    "new_people": mark("New people"),
    "unidentified": mark("Unidentified"),
}


def weekly_tables(report: WeeklyReport) -> list[tuple[FigureTable, ...]]:
    """Give every table of the summary, completeness first; short ones stand in twos."""
    week = report.week
    counts = (tr("Sessions held"), tr("Participations"), tr("Unique people"))
    people = (tr("Participations"), tr("Unique people"))
    came = tr("Participations by sex and age (age bands: {scheme})", scheme=week.scheme)
    unique = tr("Unique people by sex and age (age bands: {scheme})", scheme=week.scheme)
    reasons = tuple(Row(why or tr("No reason given"), (count,)) for why, count in week.sessions.reasons)
    return [
        (_completeness(week), _beside_last_week(tr("House"), _HOUSE, week.house, report.before.house)),
        (
            _beside_last_week(tr("Sessions"), _SESSIONS, week.sessions, report.before.sessions),
            _beside_last_week(tr("Attendance"), _PEOPLE, week, report.before),
        ),
        (FigureTable(tr("Cancelled sessions, by reason"), (tr("Sessions"),), reasons),),
        (FigureTable(tr("By activity"), counts, _groups(week.by_activity)),),
        (FigureTable(tr("By site"), counts, _groups(week.by_site)),),
        (FigureTable(came, _bands(week), _by_sex(week, people=False)),),
        (FigureTable(unique, _bands(week), _by_sex(week, people=True)),),
        (FigureTable(tr("By day"), counts, _days(week)),),
        (FigureTable(tr("By nationality"), people, _origins(week.by_nationality)),),
        (FigureTable(tr("By status"), people, _origins(week.by_status)),),
        (_target(report),),
    ]


def weekly_charts(report: WeeklyReport) -> list[Bars]:
    """Give the charts: each day and each activity beside the week before."""
    week, before = report.week, report.before
    days = zip(week.by_day, before.by_day, strict=True)
    labels = {one.code: one.label for one in (*before.by_activity, *week.by_activity)}
    now, then = ({one.code: one.participations for one in figures.by_activity} for figures in (week, before))
    return [
        Bars(
            tr("Participations by day (grey: this week, outline: last week)"),
            tuple(Row(day_name(one.day), (one.participations, other.participations)) for one, other in days),
        ),
        Bars(
            tr("Participations by activity (grey: this week, outline: last week)"),
            tuple(Row(label, (now.get(code, 0), then.get(code, 0))) for code, label in sorted(labels.items())),
        ),
    ]


def _completeness(week: WeeklyFigures) -> FigureTable:
    sessions = week.sessions
    return FigureTable(
        tr("Completeness"),
        (tr("Number"),),
        (
            Row(tr("Sessions recorded"), (sessions.held + sessions.cancelled,)),
            Row(tr("of sessions planned"), (sessions.planned,)),
            Row(tr("Sheets not typed back"), (sessions.not_recorded,)),
            Row(tr("Sheets with names left unmarked"), (week.sheets_unfinished,)),
            Row(tr("Look-alikes to examine"), (week.look_alikes,)),
        ),
    )


def _beside_last_week(title: str, words: dict[str, str], now: object, then: object) -> FigureTable:
    rows = (Row(tr(word), (getattr(now, name), getattr(then, name))) for name, word in words.items())
    return FigureTable(title, (tr("This week"), tr("Last week")), tuple(rows))


def _target(report: WeeklyReport) -> FigureTable:
    reached = report.reached
    return FigureTable(
        tr("People reached since {day}, all sites", day=short_date(reached.since)),
        (tr("Number"),),
        (
            Row(tr("Reached"), (reached.people,)),
            Row(tr("Target"), (reached.target,)),
            Row(tr("Still to reach"), (max(0, reached.target - reached.people),)),
            Row(tr("Participations without a name, beside them"), (reached.unidentified,)),
            Row(tr("Look-alikes to examine, beside them"), (report.week.look_alikes,)),
        ),
    )


def _groups(groups: Iterable[GroupCount]) -> tuple[Row, ...]:
    return tuple(Row(one.label, (one.sessions_held, one.participations, one.unique_people)) for one in groups)


def _origins(groups: Iterable[OriginCount]) -> tuple[Row, ...]:
    return tuple(Row(one.label or tr("Not recorded"), (one.participations, one.unique_people)) for one in groups)


def _days(week: WeeklyFigures) -> tuple[Row, ...]:
    return tuple(
        Row(f"{day_name(one.day)} {short_date(one.day)}", (one.sessions_held, one.participations, one.unique_people))
        for one in week.by_day
    )


def _bands(week: WeeklyFigures) -> tuple[str, ...]:
    names = dict.fromkeys(cell.band for cell in week.by_sex_age)
    return (*(tr("Unknown") if name == UNKNOWN else name.replace("-", "–") for name in names), tr("Total"))


def _by_sex(week: WeeklyFigures, *, people: bool) -> tuple[Row, ...]:
    """Give a row for each sex and their total, unknown ones included."""
    rows = [Row(tr(SEX_WORDS[sex]), _cells(week.by_sex_age, sex, people=people)) for sex in Sex]
    sums = tuple(map(sum, zip(*(row.figures for row in rows), strict=True)))
    return (*rows, Row(tr("Total"), sums))


def _cells(cells: Sequence[SexAgeCount], sex: Sex, *, people: bool) -> tuple[int, ...]:
    found = [cell.unique_people if people else cell.participations for cell in cells if cell.sex is sex]
    return (*found, sum(found))
