"""The key file: every bound is checked before use, and no altered byte passes (`keys.md` 5)."""

import json
import random
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import DeskError
from desktop.vault.derive import Kdf, login_tag
from desktop.vault.header import MAX_HEADER, Header, read_header, sign_door
from desktop.vault.refusals import DamagedHeader, NewerFormat, SealBroken, WrongPassword
from desktop.vault.slots import Slot, give_dek, make_slot, open_dek, open_slot
from tests.vault.organisation import ORG, ROOM, VAULT, WHO

DEK, ROOT, ME = bytes(range(32)), WHO["root"], WHO["founder"]
KDF = Kdf(64, 3, 1, bytes(range(16)))


@pytest.fixture(scope="module")
def slot() -> Slot:
    """Give a slot that opens with `secret`."""
    bare = make_slot(ORG, "password", "awa", b"secret", ME, ROOT.card.e, KDF)
    return give_dek(bare, ME.card.x, DEK, VAULT, ORG, 1)


@pytest.fixture(scope="module")
def header(slot: Slot) -> Header:
    """Give a sound key file of one account."""
    body, signature = sign_door(ROOT, ORG, VAULT, 1, DEK)
    return Header(ORG, VAULT, 4, 1, body, signature, (slot,)).sealed(DEK)


def test_a_sound_key_file_comes_back(header: Header) -> None:
    again = read_header(header.to_bytes())
    assert again == header
    again.check_door(ROOT.card.e, DEK)
    assert again.is_sealed_by(DEK)
    assert again.slot_of(login_tag(ORG, "AWA")) == header.slots[0]
    assert again.slot_of(login_tag(ORG, "fanta")) is None


