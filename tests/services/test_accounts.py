"""Accounts and compartments on a real vault."""

from dataclasses import replace

import pytest

from desktop.errors import BadValue, DeskError, NotAllowed
from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.services.account_asking import Terms, read_request
from desktop.services.account_keys import AccountRequest, OtherFingerprint, request_account
from desktop.services.accounts import AccountsService, LoginTaken, OwnAccount
from desktop.services.centre_setup import CentreSetupService
from desktop.services.compartments import AlreadyFounded, CompartmentService, OtherPaper
from desktop.services.own_password import NotYourPassword
from desktop.services.passwords import WeakPassword
from desktop.services.root_holders import RootHolderCannot
from desktop.storage.folder import VaultFolder, write_whole
from desktop.storage.header_file import load_header
from desktop.storage.opening import Suspended
from desktop.vault.derive import Kdf
from desktop.vault.records import sign_record
from desktop.vault.refusals import ChainBroken, DamagedHeader, NotGranted, NotTypedBack, WrongPaper, WrongPassword
from tests.centres import PASSWORD, SOCIAL, TestCentre, found, let_in, symbols


def _ask(accounts: AccountsService, centre: TestCentre, login: str, password: str = "another-one-2") -> AccountRequest:
    org = load_header(VaultFolder(centre.folder)).org
    return request_account(org, accounts.root_key(), login, password, Kdf.fresh())


def test_a_new_account_signs_in_with_its_certified_roles(centre: TestCentre) -> None:
    vault = centre.open("fanta")
    assert vault.desk.member.roles == {Role.ACTIVITIES}
    assert vault.desk.member.name == "Fanta"
    vault.close()


