"""Who comes to a site and goes from it on the day."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.today.answers import Movement, MovementKind
from desktop.storage.unit_of_work import Reading

MOST_NAMED = 50  # of one kind at one site: a convoy brings hundreds, who are looked up in the list of people


def movements(look: Reading, sites: Sequence[sa.Row[Any]]) -> tuple[tuple[Movement, ...], int]:
    """Give those who come and go at `sites` (id and zone), kind by kind, and how many more there are than named."""
    named: list[Movement] = []
    more = 0
    for kind in MovementKind:
        for site in sites:
            rows = look.rows(_people(*_of_kind(look, site, kind)))
            named += (_movement(row, kind, ZoneInfo(site.zone)) for row in rows)
            more += rows[0].all - len(rows) if rows else 0
    return tuple(named), more


def in_house(look: Reading, site: sa.Row[Any]) -> sa.ColumnElement[bool]:
    """Keep the stays of those who are at a site now."""
    here = (Stay.site_id == site.id, Stay.removed_at.is_(None))
    return sa.and_(*here, Stay.in_at <= look.now, Stay.out_at.is_(None))


def _of_kind(look: Reading, site: sa.Row[Any], kind: MovementKind) -> tuple[Any, sa.ColumnElement[bool]]:
    """Give the hour of a movement, and the stays it is a movement of."""
    zone = ZoneInfo(site.zone)
    today = look.now.astimezone(zone).date()
    if kind is MovementKind.EXPECTED_OUT:
        return Stay.in_at, in_house(look, site) & (Stay.expected_out_on == today)
    # The day of the site, in the time the tables keep: a person who came at 0 h 30 there is of today.
    midnight = datetime.combine(today, time(), zone)
    at = Stay.in_at if kind is MovementKind.ARRIVED else Stay.out_at
    return at, sa.and_(Stay.site_id == site.id, Stay.removed_at.is_(None), at.between(midnight, look.now))


def _people(at: Any, condition: sa.ColumnElement[bool]) -> Any:
    own, root = aliased(Person), aliased(Person)
    every = sa.func.count().over().label("all")
    return (
        sa.select(root.code, root.given_names, root.family_name, at.label("at"), every)
        .select_from(Stay)
        .join(own, own.id == Stay.person_id)
        .join(root, root.id == own.canonical_id)
        .where(condition, root.removed_at.is_(None))
        .order_by(at.desc(), root.sort_key, root.code)
        .limit(MOST_NAMED)
    )


def _movement(row: sa.Row[Any], kind: MovementKind, zone: ZoneInfo) -> Movement:
    return Movement(
        code=row.code,
        name=f"{row.given_names} {row.family_name}".strip(),
        kind=kind,
        at=None if kind is MovementKind.EXPECTED_OUT else row.at.astimezone(zone),
    )
