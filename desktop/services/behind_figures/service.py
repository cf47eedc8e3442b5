"""Opening a figure of the week."""

from datetime import date, datetime

from desktop.errors import NotAllowed
from desktop.rights import Permission
from desktop.services.behind_figures.answers import HOUSE, PARTICIPATION, BehindLine, Counted, Figure
from desktop.services.behind_figures.naming import house_lines, participation_lines, session_line
from desktop.services.behind_figures.selecting import participations_of, sessions_of
from desktop.services.figures.presence import presence
from desktop.services.figures.rows import week_rows, week_scope
from desktop.services.sessions import WEEK
from desktop.storage.unit_of_work import Desk

_NEEDED = (Permission.SEE_FIGURES, Permission.SEE_PEOPLE, Permission.SEE_ATTENDANCE)


def rights_for(figure: Figure) -> tuple[Permission, ...]:
    """Give the rights that open a figure, all of them together."""
    return (*_NEEDED, Permission.SEE_HOUSE) if figure.counted in HOUSE else _NEEDED


class BehindFiguresService:
    """Show what a figure counts; it reads the same rows as the figure does, by the same rules."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, figure: Figure, day: date, site: str | None = None, *, stop: datetime) -> list[BehindLine]:
        """Give the lines behind a figure of the week of `day`; as many as the figure counted at the same `stop`.

        Raises:
            NotAllowed: the reader lacks one of the rights it needs, or works at other sites.
            NotFound: no site has this code.
        """
        for right in rights_for(figure):
            if not self._desk.may(right):
                raise NotAllowed(permission=right)
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            scope = week_scope(look, day - WEEK if figure.last_week else day, site, stop)
            if figure.counted in HOUSE:
                return house_lines(look, presence(look, scope), figure.counted)
            week = week_rows(look, scope)
            if figure.counted in PARTICIPATION:
                return participation_lines(look, participations_of(look, week, figure), week.sessions)
            return [session_line(row) for row in sessions_of(week, figure)]

    def not_recorded(self, day: date, site: str | None = None, *, stop: datetime) -> list[BehindLine]:
        """Give the sessions of the week of `day` that nobody recorded; no name is among them.

        Raises:
            NotAllowed: the reader may not see the week, or works at other sites.
            NotFound: no site has this code.
        """
        with self._desk.read(Permission.SEE_WEEK) as look:
            week = week_rows(look, week_scope(look, day, site, stop))
            return [session_line(row) for row in sessions_of(week, Figure(Counted.NOT_RECORDED))]
