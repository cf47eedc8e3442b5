"""Opening a real vault: each thing that can be wrong has its own sentence, and none opens it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import DeskError
from desktop.rights import Permission
from desktop.services.account_keys import certify, put_slot, request_account
from desktop.services.accounts import AccountsService
from desktop.storage.creation import VaultExists, VaultPlan, create_vault
from desktop.storage.faults import DamagedFile, MissingFile
from desktop.storage.folder import VaultFolder
from desktop.storage.instance_lock import AlreadyOpen, only_instance
from desktop.storage.migrate import ForeignFile, create_database
from desktop.storage.opening import KeysReplaced, NoVault, Suspended, open_vault
from desktop.storage.throttle import TooSoon
from desktop.vault.certificates import again
from desktop.vault.derive import Kdf
from desktop.vault.header import Header, read_header
from desktop.vault.identity import Identity
from desktop.vault.papers import read_code
from desktop.vault.refusals import DamagedHeader, WrongPassword
from desktop.vault.slots import open_slot
from tests.centres import PASSWORD, TestCentre


def refusal(centre: TestCentre, login: str = "awa", password: str = PASSWORD) -> DeskError:
    """Give what opening answers when it does not open."""
    with pytest.raises(DeskError) as caught:
        centre.open(login, password)
    return caught.value


def harm(path: Path) -> None:
    """Put nonsense where a file was."""
    path.write_bytes(b"\0" * 500)


@pytest.mark.parametrize("login", ["awa", "Mariam ", "SEYDOU"])
def test_an_account_opens_the_vault(centre: TestCentre, login: str) -> None:
    vault = centre.open(login)
    assert vault.desk.member.login == login.strip().lower()
    assert vault.folder == centre.folder
    vault.close()
    assert not (centre.folder / "throttle.json").exists()


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(centre: TestCentre) -> None:
    wrong, unknown = refusal(centre, password="long-enough-2"), refusal(centre, login="nobody")
    assert type(wrong) is type(unknown) is WrongPassword
    assert wrong.explain() == unknown.explain()


def test_an_unknown_name_costs_what_a_wrong_password_costs(centre: TestCentre, monkeypatch: pytest.MonkeyPatch) -> None:
    paid: list[tuple[int, int, int]] = []
    derive = Kdf.key_from

    def counted(kdf: Kdf, secret: bytes) -> bytes:
        paid.append((kdf.m, kdf.t, kdf.p))
        return derive(kdf, secret)

    monkeypatch.setattr(Kdf, "key_from", counted)
    refusal(centre, password="long-enough-2")
    refusal(centre, login="nobody")
    assert len(paid) == 2
    assert paid[0] == paid[1]


def test_wrong_passwords_in_a_row_bring_a_pause(centre: TestCentre) -> None:
    for login in ("awa", "nobody", "awa"):
        assert isinstance(refusal(centre, login, "wrong-password"), WrongPassword)
    assert isinstance(refusal(centre), TooSoon)


def test_a_folder_without_a_vault_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoVault):
        open_vault(tmp_path, "awa", PASSWORD)


def test_a_vault_is_never_made_over_something(centre: TestCentre) -> None:
    before = (centre.folder / "data.keys").read_bytes()
    with pytest.raises(VaultExists):
        create_vault(
            centre.folder, VaultPlan(organisation="X", login="x", name="X", password=PASSWORD, kdf=Kdf.fresh())
        )
    assert (centre.folder / "data.keys").read_bytes() == before


def test_the_printed_paper_opens_the_vault_s_paper_slot(centre: TestCentre) -> None:
    header = read_header((centre.folder / "data.keys").read_bytes())
    [slot] = [one for one in header.slots if one.kind == "paper"]
    identity, _ = open_slot(slot, header.org, read_code(" ".join(centre.paper)))
    assert identity.kid == slot.kid


def test_a_damaged_key_file_falls_back_to_its_copy(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    harm(files.header)
    centre.open("mariam").close()
    files.header.unlink()
    centre.open("mariam").close()


def test_two_damaged_key_files_are_called_so(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    harm(files.header)
    harm(files.spare_header)
    assert isinstance(refusal(centre), DamagedHeader)
    assert not files.throttle.exists()


def test_an_absent_database_is_no_empty_one(centre: TestCentre) -> None:
    database = VaultFolder(centre.folder).database()
    database.unlink()
    assert isinstance(refusal(centre), MissingFile)
    assert not database.exists()


@pytest.mark.parametrize("kept", [0, 100, 4096, 50_000])
def test_a_cut_database_is_refused_and_left_as_it_is(centre: TestCentre, kept: int) -> None:
    database = VaultFolder(centre.folder).database()
    cut = database.read_bytes()[:kept]
    database.write_bytes(cut)
    assert isinstance(refusal(centre), DamagedFile)
    assert database.read_bytes() == cut


def test_the_database_of_another_key_is_refused(centre: TestCentre, tmp_path: Path) -> None:
    foreign = tmp_path / "data-1.db"
    create_database(foreign, bytes(32))
    shutil.copy(foreign, VaultFolder(centre.folder).database())
    assert isinstance(refusal(centre), DamagedFile)


def test_an_empty_database_under_the_right_key_is_foreign(centre: TestCentre) -> None:
    vault = centre.open("awa")
    dek = bytes(bytearray(vault.headers.dek))
    vault.close()
    database = VaultFolder(centre.folder).database()
    database.unlink()
    create_database(database, dek)
    assert isinstance(refusal(centre), ForeignFile)


def test_the_key_file_of_another_vault_is_refused(centre: TestCentre, tmp_path: Path) -> None:
    other = tmp_path / "Other.vault"
    plan = VaultPlan(organisation="Other", login="awa", name="Awa", password=PASSWORD, kdf=Kdf.fresh(), reserve=4096)
    create_vault(other, plan)
    for name in ("data.keys", "data.keys.bak"):
        shutil.copy(other / name, centre.folder / name)
    assert isinstance(refusal(centre), DamagedFile)


def test_a_slot_without_a_data_key_is_a_suspended_account(centre: TestCentre) -> None:
    vault = centre.open("awa")
    with vault.engines.writer.begin() as connection:
        vault.headers.rewrite(connection, _without_data_keys)
    vault.close()
    assert isinstance(refusal(centre), Suspended)


def test_somebody_whose_certified_keys_were_replaced_hears_so(centre: TestCentre) -> None:
    vault = centre.open("awa")
    uid = centre.uids["mariam"]
    with vault.desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        cert = vault.desk.keys.ledger.certs[uid]
        certify(vault.desk, work, uid, again(cert, card=Identity.fresh().card))
        work.trace("replace password", "staff", uid)
    vault.close()
    with pytest.raises(KeysReplaced, match="somebody may have put others in their place"):
        centre.open("mariam")
    centre.open("seydou").close()


def test_keys_that_nobody_certified_let_nobody_in(centre: TestCentre) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    request = request_account(vault.desk.keys.org, accounts.root_key(), "issa", PASSWORD, Kdf.fresh())
    with vault.desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        put_slot(vault.headers, work, request)
        work.trace("add account", "staff")
    vault.close()
    with pytest.raises(KeysReplaced):
        centre.open("issa")


def _without_data_keys(header: Header) -> Header:
    return replace(header, slots=tuple(replace(slot, dek=b"") for slot in header.slots))


def test_a_vault_that_is_open_is_not_opened_twice(centre: TestCentre) -> None:
    with only_instance(VaultFolder(centre.folder).lock):
        assert isinstance(refusal(centre), AlreadyOpen)
    centre.open("awa").close()
