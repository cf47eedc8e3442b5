"""What of the week is looked at: which day, which site, by what; and what was read for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desktop.centre import Centre
from desktop.i18n import language
from desktop.services.centre_setup import SiteLine
from desktop.services.planning import SessionPlan
from desktop.services.reference import holidays
from desktop.services.session_choices import Choices
from desktop.services.session_clashes import Clash, clashes_of
from desktop.services.session_plans import plan_of
from desktop.services.sessions import SessionLine, monday_of
from desktop.views.week.columns import GridColumn, Grouping, columns_of, group_of
from desktop.vocabulary import SessionState

WEEK = timedelta(days=7)


class Looking:
    """The sessions of one week at one site, as the grid shows them."""

    def __init__(self, centre: Centre, now: Callable[[], datetime]) -> None:
        self._centre, self._now = centre, now
        own = centre.member.sites
        self.sites: list[SiteLine] = [site for site in centre.setup.sites() if not own or site.id in own]
        self.site = self.sites[0].code if self.sites else ""
        self.day = self.today = self.moment().date()
        self.grouping = Grouping.DAYS
        self.lines: list[SessionLine] = []
        self.left_out: list[SessionLine] = []
        self.choices = Choices((), (), {}, {})
        self.before = False  # whether the week before has something to copy

    def moment(self) -> datetime:
        """Give this moment at the site."""
        zones = [site.zone for site in self.sites if site.code == self.site]
        return self._now().astimezone(ZoneInfo(zones[0] if zones else "UTC"))

    def read(self) -> None:
        """Read the week again.

        Raises:
            NotAllowed: the account sees no week.
        """
        planning = self._centre.planning
        self.lines = planning.sessions_of_week(self.day, self.site)
        self.left_out = planning.left_out(self.day, self.site)
        self.choices = self._centre.session_choices.choices(self.site)
        if not self.lines:
            former = planning.sessions_of_week(self.day - WEEK, self.site)
            self.before = any(line.state is not SessionState.CANCELLED for line in former)

    def columns(self) -> list[GridColumn]:
        """Give the columns to show."""
        return columns_of(self.grouping, self.day, self.lines, self.choices)

    def shown(self, columns: list[GridColumn]) -> list[tuple[int, SessionLine]]:
        """Give the sessions to show, each with the number of its column."""
        where = {(column.day, column.group): place for place, column in enumerate(columns)}
        keyed = [((line.on_date, group_of(self.grouping, line, self.choices)), line) for line in self.lines]
        return [(where[key], line) for key, line in keyed if key in where]

    def closed(self) -> dict[date, str]:
        """Give the holidays of the week, by day."""
        monday = monday_of(self.day)
        known = [one for year in {monday.year, (monday + WEEK).year} for one in holidays(year)]
        return {one.day: one.en if language() == "en" else one.fr for one in known if monday <= one.day < monday + WEEK}

    def clashes(self, plan: SessionPlan, now: SessionLine | None) -> list[Clash]:
        """Give what a plan clashes with, whichever week it is in; `now` is the session as it stands."""
        near = monday_of(plan.on) == monday_of(self.day)
        lines = self.lines if near else self._centre.planning.sessions_of_week(plan.on, self.site)
        return clashes_of(plan, lines, self.choices, now=now)

    def drafts(self) -> int:
        """Count the drafts of the week."""
        return sum(line.state is SessionState.DRAFT for line in self.lines)

    def turn(self, steps: int) -> None:
        """Go on by weeks, or by days where one day is shown; nought goes to today."""
        by = WEEK if self.grouping is Grouping.DAYS else timedelta(days=1)
        self.day = self.day + steps * by if steps else self.today

    def new_plan(self, column: GridColumn, at: time, minutes: int | None) -> SessionPlan:
        """Give a session to plan in a column, most likely like the last one there."""
        usual = self.lines[-1].activity_code if self.lines else ""
        plan = SessionPlan(activity=usual, site=self.site, on=column.day, at=at, minutes=minutes)
        return self._grouped(plan, column)

    def moved(self, line: SessionLine, column: GridColumn, minutes: int) -> SessionPlan:
        """Give the plan of a session carried to another column, and some minutes on within its day."""
        start = line.starts_at + timedelta(minutes=minutes)
        at = start.time() if start.date() == line.on_date else line.starts_at.time()
        return self._grouped(replace(plan_of(line), on=column.day, at=at), column)

    def _grouped(self, plan: SessionPlan, column: GridColumn) -> SessionPlan:
        if self.grouping is Grouping.ROOMS:
            return replace(plan, room=column.group or None)
        return replace(plan, facilitators=column.group) if self.grouping is Grouping.FACILITATORS else plan
