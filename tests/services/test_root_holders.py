"""More than one person can look after the accounts: the root goes with the right to manage them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop.rights import Role
from desktop.services.account_keys import AccountRequest, request_account
from desktop.services.accounts import AccountsService
from desktop.services.compartments import CompartmentService
from desktop.services.root_holders import RootHolderCannot
from desktop.vault.derive import Kdf
from desktop.vault.refusals import WrongPassword
from tests.centres import PASSWORD, SOCIAL, TestCentre, symbols

NEW = "another-one-2"


@contextmanager
def _accounts_of(centre: TestCentre, login: str, password: str = PASSWORD) -> Iterator[AccountsService]:
    vault = centre.open(login, password)
    try:
        yield AccountsService(vault.desk, vault.headers)
    finally:
        vault.close()


def _ask(accounts: AccountsService, login: str) -> AccountRequest:
    terms = accounts.terms()
    return request_account(terms.org, terms.root_e, login, NEW, Kdf.fresh())


@pytest.mark.parametrize("role", [Role.ADMINISTRATION, Role.COORDINATION])
def test_a_second_account_manager_adds_suspends_and_resets(centre: TestCentre, role: Role) -> None:
    with _accounts_of(centre, "awa") as accounts:
        accounts.add(_ask(accounts, "issa"), "Issa", [role])
    with _accounts_of(centre, "issa", NEW) as accounts:
        accounts.add(_ask(accounts, "binta"), "Binta", [Role.RECEPTION])
        accounts.suspend(centre.uids["fanta"])
        accounts.reinstate(centre.uids["fanta"])
        accounts.replace_password(centre.uids["seydou"], _ask(accounts, "seydou"))
    centre.open("binta", NEW).close()
    centre.open("seydou", NEW).close()


def test_whoever_made_the_vault_is_brought_back_by_a_colleague_appointed_since(centre: TestCentre) -> None:
    with _accounts_of(centre, "awa") as accounts:
        awa = next(line.id for line in accounts.accounts() if line.login == "awa")
        accounts.appoint(centre.uids["fanta"], [Role.ADMINISTRATION])
    with _accounts_of(centre, "fanta") as accounts:
        accounts.replace_password(awa, _ask(accounts, "awa"))
    with pytest.raises(WrongPassword):
        centre.open("awa")
    with _accounts_of(centre, "awa", NEW) as accounts:
        accounts.suspend(centre.uids["seydou"])


def test_whoever_holds_a_compartment_is_not_appointed_over_the_accounts(centre: TestCentre) -> None:
    with _accounts_of(centre, "awa") as accounts:
        with pytest.raises(RootHolderCannot):
            accounts.appoint(centre.uids["mariam"], [Role.SOCIAL_WORK, Role.COORDINATION])
        line = next(one for one in accounts.accounts() if one.login == "mariam")
        assert line.roles == {Role.SOCIAL_WORK}
        for role in (Role.COORDINATION, Role.ADMINISTRATION):
            with pytest.raises(RootHolderCannot):
                accounts.appoint(centre.uids["sira"], [role], founds=[SOCIAL])


def test_an_account_manager_appointed_since_receives_no_compartment(centre: TestCentre) -> None:
    with _accounts_of(centre, "awa") as accounts:
        accounts.appoint(centre.uids["sira"], [Role.ADMINISTRATION])
    vault = centre.open("mariam")
    with pytest.raises(RootHolderCannot):
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
    vault.close()


def test_an_appointment_repeated_seals_the_root_once(centre: TestCentre) -> None:
    for _ in range(2):
        with _accounts_of(centre, "awa") as accounts:
            accounts.appoint(centre.uids["fanta"], [Role.ADMINISTRATION])
    vault = centre.open("awa")
    root = vault.desk.keys.card(vault.desk.keys.org)
    assert len(root.to) == len({line.kid for line in root.to}) == 3
    vault.close()
