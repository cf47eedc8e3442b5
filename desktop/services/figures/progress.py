"""How far the project has come, and what stands between its figures and certainty."""

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import Attendance, Session
from desktop.models.people import LookAlike, Person
from desktop.services.figures.scope import Scope
from desktop.services.figures.week import Reached
from desktop.services.reference import load
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import LookAlikeVerdict

_DECIDED = [verdict for verdict in LookAlikeVerdict if verdict is not LookAlikeVerdict.LATER]


def reached(look: Reading, scope: Scope) -> Reached:
    """Count people with a participation since the project began, at every site, up to the end of the scope."""
    goal = load("targets")["people"]
    who = sa.func.coalesce(Attendance.person_id, Attendance.joined_to)
    # Few files were ever merged: only they are looked up, and years of attendance are counted from an index alone.
    merged = sa.select(Person.id).where(Person.merged_into.is_not(None))
    canon = sa.select(Person.canonical_id).where(Person.id == who).correlate(Attendance).scalar_subquery()
    row = look.row(
        sa.select(
            sa.func.count(sa.distinct(sa.case((who.in_(merged), canon), else_=who))).label("people"),
            sa.func.count().filter(who.is_(None)).label("unidentified"),
        )
        .select_from(Session)
        .join(Attendance, sa.and_(Attendance.session_id == Session.id, scope.counted()))
        .where(Session.on_date.between(goal["since"], scope.last), scope.took_place())
    )
    people, unidentified = (row.people, row.unidentified) if row else (0, 0)
    return Reached(people, unidentified, goal["target"], goal["since"])


def look_alikes_waiting(look: Reading) -> int:
    """Count the pairs of files that nobody has decided on; a decision for later is none."""
    decided = sa.select(LookAlike.low, LookAlike.high).where(LookAlike.verdict.in_(_DECIDED)).subquery()
    one, other = aliased(Person), aliased(Person)
    pairs = (
        sa.select(LookAlike.low, LookAlike.high)
        .join(one, one.id == LookAlike.low)
        .join(other, other.id == LookAlike.high)
        .where(
            one.removed_at.is_(None),
            other.removed_at.is_(None),
            one.canonical_id != other.canonical_id,
            ~sa.exists().where(decided.c.low == LookAlike.low, decided.c.high == LookAlike.high),
        )
        .distinct()
        .subquery()
    )
    return int(look.scalar(sa.select(sa.func.count()).select_from(pairs)))
