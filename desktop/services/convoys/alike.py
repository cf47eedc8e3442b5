"""Whom the people of a convoy look like, as long as nobody decided."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from desktop.services.look_alikes import said_reasons
from desktop.services.look_alikes.apart import WAITS, pairs_apart
from desktop.services.merging import sides_of
from desktop.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Alike:
    """A pair that waits: its key, the code of the other file, and why, in the language of the screen."""

    pair: UUID
    other: str
    reasons: str


def alikes(look: Reading, people: Collection[UUID]) -> dict[UUID, Alike]:
    """Give the likeliest pair of each of `people` that waits; of pairs the reader may not see, nothing."""
    pairs = pairs_apart(look).where(WAITS).subquery()
    ours = sa.or_(pairs.c.older.in_(people), pairs.c.newer.in_(people))
    rows = look.rows(sa.select(pairs).where(ours).order_by(pairs.c.score, pairs.c.id.desc()))
    sides = sides_of(look, {key for row in rows for key in (row.older, row.newer)})
    found = {}
    for row in rows:
        for one, other in ((row.older, row.newer), (row.newer, row.older)):
            found[one] = Alike(row.id, sides[other].code, said_reasons(row.reasons))
    return found
