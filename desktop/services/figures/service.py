"""The figures of a week."""

from datetime import date, datetime

from desktop.rights import Permission
from desktop.services.figures.counting import people
from desktop.services.figures.origins import by_origin, words_of
from desktop.services.figures.outcomes import session_counts
from desktop.services.figures.presence import house_counts, presence
from desktop.services.figures.progress import look_alikes_waiting, reached
from desktop.services.figures.rows import week_rows, week_scope
from desktop.services.figures.scope import Scope
from desktop.services.figures.tables import by_day, by_group, by_sex_and_age
from desktop.services.figures.week import WeeklyFigures, WeeklyReport
from desktop.services.sessions import WEEK
from desktop.storage.unit_of_work import Desk, Reading


class FiguresService:
    """Count what happened; figures only, never names."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week(self, day: date, site: str | None = None, *, stop: datetime | None = None) -> WeeklyFigures:
        """Count the week of `day`, at one site (its code) or at all one works at, up to `stop` (now by default).

        Raises:
            NotFound: no site has this code.
            NotAllowed: the reader works at other sites.
        """
        with self._desk.read(Permission.SEE_FIGURES) as look:
            return _week(look, week_scope(look, day, site, stop), site)

    def report(self, day: date, site: str | None = None, *, stop: datetime | None = None) -> WeeklyReport:
        """Count the week of `day` beside the one before, and the people the project has reached.

        Raises:
            NotFound: no site has this code.
            NotAllowed: the reader works at other sites.
        """
        with self._desk.read(Permission.SEE_FIGURES) as look:
            scope = week_scope(look, day, site, stop)
            before = _week(look, week_scope(look, day - WEEK, site, stop), site)
            return WeeklyReport(_week(look, scope, site), before, reached(look, scope))


def _week(look: Reading, scope: Scope, site: str | None) -> WeeklyFigures:
    week = week_rows(look, scope)
    rows, held = week.counted, week.held
    return WeeklyFigures(
        monday=scope.first,
        sunday=scope.last,
        site=site,
        sites=scope.names,
        stop=scope.stop,
        scheme=week.scheme,
        sessions=session_counts(week.sessions, scope.stop),
        sheets_unfinished=sum(row.unmarked for row in held),
        look_alikes=look_alikes_waiting(look),
        participations=len(rows),
        unique_people=len(people(rows)),
        new_people=len(week.new),
        unidentified=sum(not row.is_person for row in rows),
        by_activity=by_group(rows, held, "activity", "activity_label"),
        by_site=by_group(rows, held, "site", "site_name"),
        by_sex_age=by_sex_and_age(rows, week.bands),
        by_day=by_day(rows, held, scope.first),
        by_nationality=by_origin(rows, lambda row: row.nationality, words_of(look, "country")),
        by_status=by_origin(rows, lambda row: row.status, words_of(look, "status")),
        house=house_counts(presence(look, scope)),
    )
