"""Pairs of files that look alike and are still two, each file followed to the one it went into."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.people import LookAlike, Person
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import LookAlikeVerdict

# A pair said to be one person waits on while its files are two: at the import nobody is merged.
WAITS = sa.or_(LookAlike.verdict.is_(None), LookAlike.verdict.in_([LookAlikeVerdict.LATER, LookAlikeVerdict.SAME]))


def count_apart(look: Reading, condition: sa.ColumnElement[bool]) -> int:
    """Count the pairs of which the reader may see both and a row meets `condition`: two files found twice are one."""
    pairs = pairs_apart(look).where(condition).subquery()
    found: int = look.scalar(
        sa.select(sa.func.count()).select_from(sa.select(pairs.c.older, pairs.c.newer).distinct().subquery())
    )
    return found


def pairs_apart(look: Reading) -> Any:
    """Ask for the pairs of which the reader may see both: their row, and the keys of the older and the newer file."""
    low, high = aliased(Person), aliased(Person)
    in_order = low.canonical_id < high.canonical_id
    older = sa.case((in_order, low.canonical_id), else_=high.canonical_id).label("older")
    newer = sa.case((in_order, high.canonical_id), else_=low.canonical_id).label("newer")
    person = sa.select(Person.id).where(*wanted_people(look, Wanted()))
    shown = [person.where(Person.id == one.canonical_id).correlate(one).exists() for one in (low, high)]
    return (
        sa.select(LookAlike.id, LookAlike.score, LookAlike.reasons, LookAlike.verdict, older, newer)
        .join(low, low.id == LookAlike.low)
        .join(high, high.id == LookAlike.high)
        .where(low.canonical_id != high.canonical_id, *shown)
    )
