"""When nobody who manages accounts can sign in any more, the vault's paper lets one of them back."""

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.rights import Permission, Role
from desktop.services.account_keys import certify
from desktop.services.accounts import AccountsService
from desktop.services.compartments import CompartmentService
from desktop.services.passwords import WeakPassword
from desktop.services.vault_care import VaultCareService
from desktop.services.way_back import NoWayBack, come_back
from desktop.storage.folder import VaultFolder
from desktop.storage.opening import NotThisPaper, open_by_paper
from desktop.vault.certificates import again
from desktop.vault.refusals import WrongPaper, WrongPassword
from tests.centres import TestCentre, symbols

NEW = "another-one-2"


def test_the_paper_gives_the_coordinator_a_new_password_and_the_accounts_with_it(centre: TestCentre) -> None:
    assert come_back(centre.folder, " ".join(centre.paper).lower(), " AWA", NEW) == "Awa"
    with pytest.raises(WrongPassword):
        centre.open("awa")
    vault = centre.open("awa", NEW)
    accounts = AccountsService(vault.desk, vault.headers)
    accounts.suspend(centre.uids["fanta"])
    accounts.reinstate(centre.uids["fanta"])
    vault.close()
    for login in ("fanta", "mariam"):
        centre.open(login).close()


def test_the_paper_stays_good_and_the_journal_sound(centre: TestCentre) -> None:
    for password in (NEW, "yet-another-3"):
        come_back(centre.folder, " ".join(centre.paper), "awa", password)
    vault = centre.open("awa", "yet-another-3")
    database = VaultFolder(centre.folder).database()
    assert VaultCareService(vault.desk, database, lambda: vault.headers.dek).check().faults == []
    vault.close()


def test_another_paper_or_a_slip_changes_nothing(centre: TestCentre) -> None:
    code = " ".join(centre.paper)
    with pytest.raises(WrongPaper):
        come_back(centre.folder, ("1" if code[0] != "1" else "2") + code[1:], "awa", NEW)
    with pytest.raises(NotThisPaper):
        come_back(centre.folder, " ".join(centre.social), "awa", NEW)
    with pytest.raises(WeakPassword):
        come_back(centre.folder, code, "awa", "short")
    centre.open("awa").close()


def test_a_login_is_read_as_it_is_at_the_sign_in(centre: TestCentre) -> None:
    wide = "\uff21\uff37\uff21"  # AWA as some keyboards write it
    centre.open(wide).close()
    assert come_back(centre.folder, " ".join(centre.paper), wide, NEW) == "Awa"


@pytest.mark.parametrize("state", ["suspended", "ended"])
def test_the_paper_brings_nobody_back_who_is_kept_out(centre: TestCentre, state: str) -> None:
    vault = centre.open("awa")
    uid = vault.desk.member.id
    with vault.desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        certify(vault.desk, work, uid, again(vault.desk.keys.ledger.certs[uid], state=state))
        work.trace("suspend account", "staff", uid)
    vault.close()
    with pytest.raises(NoWayBack):
        come_back(centre.folder, " ".join(centre.paper), "awa", NEW)


@pytest.mark.parametrize("login", ["mariam", "nobody"])
def test_the_paper_brings_back_only_whoever_manages_accounts(centre: TestCentre, login: str) -> None:
    with pytest.raises(NotFound):
        come_back(centre.folder, " ".join(centre.paper), login, NEW)
    centre.open("mariam").close()


def test_the_paper_holds_no_sealed_work(centre: TestCentre) -> None:
    vault = open_by_paper(centre.folder, " ".join(centre.paper))
    assert vault.desk.member.roles == {Role.ADMINISTRATION}
    assert vault.desk.keys.compartments() == frozenset()
    with pytest.raises(NotAllowed):
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
    vault.close()
