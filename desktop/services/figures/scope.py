"""What figures are asked for: which days, which sites, and what was known by when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.activity import Attendance, AttendanceMark, Session
from desktop.models.centre import Site
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import COUNTING, SessionOutcome, SessionState

Condition = sa.ColumnElement[bool]
DEFAULT_ZONE = "Africa/Bamako"


@dataclass(frozen=True, slots=True)
class Scope:
    """A period at some sites, up to the data stop; no sites named means all of them.

    The stop bounds events by their own time: a session that begins, a mark that is made, somebody who comes or leaves
    after it does not count yet. When an event was typed makes no difference.
    """

    first: date
    last: date
    stop: datetime
    sites: tuple[UUID, ...] | None
    names: tuple[str, ...]
    zone: ZoneInfo
    now: datetime

    @property
    def opens(self) -> datetime:
        """Give the midnight the period begins with."""
        return datetime.combine(self.first, time(), self.zone)

    @property
    def closes(self) -> datetime:
        """Give the midnight the period ends with."""
        return datetime.combine(self.last + timedelta(days=1), time(), self.zone)

    def at_sites(self, column: sa.SQLColumnExpression[UUID]) -> Condition:
        """Keep the sites of the scope."""
        return sa.true() if self.sites is None else column.in_(self.sites)

    def sessions(self) -> Condition:
        """Keep the sessions of the period, drafts and removed ones left out."""
        return sa.and_(
            Session.on_date.between(self.first, self.last),
            self.at_sites(Session.site_id),
            Session.removed_at.is_(None),
            Session.state != SessionState.DRAFT,
        )

    def took_place(self) -> Condition:
        """Keep the sessions whose rows may count, of any day and site."""
        return sa.and_(
            Session.removed_at.is_(None),
            Session.state == SessionState.PUBLISHED,
            sa.or_(Session.outcome.is_(None), Session.outcome != SessionOutcome.DID_NOT_TAKE_PLACE),
            Session.starts_at <= self.stop,
        )

    def counted(self) -> Condition:
        """Keep the rows whose last mark by the stop counts."""
        if self.stop >= self.now:
            return sa.and_(Attendance.counted)
        last = (
            sa.select(AttendanceMark.status)
            .where(AttendanceMark.attendance_id == Attendance.id, AttendanceMark.at <= self.stop)
            .order_by(AttendanceMark.id.desc())
            .limit(1)
            .correlate(Attendance)
            .scalar_subquery()
        )
        return sa.case((Attendance.marked_at <= self.stop, Attendance.counted), else_=last.in_(sorted(COUNTING)))


def scope_of(look: Reading, first: date, last: date, site: str | None, stop: datetime | None) -> Scope:
    """Give the scope of a period at one site, by its code, or at all those the reader works at.

    Raises:
        NotFound: no site has this code.
        NotAllowed: the reader works at other sites.
    """
    question = sa.select(Site.id, Site.name, Site.zone).where(Site.removed_at.is_(None)).order_by(Site.code)
    limited = look.member.sites if site is None else None
    rows = look.rows(question.where(look.own_sites(Site.id) if site is None else Site.code == site))
    if site is not None and not rows:
        raise NotFound(code=site)
    for row in rows:
        look.check_site(row.id)
    return Scope(
        first,
        last,
        stop or look.now,
        None if site is None and not limited else tuple(row.id for row in rows),
        tuple(row.name for row in rows),
        ZoneInfo(rows[0].zone if rows else DEFAULT_ZONE),
        look.now,
    )
