"""The directory of services."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import ChangedMeanwhile, NotAllowed, NotFound
from desktop.rights import Role
from desktop.services.centre_lists import CentreListService
from desktop.services.centre_setup import CentreSetupService
from desktop.services.directory import DirectoryService, Nameless, ServiceEntry
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


def test_a_service_is_corrected_unless_a_colleague_was_first(desk: Desk) -> None:
    directory = DirectoryService(desk)
    directory.add(CLINIC)
    seen = directory.service("CSREF-6")
    directory.change(replace(seen, hours="8 h - 15 h", organisation="Mairie"))
    assert directory.service("CSREF-6").hours == "8 h - 15 h"
    assert directory.service("CSREF-6").organisation == "Mairie"
    with pytest.raises(ChangedMeanwhile):
        directory.change(replace(seen, hours="9 h"))


def test_a_service_without_a_code_gets_one(desk: Desk) -> None:
    directory = DirectoryService(desk)
    code = directory.add(replace(CLINIC, code=""))
    assert directory.service(code).name == CLINIC.name


@pytest.mark.parametrize("lacking", [{"name": " "}, {"organisation": ""}])
def test_a_service_needs_its_names(desk: Desk, lacking: dict[str, str]) -> None:
    with pytest.raises(Nameless):
        DirectoryService(desk).add(replace(CLINIC, name=lacking.get("name", "x"),
                                           organisation=lacking.get("organisation", "x")))  # fmt: skip


def test_a_check_is_noted_with_who_made_it(desk: Desk) -> None:
    directory = DirectoryService(desk)
    directory.add(replace(CLINIC, verified_on=None))
    assert directory.service("CSREF-6").is_stale(date(2026, 11, 25))
    directory.verify("CSREF-6")
    found = directory.service("CSREF-6")
    assert found.verified_by == "Test"
    assert found.verified_on is not None
    assert not found.is_stale(found.verified_on)


def test_a_check_fades_after_half_a_year() -> None:
    assert not CLINIC.is_stale(date(2027, 5, 1))
    assert CLINIC.is_stale(date(2027, 5, 2))


def test_a_service_taken_out_comes_back(desk: Desk) -> None:
    directory = DirectoryService(desk)
    directory.add(CLINIC)
    directory.retire("CSREF-6")
    assert directory.services() == []
    with pytest.raises(NotFound):
        directory.retire("CSREF-6")
    directory.bring_back("CSREF-6")
    assert directory.services() == [CLINIC]


def test_reception_reads_the_directory_and_changes_nothing(desk_for: DeskFor) -> None:
    directory = DirectoryService(desk_for(Role.RECEPTION))
    with pytest.raises(NotAllowed):
        directory.change(CLINIC)
    for change in (directory.verify, directory.retire, directory.bring_back):
        with pytest.raises(NotAllowed):
            change("CSREF-6")


def test_a_service_is_found_by_the_centres_words_for_its_needs(desk: Desk) -> None:
    CentreSetupService(desk).seed_lists()
    lists, directory = CentreListService(desk), DirectoryService(desk)
    lists.add("need", "Veuvage", "Widowhood")
    needs = {line.fr: line for line in lists.items("need")}
    lists.rename("need", needs["Maladie"].id, needs["Maladie"].version_id, "Souffrant")
    lists.retire("need", needs["Blessure"].id)
    directory.add(replace(CLINIC, needs=("illness", "injury", needs["Veuvage"].code)))
    (entry,) = directory.services()
    assert entry.need_words == "Souffrant Souffrant Veuvage Widowhood"
    assert "injury" in entry.needs  # the record keeps what it was given
