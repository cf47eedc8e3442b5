"""What the sites are called; their codes stay, for people's numbers begin with them."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.models.centre import Site
from desktop.models.names import fold
from desktop.rights import Permission
from desktop.storage.unit_of_work import Desk, Reading


class SiteNameless(DeskError):
    """A site is called something."""

    sentence = mark("Give the site a name.")


class SiteNameTaken(DeskError):
    """Two sites that are called alike cannot be told apart on a screen."""

    sentence = mark("Another site is called “{name}”. Choose another name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSite:
    """A site with its name; `version_id` is what a change names."""

    id: UUID
    code: str
    name: str
    version_id: int


class SiteNameService:
    """Read and change the names of the sites; papers that were archived keep the one they had."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sites(self) -> list[KeptSite]:
        """Give the sites of the centre, by code."""
        with self._desk.read(Permission.MANAGE_CENTRE) as look:
            return _sites(look)

    def rename(self, site: UUID, version_id: int, name: str) -> None:
        """Give a site another name.

        Raises:
            SiteNameless, SiteNameTaken: the name cannot be taken.
            ChangedMeanwhile: a colleague changed it first, or there is no such site.
        """
        said = name.strip()
        with self._desk.begin(Permission.MANAGE_CENTRE) as work:
            if not said:
                raise SiteNameless
            if any(fold(one.name) == fold(said) for one in _sites(work) if one.id != site):
                raise SiteNameTaken(name=said)
            work.change(Site, site, seen_version=version_id, name=said)
            work.trace("rename site", "site", site, ["name"])


def _sites(look: Reading) -> list[KeptSite]:
    columns = (Site.id, Site.code, Site.name, Site.version_id)
    rows = look.rows(sa.select(*columns).where(Site.removed_at.is_(None)).order_by(Site.code))
    return [KeptSite(id=row.id, code=row.code, name=row.name, version_id=row.version_id) for row in rows]
