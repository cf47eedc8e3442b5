"""Papers of the week: sign-in sheets, the weekly summary and its workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.i18n import mark, tr
from desktop.models.accounts import VaultMeta
from desktop.reports.page import Printed
from desktop.reports.sign_in_sheet import SheetLine, SignInSheet, write_sign_in_sheets
from desktop.reports.weekly_summary import Row, WeeklySummary, write_weekly_summary
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService, Sheet
from desktop.services.figures import GroupCount, SexAgeCount, WeeklyFigures
from desktop.services.figures.answers import UNKNOWN_BAND
from desktop.services.sessions import in_week, monday_of, session_lines
from desktop.spreadsheets.weekly_workbook import FigureSheet, write_weekly_workbook
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import SEX_LETTERS, SEX_WORDS, SessionState, Sex

_ZONE = ZoneInfo("Africa/Bamako")
_HOUSE = {
    "at_start": mark("Present at the start"),
    "entries": mark("Entries"),
    "exits": mark("Exits"),
    "at_end": mark("Present at the end"),
    "nights": mark("Nights"),
}


@dataclass(frozen=True, slots=True)
class _Figures:
    """Figures of a week as rows of words and numbers, for paper and workbook alike."""

    week: WeeklyFigures

    def key(self) -> list[Row]:
        """Give the key figures."""
        week, sessions = self.week, self.week.sessions
        return [
            Row(tr("Sessions planned"), (sessions.planned,)),
            Row(tr("Sessions held"), (sessions.held,)),
            Row(tr("Sessions cancelled"), (sessions.cancelled,)),
            Row(tr("Sessions not recorded"), (sessions.not_recorded,)),
            Row(tr("Sessions still to come"), (sessions.to_come,)),
            Row(tr("Participations"), (week.participations,)),
            Row(tr("Unique people"), (week.unique_people,)),
            Row(tr("New people"), (week.new_people,)),
            Row(tr("Unidentified"), (week.unidentified,)),
        ]

    def house(self) -> list[Row]:
        """Give who lodged."""
        return [Row(tr(words), (getattr(self.week.house, name),)) for name, words in _HOUSE.items()]

    def reasons(self) -> list[Row]:
        """Give why sessions were not held."""
        return [Row(why or tr("No reason given"), (count,)) for why, count in self.week.sessions.reasons]

    def days(self) -> list[Row]:
        """Give each day."""
        from desktop.formats import day_name, short_date  # noqa: PLC0415 - brings the calendar of the language

        return [
            Row(
                f"{day_name(day.day)} {short_date(day.day)}",
                (day.sessions_held, day.participations, day.unique_people),
            )
            for day in self.week.by_day
        ]

    def bands(self) -> list[str]:
        """Give the headings of the table of sex and age."""
        names = dict.fromkeys(cell.band for cell in self.week.by_sex_age)
        return [*(tr("Unknown") if name == UNKNOWN_BAND else name.replace("-", "–") for name in names), tr("Total")]

    def by_sex(self, *, people: bool) -> list[Row]:
        """Give a row for each sex and their total, unknown ones included."""
        rows = [Row(tr(SEX_WORDS[sex]), _cells(self.week.by_sex_age, sex, people=people)) for sex in Sex]
        sums = tuple(map(sum, zip(*(row.figures for row in rows), strict=True)))
        return [*rows, Row(tr("Total"), sums)]


def _cells(cells: Sequence[SexAgeCount], sex: Sex, *, people: bool) -> tuple[int, ...]:
    found = [cell.unique_people if people else cell.participations for cell in cells if cell.sex is sex]
    return (*found, sum(found))


def _groups(groups: Sequence[GroupCount]) -> list[Row]:
    return [Row(one.label, (one.sessions_held, one.participations, one.unique_people)) for one in groups]


class SheetService:
    """Write the papers of the week; each is in the journal before it exists."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sign_in_sheets(self, codes: Sequence[str], target: Path) -> None:
        """Write the sign-in sheets of sessions, in the order given.

        Raises:
            NotFound: no session has this code.
        """
        attendance = AttendanceService(self._desk)
        sheets = [_paper(attendance.open_sheet(code)) for code in codes]
        printed = self._printed(Permission.SEE_ATTENDANCE, "print sign-in sheet", ",".join(codes))
        write_sign_in_sheets(sheets, target, printed)

    def sign_in_week(self, day: date, target: Path) -> int:
        """Write the sign-in sheets of a week in running order, and say how many."""
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            lines = session_lines(look, in_week(monday_of(day)))
        codes = [line.code for line in lines if line.state is SessionState.PUBLISHED]
        self.sign_in_sheets(codes, target)
        return len(codes)

    def weekly_summary(self, week: WeeklyFigures, target: Path) -> None:
        """Write the summary of a week as a paper."""
        figures, sessions = _Figures(week), week.sessions
        printed = self._printed(Permission.SEE_FIGURES, "print weekly summary", str(week.monday))
        page = WeeklySummary(
            monday=week.monday,
            sunday=week.sunday,
            number=week.monday.isocalendar().week,
            site=week.site or tr("All sites"),
            stop=week.stop.astimezone(_ZONE),
            scheme=week.scheme,
            recorded=sessions.held + sessions.cancelled,
            planned=sessions.planned,
            look_alikes=week.look_alikes,
            key_figures=figures.key(),
            house=figures.house(),
            reasons=figures.reasons(),
            by_activity=_groups(week.by_activity),
            by_site=_groups(week.by_site),
            bands=figures.bands(),
            participations_by_sex=figures.by_sex(people=False),
            people_by_sex=figures.by_sex(people=True),
            by_day=figures.days(),
        )
        write_weekly_summary(page, target, printed)

    def weekly_workbook(self, week: WeeklyFigures, target: Path) -> None:
        """Write the summary of a week as a workbook."""
        self._printed(Permission.SEE_FIGURES, "export weekly summary", str(week.monday))
        figures, bands = _Figures(week), _Figures(week).bands()
        counts = (tr("Sessions held"), tr("Participations"), tr("Unique people"))
        parts: list[tuple[str, Sequence[str], list[Row]]] = [
            (tr("Key figures"), (tr("Number"),), figures.key()),
            (tr("House"), (tr("Number"),), figures.house()),
            (tr("By activity"), counts, _groups(week.by_activity)),
            (tr("By site"), counts, _groups(week.by_site)),
            (tr("Participations"), bands, figures.by_sex(people=False)),
            (tr("Unique people"), bands, figures.by_sex(people=True)),
            (tr("By day"), counts, figures.days()),
        ]
        write_weekly_workbook([_sheet(*part) for part in parts], target)

    def _printed(self, permission: Permission, action: str, what: str) -> Printed:
        with self._desk.begin(permission) as work:
            work.trace(action, "paper", what)
            name = work.scalar(sa.select(VaultMeta.value).where(VaultMeta.name == "organisation")) or b""
            return Printed(by=self._desk.member.name, at=work.now.astimezone(_ZONE), centre=name.decode())


def _sheet(title: str, headings: Sequence[str], rows: list[Row]) -> FigureSheet:
    return FigureSheet(title, ("", *headings), tuple((row.words, *row.figures) for row in rows))


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
