"""A site is given another name; its code, and what was refused, stay as they were."""

import pytest

from desktop.errors import ChangedMeanwhile, NotAllowed
from desktop.models.keys import uuid7
from desktop.rights import Role
from desktop.services.centre_setup import CentreSetupService
from desktop.services.site_names import SiteNameless, SiteNameService, SiteNameTaken
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor


@pytest.fixture
def names(desk: Desk) -> SiteNameService:
    """Give the names of a centre with two sites."""
    for code, name in (("BKO", "Bamako"), ("GAO", "Gao")):
        CentreSetupService(desk).add_site(code, name, [])
    return SiteNameService(desk)


def test_a_site_is_called_otherwise_and_keeps_its_code(names: SiteNameService, desk: Desk) -> None:
    first = names.sites()[0]
    names.rename(first.id, first.version_id, " Sénou ")
    assert [(one.code, one.name) for one in CentreSetupService(desk).sites()] == [("BKO", "Sénou"), ("GAO", "Gao")]
    with pytest.raises(ChangedMeanwhile):
        names.rename(first.id, first.version_id, "Bamako")


def test_a_name_that_is_none_or_anothers_is_refused(names: SiteNameService) -> None:
    before = names.sites()
    for name, refusal in ((" ", SiteNameless), ("GAO", SiteNameTaken)):
        with pytest.raises(refusal):
            names.rename(before[0].id, before[0].version_id, name)
    with pytest.raises(ChangedMeanwhile):
        names.rename(uuid7(), 1, "Kati")
    assert names.sites() == before


def test_reception_names_no_site(names: SiteNameService, desk_for: DeskFor) -> None:
    site = names.sites()[0]
    reception = SiteNameService(desk_for(Role.RECEPTION))
    with pytest.raises(NotAllowed):
        reception.sites()
    with pytest.raises(NotAllowed):
        reception.rename(site.id, site.version_id, "Kati")
