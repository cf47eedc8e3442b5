"""Keeping what staff decided about two files that look alike."""

from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.people import LookAlike, Person
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import LookAlikeVerdict


def write_verdict(work: UnitOfWork, pair: UUID, verdict: LookAlikeVerdict) -> None:
    """Write what was decided on every row of a pair, whichever of the two was found to look like the other.

    Raises:
        NotFound: there is no such pair, or the reader may not see both of it.
    """
    visible = sa.select(Person.id).where(*wanted_people(work, Wanted()))
    seen = (LookAlike.low.in_(visible), LookAlike.high.in_(visible))
    found = work.row(sa.select(LookAlike.low, LookAlike.high).where(LookAlike.id == pair, *seen))
    if found is None:
        raise NotFound(code=pair)
    same = sa.select(LookAlike.id).where(LookAlike.low == found.low, LookAlike.high == found.high)
    for row in work.rows(same):
        work.change(LookAlike, row.id, verdict=verdict)
