"""Papers of the week: its plan, sign-in sheets, the weekly summary and its workbook."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.errors import DeskError
from desktop.i18n import mark, tr
from desktop.reports.page import Printed, Target
from desktop.reports.sign_in_sheet import SheetLine, SignInSheet, write_sign_in_sheets
from desktop.reports.week_plan import write_week_plan
from desktop.reports.weekly_summary import DEFINITIONS, WeeklySummary, write_weekly_summary
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService, Sheet
from desktop.services.figures import WeeklyReport
from desktop.services.papers import home, printed_now
from desktop.services.sessions import in_week, monday_of, session_lines
from desktop.services.week_plans import plan_for_wall
from desktop.services.weekly_tables import weekly_charts, weekly_tables
from desktop.spreadsheets.weekly_workbook import FigureSheet, write_weekly_workbook
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import SEX_LETTERS, SessionState


class NothingPlanned(DeskError):
    """A week without sessions has no sheets."""

    sentence = mark("No session is planned this week.")


class SheetService:
    """Write the papers of the week; each is in the journal before it exists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week_plan(self, day: date, site: str, target: Target) -> None:
        """Write the published week of `day` at a site for the wall.

        Raises:
            NotFound: one works at no such site.
        """
        with self._desk.begin(Permission.SEE_WEEK) as work:
            plan, zone = plan_for_wall(work, day, site)
            printed = replace(printed_now(work, zone), hangs=True)
            work.trace("print week", "paper", plan.monday)
        write_week_plan(plan, target, printed)

    def sign_in_sheets(self, codes: Sequence[str], target: Target) -> None:
        """Write the sign-in sheets of sessions, in the order given.

        Raises:
            NotFound: no session has this code.
        """
        attendance = AttendanceService(self._desk)
        sheets = [attendance.open_sheet(code) for code in codes]
        printed = self._printed(Permission.SEE_ATTENDANCE, "print sign-in sheet", ",".join(codes))
        if sheets:
            clock = sheets[0].session.starts_at.tzinfo  # of the site it hangs at, which need not be one's first
            printed = replace(printed, at=printed.at.astimezone(clock))
        write_sign_in_sheets([_paper(sheet) for sheet in sheets], target, printed)

    def sign_in_week(self, day: date, target: Target) -> int:
        """Write the sign-in sheets of a week in running order, and say how many.

        Raises:
            NothingPlanned: there are none to write.
        """
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            lines = session_lines(look, in_week(monday_of(day)))
        codes = [line.code for line in lines if line.state is SessionState.PUBLISHED]
        if not codes:
            raise NothingPlanned
        self.sign_in_sheets(codes, target)
        return len(codes)

    def weekly_summary(self, report: WeeklyReport, target: Target) -> None:
        """Write the summary of a week as a paper."""
        printed = self._printed(Permission.SEE_FIGURES, "print weekly summary", str(report.week.monday))
        write_weekly_summary(_summary(report, printed), target, printed)

    def weekly_workbook(self, report: WeeklyReport, target: Target) -> None:
        """Write the summary of a week as a workbook: what it is about, then a sheet for each table."""
        printed = self._printed(Permission.SEE_FIGURES, "export weekly summary", str(report.week.monday))
        summary = _summary(report, printed)
        about = (
            (summary.title,),
            (summary.place,),
            (tr("INTERNAL: figures may identify people"),),
            (summary.state,),
        )
        sheets = [
            FigureSheet(one.title, ("", *one.headings), tuple((row.words, *row.figures) for row in one.rows))
            for beside in summary.tables
            for one in beside
            if one.rows
        ]
        first = FigureSheet(tr("Weekly summary"), (), about, tuple(tr(words) for words in DEFINITIONS))
        write_weekly_workbook([first, *sheets], target)

    def _printed(self, permission: Permission, action: str, what: str) -> Printed:
        with self._desk.begin(permission) as work:
            work.trace(action, "paper", what)
            return printed_now(work, home(work)[1])


def _summary(report: WeeklyReport, printed: Printed) -> WeeklySummary:
    week = report.week
    return WeeklySummary(
        monday=week.monday,
        sunday=week.sunday,
        place=", ".join(week.sites),
        stop=week.stop.astimezone(printed.at.tzinfo),
        tables=weekly_tables(report),
        charts=weekly_charts(report),
    )


def _paper(sheet: Sheet) -> SignInSheet:
    session = sheet.session
    return SignInSheet(
        activity=session.activity,
        code=session.code,
        day=session.on_date,
        starts=session.starts_at.time(),
        ends=session.ends_at.time(),
        place=session.room or session.site,
        facilitators=session.facilitators,
        lines=[
            SheetLine(name=line.name, sex=tr(SEX_LETTERS[line.sex]), age="" if line.age is None else str(line.age))
            for line in sheet.lines
        ],
    )
