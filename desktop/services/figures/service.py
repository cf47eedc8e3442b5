"""The figures of a week."""

from datetime import date, datetime, timedelta

from desktop.models.age_bands import Band
from desktop.rights import Permission
from desktop.services.figures import questions
from desktop.services.figures.counting import distinct, participation, people
from desktop.services.figures.origins import by_origin, words_of
from desktop.services.figures.outcomes import is_held, session_counts
from desktop.services.figures.presence import house_counts
from desktop.services.figures.progress import look_alikes_waiting, reached
from desktop.services.figures.scope import Scope, scope_of
from desktop.services.figures.tables import by_day, by_group, by_sex_and_age
from desktop.services.figures.week import WeeklyFigures, WeeklyReport
from desktop.services.sessions import WEEK, monday_of
from desktop.storage.unit_of_work import Desk, Reading

DEFAULT_SCHEME = "unhcr"


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
            return _week(look, _scope(look, day, site, stop), site)

    def report(self, day: date, site: str | None = None, *, stop: datetime | None = None) -> WeeklyReport:
        """Count the week of `day` beside the one before, and the people the project has reached.

        Raises:
            NotFound: no site has this code.
            NotAllowed: the reader works at other sites.
        """
        with self._desk.read(Permission.SEE_FIGURES) as look:
            scope = _scope(look, day, site, stop)
            before = _week(look, _scope(look, day - WEEK, site, stop), site)
            return WeeklyReport(_week(look, scope, site), before, reached(look, scope))


def _scope(look: Reading, day: date, site: str | None, stop: datetime | None) -> Scope:
    monday = monday_of(day)
    return scope_of(look, monday, monday + timedelta(days=6), site, stop)


def _week(look: Reading, scope: Scope, site: str | None) -> WeeklyFigures:
    scheme, bands = _bands(look)
    rows = distinct(participation(row, bands) for row in look.rows(questions.counting_rows(scope)))
    before = {row[0] for row in look.rows(questions.came_before(scope))} if rows else set()
    sessions = look.rows(questions.sessions(scope))
    held = [row for row in sessions if is_held(row, scope.stop)]
    unique = people(rows)
    return WeeklyFigures(
        monday=scope.first,
        sunday=scope.last,
        site=site,
        sites=scope.names,
        stop=scope.stop,
        scheme=scheme,
        sessions=session_counts(sessions, scope.stop),
        sheets_unfinished=sum(row.unmarked for row in held),
        look_alikes=look_alikes_waiting(look),
        participations=len(rows),
        unique_people=len(unique),
        new_people=len(unique - before),
        unidentified=sum(not row.is_person for row in rows),
        by_activity=by_group(rows, held, "activity", "activity_label"),
        by_site=by_group(rows, held, "site", "site_name"),
        by_sex_age=by_sex_and_age(rows, bands),
        by_day=by_day(rows, held, scope.first),
        by_nationality=by_origin(rows, lambda row: row.nationality, words_of(look, "country")),
        by_status=by_origin(rows, lambda row: row.status, words_of(look, "status")),
        house=house_counts(look, scope),
    )


def _bands(look: Reading) -> tuple[str, list[Band]]:
    found = look.rows(questions.bands_of(DEFAULT_SCHEME))
    return (found[0].name if found else DEFAULT_SCHEME), [Band(row.low, row.high) for row in found]
