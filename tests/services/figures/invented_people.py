"""People invented by chance: merged files, births known in part, nationalities written in many ways."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

import sqlalchemy as sa

from desktop.models.keys import uuid7
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import Sex

HOW_MANY = 14
NATIONALITIES = (None, "", "Mali", "ML", " mali", "Cote d'Ivoire", "Côte d’Ivoire", "Apatride")
STATUSES = (None, None, "returnee", "Hôte")


def invent_people(work: UnitOfWork, chance: Random) -> list[UUID]:
    """Write people and give their keys; every third is a file merged into an earlier one."""
    keys = [uuid7() for _ in range(HOW_MANY)]
    for at, key in enumerate(keys):
        # A merge points at an earlier file, so the first of a chain is its end.
        into = chance.choice(keys[:at]) if at and chance.random() < 0.3 else None
        canon = work.scalar(sa.select(Person.canonical_id).where(Person.id == into)) if into else key
        birth = _birth(chance)
        work.insert(
            Person,
            id=key,
            code=f"P{key}",
            sex=chance.choice(list(Sex)),
            birth_min=birth.min,
            birth_max=birth.max,
            birth_mid=birth.mid,
            nationality=chance.choice(NATIONALITIES),
            status=chance.choice(STATUSES),
            merged_into=into,
            canonical_id=canon,
        )
    return keys


def _birth(chance: Random) -> PartialDate:
    """Give a day, a year, a few years, many years, "adult" or nothing."""
    low = date(1955, 1, 1) + timedelta(days=chance.randrange(25_000))
    if chance.random() < 0.15:
        return PartialDate()
    if chance.random() < 0.15:
        return PartialDate(None, low)
    return PartialDate(low, low + timedelta(days=chance.choice([0, 0, 364, 365, 1500, 3652, 3653, 6000])))
