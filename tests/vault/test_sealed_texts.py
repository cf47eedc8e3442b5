"""A sealed text opens in its own place only (`keys.md` 5)."""

import json
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from desktop.vault.cases import SealedText
from desktop.vault.derive import hkdf
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.notes import Place, open_note, seal_note
from desktop.vault.padding import pad
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import lock, unlock
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
        made.cases("member").seal(
            CASE, UUID(int=6), DAY, SealedText(kind="note", person_at_writing="", content=CONTENT)
        )


def test_the_key_of_drafts_is_not_the_key_that_signs() -> None:
    seed = Identity(bytes(32)).seed
    assert len({hkdf(seed, name) for name in ("draft", "x", "e", "index", "header")}) == 5
    assert lock(KEY, pad(b""), frame("draft")) != lock(KEY, pad(b""), frame("draft"))
