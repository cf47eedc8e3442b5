"""How full each site is now."""

from typing import Any

import sqlalchemy as sa

from desktop.models.centre import Bed, Placement, Room, Site
from desktop.models.stays import Stay
from desktop.services.today.answers import HouseToday, SiteToday
from desktop.services.today.movements import in_house, movements
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import BedState, RoomKind


def house_now(look: Reading) -> HouseToday:
    """Give the house of each of the reader's sites as it is now, and the movements of its day."""
    shown = sa.select(Site.id, Site.name, Site.zone).where(Site.removed_at.is_(None), look.own_sites(Site.id))
    sites = look.rows(shown.order_by(Site.code))
    named, more = movements(look, sites)
    return HouseToday(sites=tuple(_site(look, site) for site in sites), movements=named, more=more)


def _site(look: Reading, site: sa.Row[Any]) -> SiteToday:
    in_bed = sa.select(Placement.id).where(
        Placement.stay_id == Stay.id, Placement.until_at.is_(None), Placement.bed_id.is_not(None)
    )
    inside = look.row(
        sa.select(
            sa.func.count().label("all"), sa.func.count().filter(~in_bed.correlate(Stay).exists()).label("bedless")
        )
        .select_from(Stay)
        .where(in_house(look, site))
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
