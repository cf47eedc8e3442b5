"""Fixed inputs give the bytes they gave when the formats were laid down: a change here locks centres out."""

import base64
import hashlib
import json
from pathlib import Path
from uuid import UUID

from desktop.vault.derive import Kdf, hkdf, key_id, login_tag, password_bytes
from desktop.vault.framing import frame
from desktop.vault.header import Header, read_header, sign_door
from desktop.vault.notes import Place, open_draft, open_drop, open_note, pad
from desktop.vault.papers import groups_of, read_code
from desktop.vault.records import read_record, sign_record
from desktop.vault.sealing import binding, lock, open_with, unlock
from desktop.vault.slots import Slot, open_dek, open_slot
from tests.vault.organisation import AT, CASE, DAY, ORG, ROOM, UIDS, VAULT, seeded

KNOWN: dict[str, str] = json.loads(Path(__file__).with_name("vectors.json").read_text())
KEY, NONCE, ME = bytes(range(32)), bytes(range(12)), seeded(1)
KDF = Kdf(64, 3, 1, bytes(range(16)))
TAG = login_tag(ORG, "awa")


def raw(name: str) -> bytes:
    """Give a stored vector of base64."""
    return base64.b64decode(KNOWN[name], validate=True)


def slot() -> Slot:
    """Give the slot of the vectors."""
    return Slot("password", TAG, KDF, bytes.fromhex(KNOWN["slot_id"]), ME.kid, raw("dek"))


def test_frames_put_a_length_before_every_part() -> None:
    assert frame("kid", b"\x01\x02", "é", 7, UUID(int=9), DAY).hex() == KNOWN["frame"]


def test_derived_keys_and_their_names() -> None:
    assert hkdf(KEY, "kek").hex() == KNOWN["hkdf"]
    assert key_id(KEY).hex() == KNOWN["key_id"]


def test_an_identity_follows_from_its_seed() -> None:
    assert ME.card.x.hex() == KNOWN["x"]
    assert ME.card.e.hex() == KNOWN["e"]
    assert ME.kid.hex() == KNOWN["kid"]
    assert ME.card.fingerprint() == KNOWN["fingerprint"]


def test_a_password_gives_the_same_key_from_every_keyboard() -> None:
    assert KDF.key_from(password_bytes("Ｍot de passe ﬁxe")).hex() == KNOWN["kek"]
    assert KDF.key_from(password_bytes("Mot de passe fixe")).hex() == KNOWN["kek"]


def test_a_login_tag_ignores_capitals_and_blanks() -> None:
    assert login_tag(ORG, " AWA ").hex() == login_tag(ORG, "awa").hex() == KNOWN["tag"]


def test_a_stored_slot_opens() -> None:
    identity, root_e = open_slot(slot(), ORG, b"long-enough-1")
    assert identity.seed == ME.seed
    assert root_e == seeded(2).card.e
    assert open_dek(slot(), identity, VAULT, ORG, 1) == KEY


def test_recovery_groups() -> None:
    assert " ".join(groups_of(bytes(range(20)))) == KNOWN["groups"]
    assert read_code(KNOWN["groups"]) == bytes(range(20))


def test_a_record_is_signed_over_one_spelling() -> None:
    record = sign_record(ME, ORG, CASE, None, "grant", AT, {"to": [], "kv": 1})
    assert record.body.decode() == KNOWN["record"]
    assert record.signature.hex() == KNOWN["signature"]
    assert record.digest.hex() == KNOWN["digest"]
    assert read_record(record.body, record.signature) == record


def test_the_door_of_a_data_key() -> None:
    body, signature = sign_door(ME, ORG, VAULT, 1, KEY)
    assert body.decode() == KNOWN["door"]
    assert signature.hex() == KNOWN["door_sig"]


def test_the_seal_of_a_header() -> None:
    body, signature = sign_door(ME, ORG, VAULT, 1, KEY)
    bare = Slot("password", TAG, KDF, bytes.fromhex(KNOWN["slot_id"]), ME.kid, b"")
    header = Header(ORG, VAULT, 4, 1, body, signature, (bare,)).sealed(KEY)
    assert header.mac.hex() == KNOWN["mac"]
    assert hashlib.sha256(header.to_bytes()).hexdigest() == KNOWN["header_digest"]
    assert read_header(header.to_bytes()) == header


def test_a_stored_note_is_made_and_opened() -> None:
    place = Place(ORG, ROOM, CASE, UUID(int=6), 2, ME.kid, DAY)
    content = {"kind": "note", "content": "Reçu"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    assert b"\x01" + lock(KEY, pad(text), place.framed("note", KEY), NONCE) == raw("blob")
    assert open_note(place, KEY, raw("blob"), bytes.fromhex(KNOWN["note_sig"]), ME.card.e) == content


def test_a_stored_draft_opens() -> None:
    assert open_draft(ME, ORG, UIDS["root"], UUID(int=8), raw("draft")) == b"unfinished"


def test_a_stored_index_and_a_stored_link_back_open() -> None:
    assert unlock(hkdf(ME.seed, "index"), raw("index"), frame("index", ORG, ROOM, CASE, 1)) == b'{"code":"P-1"}'
    assert unlock(KEY, raw("back"), frame("back", ORG, CASE, 1)) == bytes(32)


def test_a_stored_sealed_key_opens() -> None:
    assert len(raw("sealed")) == 80
    assert open_with(ME, raw("sealed"), binding("case", ORG, CASE, 1, ME.kid)) == KEY


def test_a_stored_drop_in_opens() -> None:
    assert len(raw("drop")) == 4144
    assert open_drop(ME, ORG, ROOM, 3, raw("drop")) == {"text": "Inquiétude"}
