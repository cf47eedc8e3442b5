"""Sessions, marks and the weekly summary from the command line."""

import argparse
from dataclasses import asdict

from desktop.chores.desk import say, say_json, signed_in, write_to
from desktop.i18n import tr, trn
from desktop.vocabulary import ATTENDANCE_WORDS


def sessions(options: argparse.Namespace) -> int:
    """List the sessions of the week that a day lies in."""
    with signed_in(options) as centre:
        lines = centre.planning.sessions_of_week(options.week)
    if options.json:
        say_json(
            [
                {
                    "code": line.code,
                    "activity": line.activity,
                    "start": line.starts_at,
                    "site": line.site,
                    "room": line.room,
                    "listed": line.listed,
                    "marked": line.marked,
                }
                for line in lines
            ]
        )
        return 0
    if not lines:
        say(tr("No session is planned this week."))
    for line in lines:
        say(f"{line.code}  {line.starts_at:%d/%m/%Y %H:%M}  {line.activity}  {line.marked}/{line.listed}")
    return 0


def calendar(options: argparse.Namespace) -> int:
    """Write the sessions of some weeks as a calendar file, without anybody's name.

    Raises:
        BadValue: so many weeks are not written at once.
        NotWritten: the file cannot be written where it was asked.
    """
    with signed_in(options) as centre:
        count = write_to(options.ics, lambda to: centre.calendar.export(options.week, options.weeks, to))
    say(trn("Written: {path}, {n} session", "Written: {path}, {n} sessions", count, path=options.ics))
    return 0


def mark(options: argparse.Namespace) -> int:
    """Mark one person at one session; the line is printed once the mark is on disk.

    Raises:
        DeskError: no such session or person, or the sheet is closed.
    """
    with signed_in(options) as centre:
        centre.attendance.mark_by_code(options.session, options.person, options.status)
        say(
            tr(
                "{person} at {session}: {status}",
                person=options.person,
                session=options.session,
                status=tr(ATTENDANCE_WORDS[options.status]),
            )
        )
    return 0


def summary(options: argparse.Namespace) -> int:
    """Count a week, and write its paper and workbook when asked.

    Raises:
        NotFound: no such site.
        NotAllowed: one works at other sites.
        NotWritten: a file cannot be written where it was asked.
    """
    with signed_in(options) as centre:
        report = centre.figures.report(options.week, options.site)
        if options.pdf:
            write_to(options.pdf, lambda to: centre.sheets.weekly_summary(report, to))
        if options.xlsx:
            write_to(options.xlsx, lambda to: centre.sheets.weekly_workbook(report, to))
    week = report.week
    if options.json:
        say_json({
            "sessions_planned": week.sessions.planned,
            "sessions_held": week.sessions.held,
            "sessions_cancelled": week.sessions.cancelled,
            "sessions_not_recorded": week.sessions.not_recorded,
            "participations": week.participations,
            "unique_people": week.unique_people,
            "new_people": week.new_people,
            "by_activity": [asdict(one) for one in week.by_activity],
            "by_sex_age": [asdict(one) for one in week.by_sex_age],
            "by_day": [asdict(one) for one in week.by_day],
        })  # fmt: skip
    else:
        say(trn("{n} participation", "{n} participations", week.participations))
        say(trn("{n} unique person", "{n} unique people", week.unique_people))
    return 0