def test_a_login_belongs_to_one_account(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    with pytest.raises(LoginTaken):
        accounts.add(_ask(accounts, centre, "FANTA"), "Autre", [Role.RECEPTION])
    vault.close()


def test_a_short_password_is_refused(centre: TestCentre) -> None:
    vault = centre.open("awa")
    with pytest.raises(WeakPassword):
        _ask(AccountsService(vault.desk, vault.headers), centre, "binta", "short")
    vault.close()


def test_a_suspended_account_stays_out_until_reinstated(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    accounts.suspend(centre.uids["fanta"])
    assert {line.login: line.state for line in accounts.accounts()}["fanta"] == "suspended"
    vault.close()
    with pytest.raises(Suspended):
        centre.open("fanta")
    vault = centre.open("awa")
    AccountsService(vault.desk, vault.headers).reinstate(centre.uids["fanta"])
    vault.close()
    centre.open("fanta").close()


def test_an_old_key_file_does_not_bring_a_suspended_account_back(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    old = files.header.read_bytes()
    vault = centre.open("awa")
    AccountsService(vault.desk, vault.headers).suspend(centre.uids["fanta"])
    vault.close()
    write_whole(files.header, old)
    with pytest.raises(DamagedHeader):
        centre.open("fanta")


def test_the_spare_key_file_does_not_bring_a_suspended_account_back(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    old = files.header.read_bytes()
    vault = centre.open("awa")
    AccountsService(vault.desk, vault.headers).suspend(centre.uids["fanta"])
    vault.close()
    files.header.write_bytes(b"damaged")
    write_whole(files.spare_header, old)
    with pytest.raises(DamagedHeader):
        centre.open("fanta")


def test_changing_a_password_keeps_the_keys(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    before = vault.desk.keys.identity.kid
    AccountsService(vault.desk, vault.headers).change_password(PASSWORD, "brand-new-one")
    vault.close()
    with pytest.raises(WrongPassword):
        centre.open("mariam")
    vault = centre.open("mariam", "brand-new-one")
    assert vault.desk.keys.identity.kid == before
    assert CompartmentService(vault.desk).held() == ["social"]
    vault.close()


def test_a_password_is_proved_while_others_go_on_saving(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    with vault.engines.writer.begin(), pytest.raises(NotYourPassword):
        AccountsService(vault.desk, vault.headers).change_password("not-the-old-one", "brand-new-one")
    vault.close()


def test_a_reset_key_of_the_same_name_holds_nothing(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    accounts.replace_password(centre.uids["mariam"], _ask(accounts, centre, "mariam"))
    vault.close()
    vault = centre.open("mariam", "another-one-2")
    assert CompartmentService(vault.desk).held() == []
    with pytest.raises(NotGranted):
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
    vault.close()


def test_a_member_grants_the_compartment_to_a_colleague(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    let_in(vault.desk, centre.uids["sira"])
    vault.close()
    vault = centre.open("sira")
    assert vault.desk.keys.compartments() == {SOCIAL}
    vault.close()


def test_keys_other_than_those_compared_receive_nothing(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    seen = symbols(vault.desk, centre.uids["sira"])
    vault.close()
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    accounts.replace_password(centre.uids["sira"], _ask(accounts, centre, "sira"))
    with pytest.raises(OtherFingerprint):
        accounts.confirm(centre.uids["sira"], seen=seen)
    vault.close()
    vault = centre.open("mariam")
    with pytest.raises(OtherFingerprint):
        CompartmentService(vault.desk).grant("social", centre.uids["sira"], seen=seen)
    vault.close()


def test_a_holder_of_the_root_receives_no_compartment(centre: TestCentre) -> None:
    vault = centre.open("awa")
    awa = vault.desk.member.id
    accounts = AccountsService(vault.desk, vault.headers)
    with pytest.raises(RootHolderCannot):
        accounts.add(_ask(accounts, centre, "issa"), "Issa", [Role.ADMINISTRATION], founds=[SOCIAL])
    vault.close()
    vault = centre.open("mariam")
    with pytest.raises(RootHolderCannot):
        let_in(vault.desk, awa)
    vault.close()


def test_a_compartment_is_founded_once_and_only_where_certified(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    compartments = CompartmentService(vault.desk)
    with pytest.raises(AlreadyFounded):
        compartments.new_paper("social", Kdf.fresh())
    with pytest.raises(ChainBroken):
        found(compartments, "clinical")
    paper = compartments.new_paper("clinical", Kdf.fresh())
    with pytest.raises(NotTypedBack):
        compartments.found("clinical", paper)
    vault.close()


def test_a_typed_paper_opens_its_compartment_and_a_slip_or_another_paper_is_named(centre: TestCentre) -> None:
    vault = centre.open("mariam")
    compartments, code = CompartmentService(vault.desk), " ".join(centre.social)
    compartments.try_paper("social", code.lower())
    with pytest.raises(WrongPaper) as caught:
        compartments.try_paper("social", ("1" if code[0] != "1" else "2") + code[1:])
    assert caught.value.details == {"group": 1}
    with vault.engines.writer.begin(), pytest.raises(OtherPaper):  # nobody waits for a paper that is being read
        compartments.try_paper("social", " ".join(centre.paper))
    vault.close()


def test_without_the_right_accounts_refuse(centre: TestCentre) -> None:
    vault = centre.open("fanta")
    accounts = AccountsService(vault.desk, vault.headers)
    request = _ask(accounts, centre, "x")
    uid = centre.uids["sira"]
    for act in (
        accounts.accounts,
        lambda: accounts.add(request, "X", [Role.RECEPTION]),
        lambda: accounts.replace_password(uid, request),
        lambda: accounts.suspend(uid),
        lambda: accounts.reinstate(uid),
        lambda: CompartmentService(vault.desk).new_paper("social", Kdf.fresh()),
        lambda: CompartmentService(vault.desk).try_paper("social", ""),
        lambda: let_in(vault.desk, uid),
    ):
        with pytest.raises(NotAllowed):
            act()
    vault.close()


def test_a_self_made_certificate_is_refused(centre: TestCentre) -> None:
    vault = centre.open("fanta")
    keys = vault.desk.keys
    last = keys.ledger.last(keys.uid)
    assert last is not None
    forged = sign_record(
        keys.identity, keys.org, keys.uid, last, "cert", "now", last.data | {"roles": ["coordination"]}
    )
    with pytest.raises(ChainBroken):
        keys.ledger.apply(forged)
    with pytest.raises(ChainBroken):
        keys.ledger.apply(replace(last, rev=last.rev))
    vault.close()


def test_every_refusal_speaks(centre: TestCentre) -> None:
    with pytest.raises(DeskError) as caught:
        centre.open("nobody")
    assert caught.value.explain() == "This name and password do not open the vault."
    assert named_key("compartment", "social") == SOCIAL


def test_somebody_chooses_a_password_where_no_administrator_is_signed_in(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    carried = Terms.from_text(accounts.terms().to_text()).request("kadia", "another-one-2").to_bytes()
    request = read_request(carried)
    accounts.add(request, "Kadia", [Role.RECEPTION])
    assert {line.login: line.fingerprint for line in accounts.accounts()}["kadia"] == request.fingerprint
    vault.close()
    vault = centre.open("kadia", "another-one-2")
    assert vault.desk.member.roles == {Role.RECEPTION}
    vault.close()


@pytest.mark.parametrize("text", ["", "x", "a.b.c.d.e", f"{'0' * 32}.00.8.1.1"])
def test_terms_that_nobody_gave_are_refused(text: str) -> None:
    with pytest.raises(BadValue):
        Terms.from_text(text)


def test_other_roles_hold_from_the_next_sign_in(centre: TestCentre) -> None:
    vault = centre.open("awa")
    site = CentreSetupService(vault.desk).sites()[0].id
    AccountsService(vault.desk, vault.headers).appoint(centre.uids["fanta"], [Role.RECEPTION], sites=[site])
    vault.close()
    vault = centre.open("fanta")
    assert vault.desk.member.roles == {Role.RECEPTION}
    assert vault.desk.member.sites == {site}
    vault.close()


def test_a_first_holder_is_appointed_and_founds(centre: TestCentre) -> None:
    vault = centre.open("awa")
    clinical = named_key("compartment", "clinical")
    accounts = AccountsService(vault.desk, vault.headers)
    accounts.appoint(centre.uids["sira"], [Role.PSYCHOLOGY], founds=[clinical])
    with pytest.raises(RootHolderCannot):
        accounts.appoint(centre.uids["sira"], [Role.ADMINISTRATION], founds=[clinical])
    vault.close()
    vault = centre.open("sira")
    found(CompartmentService(vault.desk), "clinical")
    assert CompartmentService(vault.desk).held() == ["clinical"]
    vault.close()


def test_nobody_shuts_themselves_out(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts, own = AccountsService(vault.desk, vault.headers), vault.desk.member.id
    with pytest.raises(OwnAccount):
        accounts.suspend(own)
    with pytest.raises(OwnAccount):
        accounts.appoint(own, [Role.RECEPTION])
    vault.close()
