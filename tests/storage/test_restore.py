"""Restoring: as of the backup's day, nothing overwritten, what is lost listed, and nobody revived."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.errors import DeskError, NotAllowed, NotFound
from desktop.rights import Permission
from desktop.services.account_keys import request_account
from desktop.services.accounts import AccountsService
from desktop.storage.anchors import read_anchors
from desktop.storage.backup import back_up
from desktop.storage.faults import DamagedFile
from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import load_header, save_header
from desktop.storage.instance_lock import AlreadyOpen, only_instance
from desktop.storage.manifest import BackupDamaged, digest_of
from desktop.storage.opening import Suspended, open_vault
from desktop.storage.restore import Restored, ShutOutSince, restore
from desktop.vault.derive import Kdf
from desktop.vault.device import open_device
from desktop.vault.framing import frame
from desktop.vault.refusals import WrongPassword
from desktop.vault.sealing import unlock
from tests.centres import ACCOUNTS, PASSWORD, TestCentre, root_of, symbols

AT = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)


@pytest.fixture
def copy(centre: TestCentre, tmp_path: Path) -> Path:
    """Give a backup of the centre, made before the test goes on."""
    vault = centre.open("awa")
    path, _ = back_up(VaultFolder(centre.folder).database(), vault.headers.dek, tmp_path / "stick", AT)
    vault.close()
    return path


def _restore(copy: Path, folder: Path, login: str = "awa", password: str = PASSWORD) -> Restored:
    return restore(copy, folder, login, password, AT + timedelta(hours=1))


def _content(folder: Path) -> dict[str, bytes]:
    """Give what a vault holds; looking at it may leave empty side files."""
    held = ("anchors.json", "data.keys", "data.keys.bak", "data-1.db")
    return {name: (folder / name).read_bytes() for name in held}


def _act(centre: TestCentre, what: str, login: str) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    getattr(accounts, what)(centre.uids[login])
    vault.close()


def _logins(report: Restored) -> list[str]:
    return [one.login for one in report.waiting]


def test_what_stood_there_is_renamed_byte_for_byte(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    before = _content(centre.folder)
    report = _restore(copy, centre.folder)
    assert report.former == centre.folder.with_name("Centre.vault.before-2026-11-24T19-00-00-000000Z")
    assert _content(report.former) == before
    assert sorted(one.name for one in centre.folder.parent.glob("Centre.vault*")) == [
        "Centre.vault",
        report.former.name,
    ]
    open_vault(report.former, "awa", PASSWORD).close()


def test_the_lines_after_the_backup_are_listed(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    report = _restore(copy, centre.folder)
    assert not report.losses.other_past
    # The sign-out writes no line: what follows the backup is the next sign-in and its act.
    assert [(line.who, line.action) for line in report.losses.lines] == [("Awa", "sign in"), ("Awa", "suspend account")]
    assert report.losses.count == 2
    assert report.losses.lines[0].seq == report.manifest.head.seq + 1


def test_a_damaged_vault_still_tells_how_many_lines_are_lost(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    VaultFolder(centre.folder).database().write_bytes(b"\1" * 9000)
    report = _restore(copy, centre.folder)
    assert (report.losses.count, report.losses.lines) == (2, ())


def test_whoever_was_shut_out_since_stays_out(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    report = _restore(copy, centre.folder)
    assert _logins(report) == ["fanta"]
    with pytest.raises(Suspended):
        centre.open("fanta")
    for login in ("seydou", "mariam"):
        centre.open(login).close()


def test_a_damaged_database_does_not_hide_whom_its_key_file_shuts_out(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    VaultFolder(centre.folder).database().write_bytes(b"\1" * 9000)
    assert _logins(_restore(copy, centre.folder)) == ["fanta"]


def test_the_key_file_of_an_earlier_day_put_back_lets_nobody_in(centre: TestCentre, copy: Path, tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.keys"
    shutil.copy(VaultFolder(centre.folder).header, earlier)
    _act(centre, "suspend", "fanta")
    for path in (VaultFolder(centre.folder).header, VaultFolder(centre.folder).spare_header):
        shutil.copy(earlier, path)
    assert _logins(_restore(copy, centre.folder)) == sorted(ACCOUNTS)


def test_on_another_computer_everybody_else_waits_until_confirmed(copy: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "new.vault"
    report = _restore(copy, folder)
    assert (report.former, report.losses.count) == (None, 0)
    assert _logins(report) == sorted(ACCOUNTS)
    with pytest.raises(Suspended):
        open_vault(folder, "fanta", PASSWORD)
    vault = open_vault(folder, "awa", PASSWORD)
    accounts = AccountsService(vault.desk, vault.headers)
    states = {line.login: line.state for line in accounts.accounts()}
    assert states == dict.fromkeys(ACCOUNTS, "waiting") | {"awa": "active"}
    uids = {line.login: line.id for line in accounts.accounts()}
    accounts.confirm(uids["fanta"], seen=symbols(vault.desk, uids["fanta"]))
    accounts.suspend(uids["sira"])
    with pytest.raises(NotFound):
        accounts.confirm(uids["sira"], seen="")
    vault.close()
    open_vault(folder, "fanta", PASSWORD).close()
    for login in ("sira", "seydou"):
        with pytest.raises(Suspended):
            open_vault(folder, login, PASSWORD)


def test_a_password_changed_since_keeps_holding(centre: TestCentre, copy: Path) -> None:
    vault = centre.open("seydou")
    AccountsService(vault.desk, vault.headers).change_password(PASSWORD, "another-long-one")
    vault.close()
    _restore(copy, centre.folder)
    with pytest.raises(WrongPassword):
        centre.open("seydou")
    centre.open("seydou", "another-long-one").close()


def test_a_lost_password_replaced_since_does_not_come_back(centre: TestCentre, copy: Path) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    request = request_account(vault.desk.keys.org, accounts.root_key(), "sira", "another-long-one", Kdf.fresh())
    accounts.replace_password(centre.uids["sira"], request)
    vault.close()
    assert _logins(_restore(copy, centre.folder)) == ["sira"]
    with pytest.raises(Suspended):
        centre.open("sira")


def test_neither_the_former_key_file_nor_that_of_the_backup_opens_it_again(centre: TestCentre, copy: Path) -> None:
    _act(centre, "suspend", "fanta")
    report = _restore(copy, centre.folder)
    assert report.former is not None
    for old in (report.former, copy):
        save_header(VaultFolder(centre.folder), load_header(VaultFolder(old)))
        with pytest.raises(DeskError):
            centre.open("fanta")


@pytest.mark.parametrize(
    ("login", "password", "kind"), [("awa", "wrong-password", WrongPassword), ("fanta", PASSWORD, NotAllowed)]
)
def test_a_restore_that_is_refused_changes_nothing(
    centre: TestCentre, copy: Path, login: str, password: str, kind: type[DeskError]
) -> None:
    before = _content(centre.folder)
    with pytest.raises(kind):
        _restore(copy, centre.folder, login, password)
    assert _content(centre.folder) == before
    assert [one.name for one in centre.folder.parent.glob("Centre.vault*")] == ["Centre.vault"]


def test_an_administrator_who_was_shut_out_since_restores_nothing_here(centre: TestCentre, tmp_path: Path) -> None:
    vault = centre.open("awa")
    accounts = AccountsService(vault.desk, vault.headers)
    request = request_account(vault.desk.keys.org, accounts.root_key(), "issa", PASSWORD, Kdf.fresh())
    uid = accounts.add(request, "Issa", [*vault.desk.member.roles])
    copy, _ = back_up(VaultFolder(centre.folder).database(), vault.headers.dek, tmp_path / "stick", AT)
    accounts.suspend(uid)
    vault.close()
    with pytest.raises(ShutOutSince):
        _restore(copy, centre.folder, "issa")
    centre.open("seydou").close()


def test_a_manifest_that_names_another_journal_is_refused(centre: TestCentre, copy: Path) -> None:
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["anchor"]["hash"] = "00" * 32
    (copy / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(BackupDamaged):
        _restore(copy, centre.folder)
    centre.open("awa").close()


def test_a_backup_of_another_branch_of_the_past_is_called_so(centre: TestCentre, copy: Path, tmp_path: Path) -> None:
    _act(centre, "suspend", "fanta")
    vault = centre.open("awa")
    later, _ = back_up(VaultFolder(centre.folder).database(), vault.headers.dek, tmp_path / "later", AT)
    vault.close()
    _restore(copy, centre.folder)
    centre.open("seydou").close()
    report = restore(later, centre.folder, "awa", PASSWORD, AT + timedelta(hours=2))
    assert report.losses.other_past
    assert [line.action for line in report.losses.lines] == ["sign in", "check", "restore vault", "sign in"]


def test_the_device_has_new_keys_after_a_restore_and_they_open_the_old(centre: TestCentre, copy: Path) -> None:
    assert _restore(copy, centre.folder).device_renewed
    vault = centre.open("awa")
    keys, device = vault.desk.keys, vault.headers.current().vault
    first, second = keys.ledger.cards[device]
    root = root_of(vault.desk)
    old, new = open_device(keys.org, first, root), open_device(keys.org, second, root)
    assert new.card == keys.ledger.certs[device].card != old.card
    assert unlock(new.seed, second.back, frame("back", keys.org, device, 1)) == old.seed
    vault.close()


def test_an_open_vault_is_not_replaced(centre: TestCentre, copy: Path) -> None:
    with only_instance(VaultFolder(centre.folder).lock), pytest.raises(AlreadyOpen):
        _restore(copy, centre.folder)
    centre.open("awa").close()


def test_the_restore_is_in_the_journal_and_the_anchors_start_anew(centre: TestCentre, copy: Path) -> None:
    report = _restore(copy, centre.folder)
    places = [(one.seq, one.place) for one in read_anchors(VaultFolder(centre.folder).anchors)]
    assert places[0] == (report.manifest.head.seq, "restore")
    vault = centre.open("awa")
    with vault.desk.read(Permission.READ_JOURNAL) as look:
        rows = look.connection.exec_driver_sql("SELECT action FROM journal ORDER BY seq DESC LIMIT 3").all()
    vault.close()
    assert [row[0] for row in rows] == ["sign in", "restore vault", "check"]


def test_damage_inside_a_backup_with_a_fitting_manifest_is_found(centre: TestCentre, copy: Path) -> None:
    database = copy / "data-1.db"
    content = bytearray(database.read_bytes())
    for start in range(4096 * 3, len(content), 4096):
        content[start + 50] ^= 1
    database.write_bytes(content)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["digests"]["data-1.db"] = digest_of(database)
    (copy / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(DamagedFile):
        _restore(copy, centre.folder)
    centre.open("awa").close()
