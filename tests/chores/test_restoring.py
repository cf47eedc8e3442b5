"""A restore from the command line by somebody who may restore and does not hold the organisation's root."""

from pathlib import Path

import pytest

from desktop.cli import main
from desktop.rights import Permission, Role
from desktop.services.account_keys import certify
from desktop.storage.opening import open_vault
from desktop.vault.certificates import cert_data
from tests.centres import PASSWORD, TestCentre

STAYS = "The keys of this computer stay those of the backup: only an account that manages accounts renews them."


def _name_without_the_root(centre: TestCentre, login: str) -> None:
    """Certify somebody as a coordinator, and leave out what the service of accounts never does: give the root."""
    vault = centre.open("awa")
    uid = centre.uids[login]
    roles, keys = [Role.COORDINATION], vault.desk.keys.ledger.certs[uid].card
    with vault.desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        certify(vault.desk, work, uid, cert_data(uid, "user", keys, roles=[*roles], sites=[], founds=[]))
        work.trace("appoint account", "staff", uid)
    vault.close()


def _device_keys(folder: Path, login: str) -> list[bytes]:
    """Name every key that the device of a vault ever had; the newest is the one its certificate names."""
    vault = open_vault(folder, login, PASSWORD)
    ledger, device = vault.desk.keys.ledger, vault.headers.current().vault
    vault.close()
    named = [card.public.kid for card in ledger.cards[device] if card.public]
    assert ledger.certs[device].card.kid == named[-1]
    return named


@pytest.mark.parametrize(("login", "renewed"), [("fanta", False), ("awa", True)])
def test_the_keys_of_the_computer_are_renewed_or_said_to_stay(
    centre: TestCentre, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *,
    login: str, renewed: bool
) -> None:  # fmt: skip
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)
    _name_without_the_root(centre, "fanta")
    before = _device_keys(centre.folder, "awa")
    assert main(["backup", "--vault", str(centre.folder), "--user", "awa", str(tmp_path / "stick")]) == 0
    (copy,) = (tmp_path / "stick").iterdir()
    capsys.readouterr()
    assert main(["restore", "--user", login, str(copy), str(tmp_path / "again")]) == 0
    assert (STAYS not in capsys.readouterr().out.splitlines()) is renewed
    after = _device_keys(tmp_path / "again", login)
    assert after[:-1] == before if renewed else after == before
