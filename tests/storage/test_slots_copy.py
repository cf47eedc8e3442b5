"""The database keeps a copy of the slots, in step with the key file, and nobody writes more than can be read."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.rights import Role
from desktop.services.account_keys import request_account
from desktop.services.accounts import AccountsService
from desktop.storage.creation import VaultPlan, prepare_vault, write_vault
from desktop.storage.header_file import copied_slots, load_header
from desktop.storage.opening import OpenVault, open_vault
from desktop.vault.derive import Kdf, login_tag
from desktop.vault.papers import read_code
from desktop.vault.recovery import key_by_paper
from desktop.vault.refusals import DamagedHeader, NewerFormat, NotTypedBack, TooManySlots
from desktop.vault.signed import encode
from desktop.vault.slots import PAPER_LOGIN, open_dek, open_slot, read_slots, write_slots
from tests.centres import PASSWORD, TestCentre


def in_step(vault: OpenVault) -> bool:
    """Say whether the copy is what stands in the key file."""
    with vault.engines.reader.begin() as look:
        return copied_slots(look) == load_header(vault.headers.folder).slots


def test_the_copy_follows_every_change_of_the_key_file(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        accounts, uid = AccountsService(vault.desk, vault.headers), centre.uids["fanta"]
        assert in_step(vault)
        accounts.suspend(uid)
        assert in_step(vault)
        accounts.reinstate(uid)
        request = request_account(vault.desk.keys.org, accounts.root_key(), "issa", PASSWORD, Kdf.fresh())
        accounts.add(request, "Issa", [Role.RECEPTION])
        accounts.change_password(PASSWORD, "another-long-one")
        assert in_step(vault)


def test_a_new_vault_has_the_copy_and_waits_for_its_paper(tmp_path: Path) -> None:
    plan = VaultPlan(organisation="X", login="x", name="X", password=PASSWORD, kdf=Kdf.fresh(), reserve=4096)
    folder, prepared = tmp_path / "X.vault", prepare_vault(plan)
    with pytest.raises(NotTypedBack):
        write_vault(folder, prepared)
    assert not folder.exists()
    paper = prepared.paper
    paper.type_back([paper.groups[number - 1] for number in paper.asked])
    write_vault(folder, prepared)
    with closing(open_vault(folder, "x", PASSWORD)) as vault:
        assert in_step(vault)


def test_the_vault_paper_opens_the_data_key_and_the_root_and_nothing_sealed(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        header, keys = vault.headers.current(), vault.desk.keys
        slot = header.slot_of(login_tag(header.org, PAPER_LOGIN))
        assert slot
        paper, root_e = open_slot(slot, header.org, read_code(" ".join(centre.paper)))
        assert open_dek(slot, paper, header.vault, header.org, header.n) == vault.headers.dek
        assert root_e == keys.ledger.root_e
        root = keys.card(keys.org)
        assert key_by_paper(keys.org, root, paper) == keys.key(root)
        sealed = [card[-1] for card in keys.ledger.cards.values() if card[-1].what != "root"]
        assert sealed
        assert [card for card in sealed if card.recipient(paper.kid)] == []


def test_the_account_after_the_last_that_fits_is_refused_and_the_vault_still_opens(centre: TestCentre) -> None:
    with closing(centre.open("awa")) as vault:
        slot = vault.headers.current().slots[0]
        with pytest.raises(TooManySlots), vault.engines.writer.begin() as connection:
            vault.headers.rewrite(connection, lambda header: replace(header, slots=(slot,) * 65))
    centre.open("awa").close()


@pytest.mark.parametrize("copy", [b"", b"{}", b"[]", encode({"v": 1, "slots": {}}), encode({"v": 1, "slots": [5]}),
                                  encode({"v": "1", "slots": []})[:-1]])  # fmt: skip
def test_a_damaged_copy_is_refused(copy: bytes) -> None:
    with pytest.raises(DamagedHeader):
        read_slots(copy)


def test_a_copy_of_a_later_program_says_so() -> None:
    assert read_slots(write_slots(())) == ()
    with pytest.raises(NewerFormat):
        read_slots(encode({"v": 2, "slots": []}))
