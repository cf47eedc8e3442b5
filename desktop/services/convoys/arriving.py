"""Where and when a convoy came."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.centre import Site
from desktop.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where and when a convoy came: event time, and the day it was at the site."""

    site: UUID
    site_code: str
    zone: str
    at: datetime

    @property
    def local(self) -> datetime:
        """Give the arrival by the site's clock."""
        return self.at.astimezone(ZoneInfo(self.zone))


def arrival(look: Reading, site_code: str, arrived_at: datetime) -> Arrival:
    """Give the arrival at a site; a time without a zone is that of the site's clock.

    Raises:
        NotFound: there is no such site.
        NotAllowed: the member of staff works at other sites.
    """
    site = look.row(sa.select(Site.id, Site.code, Site.zone).where(Site.code == site_code, Site.removed_at.is_(None)))
    if site is None:
        raise NotFound(code=site_code)
    look.check_site(site.id)
    at = arrived_at if arrived_at.tzinfo else arrived_at.replace(tzinfo=ZoneInfo(site.zone))
    return Arrival(site.id, site.code, site.zone, at)
