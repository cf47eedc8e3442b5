"""What of a week is printed for the wall: nothing of those who come, and no reason why a session is off."""

from datetime import date

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.i18n import tr
from desktop.models.centre import Site
from desktop.reports.week_plan import PlannedSession, WeekPlan
from desktop.services.session_standing import STANDING_WORDS, Standing, standing
from desktop.services.sessions import SessionLine, in_week, monday_of, session_lines
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import SessionState

_OFF = frozenset({Standing.CANCELLED, Standing.NOT_HELD})


def plan_for_wall(look: Reading, day: date, site: str) -> tuple[WeekPlan, str]:
    """Give the published week of `day` at a site, and the zone of the site.

    Raises:
        NotFound: one works at no such site.
    """
    row = look.row(sa.select(Site.name, Site.zone).where(Site.code == site, look.own_sites(Site.id)))
    if row is None:
        raise NotFound(code=site)
    monday = monday_of(day)
    lines = session_lines(look, in_week(monday, site))
    planned = [_planned(line, look) for line in lines if line.state is not SessionState.DRAFT]
    return WeekPlan(site=row.name, monday=monday, sessions=planned), row.zone


def _planned(line: SessionLine, look: Reading) -> PlannedSession:
    stands = standing(line, look.now)
    return PlannedSession(
        activity=line.activity,
        day=line.on_date,
        starts=line.starts_at.time(),
        ends=line.ends_at.time(),
        place=line.room or "",
        led_by=line.facilitators,
        off=tr(STANDING_WORDS[stands]) if stands in _OFF else "",
    )
