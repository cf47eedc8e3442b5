"""A sealed text opens in its own place only (`keys.md` 5)."""

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.vault.derive import hkdf
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.notes import DROP_BYTES, Place, open_drop, open_note, pad, seal_drop, seal_note
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import binding, lock, seal_to, unlock
from tests.vault.organisation import CASE, DAY, ORG, OTHER_ROOM, ROOM, UIDS, VAULT, WHO, small_organisation

KEY = bytes(range(32))
AUTHOR, COLLEAGUE = WHO["founder"], WHO["member"]
PLACE = Place(ORG, ROOM, CASE, UUID(int=6), 2, AUTHOR.kid, DAY)
CONTENT: dict[str, Any] = {"kind": "note", "content": "Reçu à 9 h"}


def test_a_note_comes_back_whole() -> None:
    blob, signature = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    assert len(blob) == 256
    assert open_note(PLACE, KEY, blob, signature, AUTHOR.card.e) == CONTENT


@pytest.mark.parametrize(
    "moved",
    [
        {"org": VAULT}, {"compartment": OTHER_ROOM}, {"case": UUID(int=50)}, {"id": UUID(int=7)}, {"kv": 1},
        {"author": COLLEAGUE.kid}, {"day": date(2026, 11, 25)},
    ],
)  # fmt: skip
def test_a_note_moved_elsewhere_stays_shut(moved: dict[str, Any]) -> None:
    blob, signature = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    elsewhere = replace(PLACE, **moved)
    with pytest.raises(SealBroken):
        open_note(elsewhere, KEY, blob, signature, AUTHOR.card.e)
    # Signed again by the mover, the seal itself still says no.
    with pytest.raises(SealBroken):
        unlock(KEY, blob[1:], elsewhere.framed("note", KEY))


def test_a_signature_copied_from_another_note_is_refused() -> None:
    blob, _ = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    _, copied = seal_note(replace(PLACE, id=UUID(int=7)), KEY, AUTHOR, CONTENT)
    with pytest.raises(SealBroken):
        open_note(PLACE, KEY, blob, copied, AUTHOR.card.e)


def test_nobody_seals_in_another_s_name() -> None:
    with pytest.raises(ValueError, match="author"):
        seal_note(PLACE, KEY, COLLEAGUE, CONTENT)
    blob, signature = seal_note(replace(PLACE, author=COLLEAGUE.kid), KEY, COLLEAGUE, CONTENT)
    with pytest.raises(SealBroken):
        open_note(PLACE, KEY, blob, signature, AUTHOR.card.e)


def test_every_flipped_byte_of_a_note_is_refused() -> None:
    blob, signature = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    for at in range(len(blob)):
        harmed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with pytest.raises(SealBroken):
            open_note(PLACE, KEY, harmed, signature, AUTHOR.card.e)
    for short in (b"", blob[:1], blob[:13]):
        with pytest.raises(SealBroken):
            open_note(PLACE, KEY, short, signature, AUTHOR.card.e)


def test_another_key_does_not_open_a_note() -> None:
    blob, signature = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    with pytest.raises(SealBroken):
        open_note(PLACE, bytes(32), blob, signature, AUTHOR.card.e)


@pytest.mark.parametrize("length", [0, 200, 223, 224, 8000, 8159, 8160, 20_000])
def test_a_note_s_size_tells_a_step_only(length: int) -> None:
    blob, _ = seal_note(PLACE, KEY, AUTHOR, {"content": "x" * length})
    assert len(blob) % (256 if len(blob) <= 8192 else 4096) == 0


def test_a_draft_is_for_its_author_alone() -> None:
    made = small_organisation()
    mine, other, key = made.ring("founder"), made.ring("member"), UUID(int=8)
    locked = mine.draft(key, b"unfinished")
    assert mine.read_draft(key, locked) == b"unfinished"
    for ring, draft in ((other, key), (mine, UUID(int=9))):
        with pytest.raises(SealBroken):
            ring.read_draft(draft, locked)
    assert UIDS["founder"] == mine.uid


def test_a_worry_opens_for_its_compartment_only() -> None:
    made = small_organisation()
    kv, sealed = made.ring("outsider").drop(ROOM, {"text": "é" * 10})
    assert len(sealed) == 4144
    assert made.ring("member").read_drop(ROOM, kv, sealed) == {"text": "é" * 10}
    with pytest.raises(NotGranted):
        made.ring("outsider").read_drop(ROOM, kv, sealed)
    with pytest.raises(NotGranted):
        made.ring("outsider").drop(OTHER_ROOM, {})
    for kv_or_room in ((ROOM, kv + 1), (OTHER_ROOM, kv)):
        with pytest.raises(SealBroken):
            open_drop(WHO["room"], ORG, *kv_or_room, sealed)


def test_a_worry_has_one_size() -> None:
    card = WHO["room"].card
    assert len(seal_drop(card.x, card.kid, ORG, ROOM, 1, {"t": "x" * 4000})) == 4144
    with pytest.raises(ValueError, match="4,092"):
        seal_drop(card.x, card.kid, ORG, ROOM, 1, {"t": "x" * 4092})


@pytest.mark.parametrize("inside", [b"", b"no json", b"\xff\xfe\xfd", b"[1]", b"5", b"[" * 4000])
def test_a_bad_worry_is_refused_not_a_fault(inside: bytes) -> None:
    room, framed = WHO["room"], len(inside).to_bytes(4, "big") + inside
    whole = framed + bytes(DROP_BYTES - len(framed))
    sealed = seal_to(room.card.x, whole, binding("drop", ORG, ROOM, 1, room.kid))
    with pytest.raises(SealBroken):
        open_drop(room, ORG, ROOM, 1, sealed)


@pytest.mark.parametrize("sealed", [b"", bytes(31), bytes(48), bytes(4144)])
def test_bytes_that_nobody_sealed_are_refused(sealed: bytes) -> None:
    with pytest.raises(SealBroken):
        open_drop(WHO["room"], ORG, ROOM, 1, sealed)


def test_a_signed_note_without_sense_is_refused() -> None:
    blob, _ = seal_note(PLACE, KEY, AUTHOR, CONTENT)
    assert json.loads(unlock(KEY, blob[1:], PLACE.framed("note", KEY))[4:].rstrip(b"\0")) == CONTENT
    with pytest.raises(SealBroken):
        open_note(PLACE, KEY, b"\x02" + blob[1:], b"", AUTHOR.card.e)


def test_cases_are_told_to_members_with_whose_they_are() -> None:
    made = small_organisation()
    [index] = made.cases("member").cases()
    assert (index.code, index.name, index.owner) == ("P-1", "Awa", AUTHOR.kid)
    assert made.cases("outsider").cases() == []
    with pytest.raises(NotGranted):
        made.cases("member").seal(CASE, UUID(int=6), DAY, CONTENT)


def test_the_key_of_drafts_is_not_the_key_that_signs() -> None:
    seed = Identity(bytes(32)).seed
    assert len({hkdf(seed, name) for name in ("draft", "x", "e", "index", "header")}) == 5
    assert lock(KEY, pad(b""), frame("draft")) != lock(KEY, pad(b""), frame("draft"))