def test_400_altered_bytes_never_pass_for_sound(header: Header) -> None:
    whole, chance, noticed = header.to_bytes(), random.Random(11), 0
    for _ in range(400):
        harmed = bytearray(whole)
        harmed[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        try:
            read = read_header(bytes(harmed))
        except DeskError:
            noticed += 1
            continue
        if read.is_sealed_by(DEK):
            assert read == header
        else:
            noticed += 1
    assert noticed > 350


def test_every_cut_of_a_key_file_is_refused(header: Header) -> None:
    whole = header.to_bytes()
    for length in range(0, len(whole), 7):
        with pytest.raises(DamagedHeader):
            read_header(whole[:length])


def altered(header: Header, change: dict[str, Any], slot: dict[str, Any] | None = None) -> bytes:
    """Spell the key file with some of its values replaced."""
    read: dict[str, Any] = json.loads(header.to_bytes())
    read["slots"][0] |= slot or {}
    return json.dumps(read | change, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "change",
    [
        {"v": "1"}, {"gen": "4"}, {"n": True}, {"n": []}, {"door": {}}, {"door": ["body", "sig"]}, {"slots": {}},
        {"slots": [5]}, {"mac": "AA=="}, {"mac": "é"}, {"org": "x"}, {"org": 5}, {"more": 1},
    ],
)  # fmt: skip
def test_a_key_file_of_another_shape_is_refused(header: Header, change: dict[str, Any]) -> None:
    with pytest.raises(DamagedHeader):
        read_header(altered(header, change))


@pytest.mark.parametrize(
    "change",
    [{"kind": "other"}, {"kind": []}, {"tag": "AA=="}, {"id": "AA=="}, {"kid": ""}, {"dek": "AA=="}, {"kdf": {}},
     {"kdf": 5}, {"x": 1}],
)  # fmt: skip
def test_a_slot_of_another_shape_is_refused(header: Header, change: dict[str, Any]) -> None:
    with pytest.raises(DamagedHeader):
        read_header(altered(header, {}, change))


@pytest.mark.parametrize(
    "change",
    [{"m": 63}, {"m": 513}, {"m": 2**30}, {"t": 2}, {"t": 11}, {"p": 0}, {"p": 5}, {"salt": "AAAA"}, {"m": "64"},
     {"t": True}],
)  # fmt: skip
def test_a_weak_or_huge_cost_is_refused_before_use(header: Header, change: dict[str, Any]) -> None:
    kdf = header.slots[0].as_json()["kdf"] | {"salt": "AAECAwQFBgcICQoLDA0ODw=="} | change
    with pytest.raises(DamagedHeader):
        read_header(altered(header, {}, {"kdf": kdf}))


def test_too_many_slots_and_too_long_a_file_are_refused(header: Header) -> None:
    for slots, accepted in ((64, True), (65, False)):
        many = replace(header, slots=header.slots * slots).to_bytes()
        if accepted:
            assert len(read_header(many).slots) == slots
        else:
            with pytest.raises(DamagedHeader):
                read_header(many)
    with pytest.raises(DamagedHeader):
        read_header(header.to_bytes() + b" " * MAX_HEADER)


def test_a_name_that_stands_twice_is_refused(header: Header) -> None:
    twice = header.to_bytes().replace(b'"gen":4', b'"gen":4,"gen":4')
    assert b"gen" in twice
    with pytest.raises(DamagedHeader):
        read_header(twice)


def test_a_later_format_says_so(header: Header) -> None:
    with pytest.raises(NewerFormat):
        read_header(altered(header, {"v": 2}))


def test_a_changed_key_file_loses_its_seal(header: Header) -> None:
    for change in (replace(header, gen=5), replace(header, slots=()), replace(header, vault=ROOM)):
        assert not change.is_sealed_by(DEK)
    assert not header.is_sealed_by(bytes(32))


def test_a_fake_data_key_is_refused(header: Header) -> None:
    with pytest.raises(DamagedHeader):
        header.check_door(ROOT.card.e, bytes(32))


def test_an_old_data_key_under_a_new_door_is_refused(header: Header) -> None:
    body, signature = sign_door(ROOT, ORG, VAULT, 1, bytes(32))
    rotated = replace(header, door_body=body, door_signature=signature).sealed(DEK)
    assert open_dek(rotated.slots[0], ME, VAULT, ORG, 1) == DEK
    with pytest.raises(DamagedHeader):
        rotated.check_door(ROOT.card.e, DEK)


def test_a_door_of_another_root_vault_or_number_is_refused(header: Header) -> None:
    with pytest.raises(DamagedHeader):
        header.check_door(ME.card.e, DEK)
    for signer, vault, n in ((ME, VAULT, 1), (ROOT, ROOM, 1), (ROOT, VAULT, 2)):
        body, signature = sign_door(signer, ORG, vault, n, DEK)
        with pytest.raises(DamagedHeader):
            replace(header, door_body=body, door_signature=signature).check_door(ROOT.card.e, DEK)


def test_a_slot_opens_with_its_secret_only(slot: Slot) -> None:
    identity, root_e = open_slot(slot, ORG, b"secret")
    assert (identity.seed, root_e) == (ME.seed, ROOT.card.e)
    assert open_dek(slot, identity, VAULT, ORG, 1) == DEK
    with pytest.raises(WrongPassword):
        open_slot(slot, ORG, b"Secret")


def test_a_slot_s_own_words_are_bound_to_it(slot: Slot) -> None:
    for other in (replace(slot, kind="paper"), replace(slot, tag=bytes(32)), replace(slot, kdf=replace(KDF, p=2))):
        with pytest.raises(WrongPassword):
            open_slot(other, ORG, b"secret")
    with pytest.raises(WrongPassword):
        open_slot(slot, UUID(int=99), b"secret")
    with pytest.raises(DamagedHeader):
        open_slot(replace(slot, kid=bytes(32)), ORG, b"secret")


def test_a_data_key_sealed_elsewhere_does_not_open(slot: Slot) -> None:
    for vault, org, n in ((ROOM, ORG, 1), (VAULT, ROOM, 1), (VAULT, ORG, 2)):
        with pytest.raises(SealBroken):
            open_dek(slot, ME, vault, org, n)
    with pytest.raises(SealBroken):
        open_dek(slot, WHO["member"], VAULT, ORG, 1)
