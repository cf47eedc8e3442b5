"""Fixed inputs give the bytes they gave when the formats were laid down: a change here locks centres out."""

import base64
import hashlib
import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from desktop.vault.certificates import cert_data, read_cert
from desktop.vault.derive import Kdf, hkdf, key_id, login_tag, password_bytes
from desktop.vault.device import open_device
from desktop.vault.drafts import open_draft
from desktop.vault.drops import Drop, DropPlace, open_drop
from desktop.vault.framing import frame
from desktop.vault.header import Header, read_header, sign_door
from desktop.vault.inside import write_inside
from desktop.vault.key_cards import KeyCard, read_card
from desktop.vault.notes import Place, note_hash, open_note
from desktop.vault.padding import pad
from desktop.vault.papers import groups_of, read_code
from desktop.vault.recipients import Recipient
from desktop.vault.records import read_record, sign_record
from desktop.vault.requests import AccountRequest, read_request
from desktop.vault.sealing import binding, lock, open_with, unlock
from desktop.vault.slots import PAPER_LOGIN, Slot, open_dek, open_slot, read_slots, write_slots
from tests.vault.organisation import AT, CASE, DAY, ORG, ROOM, UIDS, VAULT, WHO, seeded, small_organisation

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


def test_the_whole_key_file() -> None:
    body, signature = sign_door(ME, ORG, VAULT, 1, KEY)
    header = Header(ORG, VAULT, 4, 1, body, signature, (slot(),)).sealed(KEY)
    assert header.to_bytes().decode() == KNOWN["data.keys"]
    assert header.mac.hex() == KNOWN["mac"]
    assert read_header(KNOWN["data.keys"].encode()) == header


def test_the_copy_of_the_slots_inside_the_database() -> None:
    assert write_slots((slot(),)).decode() == KNOWN["slots"]
    assert read_slots(KNOWN["slots"].encode()) == (slot(),)


def test_the_request_of_an_account() -> None:
    bare = AccountRequest("awa", ORG, replace(slot(), dek=b""), ME.card, seeded(2).card.e)
    request = replace(bare, signature=ME.sign(bare.signed()))
    assert request.to_bytes().decode() == KNOWN["request"]
    read_request(KNOWN["request"].encode()).require_genuine(ORG, seeded(2).card.e)


def test_the_slot_of_a_paper() -> None:
    paper = Slot("paper", login_tag(ORG, PAPER_LOGIN), KDF, bytes.fromhex(KNOWN["paper_id"]), ME.kid, b"")
    identity, root_e = open_slot(paper, ORG, read_code(KNOWN["groups"]))
    assert (identity.seed, root_e) == (ME.seed, seeded(2).card.e)


def test_a_certificate() -> None:
    data = cert_data(UIDS["root"], "user", ME.card, roles=["b", "a"], sites=[VAULT], founds=[ROOM], state="suspended")
    record = sign_record(ME, ORG, UIDS["root"], None, "cert", AT, data)
    assert record.body.decode() == KNOWN["cert"]
    assert record.signature.hex() == KNOWN["cert_sig"]
    assert read_cert(UIDS["root"], record.data).founds == {ROOM}


def card() -> KeyCard:
    """Give the card of the vectors: a case with everything that a card may say."""
    return KeyCard(obj=CASE, what="case", compartment=ROOM, owner=ME.kid, supervisor=seeded(2).kid, paper=None,
                   paper_slot={}, kv=2, key_id=key_id(KEY), public=None, back=raw("back"), ckv=3, index=raw("index"),
                   team=False, to=(Recipient(ME.kid, raw("sealed")), Recipient(seeded(3).kid, raw("sealed"), DAY, DAY)),
                   rev=1)  # fmt: skip


def test_a_card_of_a_case() -> None:
    record = sign_record(ME, ORG, CASE, None, "card", AT, card().as_json())
    assert record.body.decode() == KNOWN["card"]
    assert record.signature.hex() == KNOWN["card_sig"]
    assert read_card(CASE, 1, record.data) == card()


