"""Which site a chore is about, and the hours on its clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from desktop.errors import DeskError, NotFound
from desktop.i18n import mark
from desktop.services.centre_setup import SiteLine


class WhichSite(DeskError):
    """The centre has several sites and none was named."""

    sentence = mark("Several sites exist. Name one with --site: {codes}.")


def choose_site(sites: list[SiteLine], code: str | None) -> SiteLine:
    """Give the named site, or the only one.

    Raises:
        NotFound: no site has this code.
        WhichSite: there are several and none is named.
    """
    if code is None and len(sites) == 1:
        return sites[0]
    if code is None:
        raise WhichSite(codes=", ".join(site.code for site in sites))
    found = next((site for site in sites if site.code == code), None)
    if found is None:
        raise NotFound(code=code)
    return found


def on_clock_of(site: SiteLine, moment: datetime) -> datetime:
    """Give a moment that was typed: as it is where it names its zone, else on the clock of the site."""
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(site.zone))
