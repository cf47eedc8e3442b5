"""Which site a chore is about."""

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
