"""The directory of services."""

from datetime import date

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.rights import Role
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.storage.unit_of_work import Desk
from tests.conftest import DeskFor

CLINIC = ServiceEntry(
    code="CSREF-6",
    organisation="CSRéf de la Commune VI",
    name="Consultation générale",
    landmark="face au marché de Sogoniko",
    needs=("illness", "injury"),
    verified_on=date(2026, 11, 2),
)


def test_a_service_written_down_is_found_again(desk: Desk) -> None:
    directory = DirectoryService(desk)
    directory.add(CLINIC)
    assert directory.services() == [CLINIC]
    assert directory.service("CSREF-6") == CLINIC


def test_two_services_share_their_organisation(desk: Desk) -> None:
    directory = DirectoryService(desk)
    directory.add(CLINIC)
    directory.add(ServiceEntry(code="CSREF-6-MAT", organisation=CLINIC.organisation, name="Maternité"))
    assert [entry.name for entry in directory.services()] == ["Consultation générale", "Maternité"]


def test_an_unknown_code_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        DirectoryService(desk).service("X")


def test_without_the_right_the_directory_refuses(desk_for: DeskFor) -> None:
    with pytest.raises(NotAllowed):
        DirectoryService(desk_for(Role.ACTIVITIES)).services()
    with pytest.raises(NotAllowed):
        DirectoryService(desk_for(Role.ACTIVITIES)).service("CSREF-6")
    with pytest.raises(NotAllowed):
        DirectoryService(desk_for(Role.RECEPTION)).add(CLINIC)
