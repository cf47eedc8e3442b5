"""The charts of the weekly summary."""

from desktop.formats import day_name
from desktop.i18n import tr
from desktop.reports.figure_tables import Bars, Row
from desktop.services.figures import WeeklyReport


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
