"""How full each site is, and who comes and goes there on a day."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.people import Person
from desktop.models.stays import Stay
from desktop.services.today.answers import HouseToday, Movement, MovementKind, SiteToday
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import BedState, RoomKind

_ORDER = list(MovementKind)


def house_now(look: Reading) -> HouseToday:
    """Give the house of each of the reader's sites as it is now, and the movements of its day."""
    shown = sa.select(Site.id, Site.name, Site.zone).where(Site.removed_at.is_(None), look.own_sites(Site.id))
    sites = look.rows(shown.order_by(Site.code))
    moved = [one for site in sites for one in _movements(look, site)]
    return HouseToday(
        sites=tuple(_site(look, site) for site in sites),
        movements=tuple(sorted(moved, key=lambda one: _ORDER.index(one.kind))),
    )


def _site(look: Reading, site: sa.Row[Any]) -> SiteToday:
    in_bed = sa.select(Placement.id).where(
        Placement.stay_id == Stay.id, Placement.until_at.is_(None), Placement.bed_id.is_not(None)
    )
    inside = look.row(
        sa.select(
            sa.func.count().label("all"), sa.func.count().filter(~in_bed.correlate(Stay).exists()).label("bedless")
        )
        .select_from(Stay)
        .where(_in_house(look, site))
    )
    taken = sa.select(Placement.id).where(
        Placement.bed_id == Bed.id, sa.or_(Placement.until_at.is_(None), Placement.until_at > look.now)
    )
    free = look.scalar(
        sa.select(sa.func.count())
        .select_from(Bed)
        .join(Room, Room.id == Bed.room_id)
        .where(Room.site_id == site.id, Room.kind == RoomKind.ROOM, Room.removed_at.is_(None))
        .where(Bed.removed_at.is_(None), Bed.state == BedState.OK, ~taken.correlate(Bed).exists())
    )
    return SiteToday(
        name=site.name,
        inside=inside.all if inside else 0,
        bedless=inside.bedless if inside else 0,
        free_beds=free,
    )


def _movements(look: Reading, site: sa.Row[Any]) -> list[Movement]:
    zone = ZoneInfo(site.zone)
    today = look.now.astimezone(zone).date()
    # The day of the site, in the time the tables keep: a person who came at 0 h 30 there is of today.
    midnight = datetime.combine(today, time(), zone)
    here = (Stay.site_id == site.id) & Stay.removed_at.is_(None)
    kinds = (
        (MovementKind.ARRIVED, Stay.in_at, here & (Stay.in_at >= midnight) & (Stay.in_at <= look.now)),
        (MovementKind.EXPECTED_OUT, Stay.in_at, _in_house(look, site) & (Stay.expected_out_on == today)),
        (MovementKind.LEFT, Stay.out_at, here & (Stay.out_at >= midnight) & (Stay.out_at <= look.now)),
    )
    return [
        Movement(
            code=row.code,
            name=f"{row.given_names} {row.family_name}".strip(),
            kind=kind,
            at=None if kind is MovementKind.EXPECTED_OUT else row.at.astimezone(zone),
        )
        for kind, at, condition in kinds
        for row in look.rows(_people(at, condition))
    ]


def _people(at: Any, condition: sa.ColumnElement[bool]) -> Any:
    own, root = aliased(Person), aliased(Person)
    return (
        sa.select(root.code, root.given_names, root.family_name, at.label("at"))
        .select_from(Stay)
        .join(own, own.id == Stay.person_id)
        .join(root, root.id == own.canonical_id)
        .where(condition, root.removed_at.is_(None))
        .order_by(at.desc(), root.sort_key, root.code)
    )


def _in_house(look: Reading, site: sa.Row[Any]) -> sa.ColumnElement[bool]:
    here = (Stay.site_id == site.id, Stay.removed_at.is_(None))
    return sa.and_(*here, Stay.in_at <= look.now, Stay.out_at.is_(None))