def test_a_card_of_a_compartment() -> None:
    paper = {"x": ME.card.x, "e": ME.card.e, "kid": ME.kid, "id": bytes.fromhex(KNOWN["paper_id"]),
             "kdf": slot().as_json()["kdf"]}  # fmt: skip
    room = replace(card(), what="compartment", obj=ROOM, compartment=None, owner=b"", supervisor=b"", ckv=0, index=b"",
                   paper=ME.card, paper_slot=paper, public=seeded(4).card, team=True)  # fmt: skip
    record = sign_record(ME, ORG, ROOM, None, "card", AT, room.as_json())
    assert record.body.decode() == KNOWN["room_card"]
    read = read_card(ROOM, 1, record.data)
    assert (read.paper, read.public, read.team) == (ME.card, seeded(4).card, True)


def test_a_stored_card_of_a_device_stands_and_opens() -> None:
    made, device = small_organisation(), seeded(40)
    cert = cert_data(VAULT, "device", device.card, roles=[], sites=[], founds=[])
    first = made.add(made.signed(ME, VAULT, "cert", cert))
    record = made.add(read_record(KNOWN["device_card"].encode(), bytes.fromhex(KNOWN["device_card_sig"])))
    read = made.ledger.cards[VAULT][-1]
    assert open_device(ORG, read, ME).seed == device.seed
    assert sign_record(ME, ORG, VAULT, first, "card", AT, read.as_json()) == record


def test_a_grant() -> None:
    first = sign_record(ME, ORG, CASE, None, "card", AT, card().as_json())
    line = Recipient(seeded(3).kid, raw("sealed"), DAY, DAY).as_json()
    record = sign_record(ME, ORG, CASE, first, "grant", AT, {"kv": 2, "to": [line]})
    assert record.body.decode() == KNOWN["grant"]


def test_a_stored_note_is_made_and_opened() -> None:
    place = Place(ORG, ROOM, CASE, UUID(int=6), 2, ME.kid, DAY)
    content = {"kind": "note", "person_at_writing": "p", "content": {"text": "Reçu"}, "addendum_to": "", "after": []}
    assert b"\x01" + lock(KEY, pad(write_inside(content)), place.framed("note", KEY), NONCE) == raw("blob")
    signature = bytes.fromhex(KNOWN["note_sig"])
    assert open_note(place, KEY, raw("blob"), signature, ME.card.e) == content
    assert ME.sign(place.framed("note-sig", KEY, hashlib.sha256(raw("blob")).digest())) == signature
    assert note_hash(raw("blob"), signature).hex() == KNOWN["note_hash"]


def test_a_stored_draft_opens() -> None:
    assert open_draft(ME, ORG, UIDS["root"], UUID(int=8), raw("draft")) == b"unfinished"


def test_a_stored_index_and_a_stored_link_back_open() -> None:
    assert unlock(hkdf(ME.seed, "index"), raw("index"), frame("index", ORG, ROOM, CASE, 1)) == b'{"code":"P-1"}'
    assert unlock(KEY, raw("back"), frame("back", ORG, CASE, 1)) == bytes(32)


def test_a_stored_sealed_key_opens() -> None:
    assert len(raw("sealed")) == 80
    assert open_with(ME, raw("sealed"), binding("case", ORG, CASE, 1, ME.kid)) == KEY


def test_a_stored_drop_in_opens() -> None:
    place, keys = DropPlace(ORG, ROOM, UUID(int=9), 3, DAY), small_organisation().ring("member")
    author = WHO["outsider"]
    assert author.sign(place.signed(author.kid, "Inquiétude")).hex() == KNOWN["drop_sig"]
    assert len(raw("drop")) == 4144
    assert open_drop(place, ME, raw("drop"), keys) == Drop(author.kid, "Inquiétude")
