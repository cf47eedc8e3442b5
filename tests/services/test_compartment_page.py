"""Who holds which compartment, who may be let in, and who may found one."""

from collections.abc import Callable
from contextlib import closing
from io import BytesIO

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.services.accounts import AccountsService
from desktop.services.compartment_page import CompartmentPageService, NotFirstHolder
from desktop.services.compartments import AlreadyFounded, CompartmentService
from desktop.vault.refusals import NotGranted, NotTypedBack, WrongPaper
from tests.centres import TestCentre, symbols
from tests.conftest import DeskFor


def appoint(centre: TestCentre, login: str, code: str) -> None:
    with closing(centre.open("awa")) as vault:
        accounts = AccountsService(vault.desk, vault.headers)
        accounts.appoint(centre.uids[login], [Role.SOCIAL_WORK], founds=[named_key("compartment", code)])


def test_each_compartment_is_told_with_its_holders_or_those_it_waits_for(centre: TestCentre) -> None:
    appoint(centre, "sira", "clinical")
    with closing(centre.open("mariam")) as vault:
        lines = {line.code: line for line in CompartmentPageService(vault.desk).compartments()}
    assert set(lines) == {"clinical", "social", "child_protection", "gbv_trafficking"}
    social, clinical = lines["social"], lines["clinical"]
    assert (social.born, social.mine, social.holders, social.founders) == (True, True, ("Mariam",), ())
    assert (clinical.born, clinical.may_found, clinical.founders) == (False, False, ("Sira",))


def test_who_was_suspended_holds_nothing_and_cannot_be_let_in(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        assert [one.name for one in CompartmentPageService(vault.desk).newcomers("social")] == ["Sira"]
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
    with closing(centre.open("awa")) as vault:
        AccountsService(vault.desk, vault.headers).suspend(centre.uids["sira"])
    with closing(centre.open("mariam")) as vault:
        pages = CompartmentPageService(vault.desk)
        line = next(line for line in pages.compartments() if line.code == "social")
        assert (line.holders, pages.newcomers("social")) == (("Mariam",), [])


def test_newcomers_are_told_to_holders_only(centre: TestCentre) -> None:
    with closing(centre.open("sira")) as vault:
        pages = CompartmentPageService(vault.desk)
        with pytest.raises(NotGranted):
            pages.newcomers("social")
        with pytest.raises(NotFound):
            pages.newcomers("nowhere")


def test_a_founding_holds_once_its_paper_was_typed_back(centre: TestCentre) -> None:
    appoint(centre, "sira", "clinical")
    with closing(centre.open("sira")) as vault:
        pages, paper = CompartmentPageService(vault.desk), BytesIO()
        made = pages.begin("clinical")
        made.paper(paper)
        assert paper.getvalue().startswith(b"%PDF")
        with pytest.raises(NotTypedBack):
            made.finish()
        with pytest.raises(WrongPaper) as caught:
            made.type_back(["00000", "00000"])
        assert caught.value.details["group"] in made.asked
        made.type_back([made._paper.groups[number - 1] for number in made.asked])
        made.finish()
        assert CompartmentService(vault.desk).held() == ["clinical"]
        with pytest.raises(AlreadyFounded):
            pages.begin("clinical")


def test_only_whoever_is_appointed_begins(centre: TestCentre) -> None:
    with closing(centre.open("sira")) as vault:
        pages = CompartmentPageService(vault.desk)
        with pytest.raises(NotFirstHolder):
            pages.begin("clinical")
        with pytest.raises(NotFound):
            pages.begin("nowhere")


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.RECEPTION, Role.MONITORING, Role.ADMINISTRATION])
@pytest.mark.parametrize(
    "act",
    [
        CompartmentPageService.compartments,
        CompartmentPageService.symbols,
        lambda pages: pages.newcomers("social"),
        lambda pages: pages.begin("social"),
    ],
)
def test_roles_without_cases_are_refused(
    desk_for: DeskFor, role: Role, act: Callable[[CompartmentPageService], object]
) -> None:
    with pytest.raises(NotAllowed):
        act(CompartmentPageService(desk_for(role)))
