"""How far the project has come, and what stands between its figures and certainty."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import Attendance, Session
from desktop.models.people import LookAlike, Person
from desktop.services.figures.scope import Condition, Scope
from desktop.services.figures.week import Reached
from desktop.services.reference import load
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import LookAlikeVerdict

_DECIDED = [verdict for verdict in LookAlikeVerdict if verdict is not LookAlikeVerdict.LATER]


def reached(look: Reading, scope: Scope) -> Reached:
    """Count people with a participation since the project began, at every site, up to the end of the scope."""
    goal = load("targets")["people"]
    # The sessions that do not count are the fewer ones.
    counts = sa.and_(Session.on_date.between(goal["since"], scope.last), scope.took_place())
    left_out = sa.select(Session.id).where(~counts).cte("left_out")
    came = sa.and_(scope.counted(), Attendance.session_id.not_in(sa.select(left_out.c.id)))
    nobody = sa.and_(Attendance.person_id.is_(None), Attendance.joined_to.is_(None))
    row = look.row(
        sa.select(
            (_under_their_own_file(came) + _under_another(came)).label("people"),
            sa.select(sa.func.count()).select_from(Attendance).where(came, nobody).scalar_subquery().label("nobody"),
        )
    )
    people, unidentified = (row.people, row.nobody) if row else (0, 0)
    return Reached(people, unidentified, goal["target"], goal["since"])


def _merged() -> sa.Select[Any]:
    return sa.select(Person.id).where(Person.merged_into.is_not(None))


def _under_their_own_file(came: Condition) -> sa.ScalarSelect[int]:
    """Count those whose file was never merged into another: years of attendance, read in the order of an index."""
    people = sa.func.count(sa.distinct(Attendance.person_id))
    return sa.select(people).where(came, Attendance.person_id.not_in(_merged())).scalar_subquery()


def _under_another(came: Condition) -> sa.ScalarSelect[int]:
    """Count the few who came only under a merged file or a number."""
    whos = sa.union(
        sa.select(_root(Attendance.person_id)).where(came, Attendance.person_id.in_(_merged())),
        sa.select(_root(Attendance.joined_to)).where(
            came, Attendance.person_id.is_(None), Attendance.joined_to.is_not(None)
        ),
    ).subquery()
    also = sa.exists(Attendance.session_id).where(Attendance.person_id == whos.c.root, came)
    return sa.select(sa.func.count()).select_from(whos).where(~also).scalar_subquery()


def _root(file: sa.SQLColumnExpression[Any]) -> sa.Label[Any]:
    """Give the file that another one ended in."""
    found = sa.select(Person.canonical_id).where(Person.id == file)
    return found.correlate(Attendance).scalar_subquery().label("root")


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
