"""Forged, moved and repeated links are refused (`keys.md` 5)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.vault.certificates import cert_data
from desktop.vault.derive import key_id
from desktop.vault.identity import SMALL_ORDER, Identity, verify
from desktop.vault.ledger import Ledger
from desktop.vault.records import MAX_CHAIN, Record, read_record, sign_record
from desktop.vault.refusals import ChainBroken, NewerFormat, NotGranted, SealBroken, TooLong
from desktop.vault.sealing import seal_to
from desktop.vault.signed import MAX_RECORD, encode
from desktop.vault.writing import NewKey, card_data, fresh_key, seal_key
from tests.vault.organisation import (
    AT,
    CASE,
    DAY,
    ORG,
    OTHER_ROOM,
    ROOM,
    UIDS,
    WHO,
    Organisation,
    seeded,
    small_organisation,
)


@pytest.fixture
def made() -> Organisation:
    """Give an organisation with one compartment and one case."""
    return small_organisation()


def refused(made: Organisation, record: Record) -> str:
    """Give the reason a link is refused for."""
    with pytest.raises(ChainBroken) as caught:
        made.ledger.apply(record)
    return str(caught.value.details["reason"])


def grant(made: Organisation, by: str, to: str, obj: Any = CASE) -> Record:
    """Sign a grant of the case, or of another key, with whatever key the signer would have."""
    what, key = ("case", fresh_key()) if obj == CASE else ("compartment", WHO["room"].seed)
    line = seal_key(ORG, NewKey(what=what, obj=obj, key=key), WHO[to].card)
    return made.signed(WHO[by], obj, "grant", {"kv": 1, "to": [line.as_json()]})


def case_card(owner: str, by: str, made: Organisation, **more: Any) -> Record:
    """Sign a card of the case."""
    said: dict[str, Any] = {"ckv": 1, "back": bytes(60) if more.get("kv", 1) > 1 else b""} | more
    new = NewKey(what="case", obj=CASE, key=fresh_key(), owner=WHO[owner].kid, compartment=ROOM, **said)
    return made.signed(WHO[by], CASE, "card", card_data(ORG, new, [(WHO[owner].card, None, None)]))


def test_the_sound_chains_replay_to_the_same_rights(made: Organisation) -> None:
    again = Ledger.replay(ORG, WHO["root"].card.e, made.records)
    assert again.cards == made.ledger.cards
    assert made.ring("founder").versioned(CASE)[1] == 1


def test_a_root_that_is_not_the_pinned_one_is_refused(made: Organisation) -> None:
    with pytest.raises(ChainBroken):
        Ledger.replay(ORG, seeded(99).card.e, made.records)


def test_a_swapped_key_in_a_certificate_breaks_its_signature(made: Organisation) -> None:
    sound = made.signed(WHO["root"], UIDS["member"], "cert", made.records[3].data)
    data = sound.data | {"x": seeded(66).card.x}
    forged = made.signed(seeded(66), UIDS["member"], "cert", data)
    named = replace(forged, by=WHO["root"].kid, signature=sound.signature)
    assert refused(made, named) == "signer"


def test_nobody_certifies_themselves(made: Organisation) -> None:
    data = cert_data(UIDS["second"], "user", WHO["second"].card, roles=[], sites=[], founds=[ROOM])
    assert refused(made, made.signed(WHO["second"], UIDS["second"], "cert", data)) == "signer"


@pytest.mark.parametrize("by", ["outsider", "admin", "root", "cover", "second"])
def test_only_owner_supervisor_or_paper_grant_a_case(made: Organisation, by: str) -> None:
    assert refused(made, grant(made, by, "member")) == "signer"


def test_somebody_covering_may_not_grant(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY)
    assert made.ring("cover").versioned(CASE)[1] == 1
    assert refused(made, grant(made, "cover", "member")) == "signer"


def test_a_reset_key_of_the_same_name_has_no_right(made: Organisation) -> None:
    data = cert_data(UIDS["founder"], "user", WHO["second"].card, roles=[], sites=[], founds=[])
    made.add(made.signed(WHO["root"], UIDS["founder"], "cert", data))
    assert refused(made, grant(made, "second", "member")) == "signer"
    assert refused(made, grant(made, "founder", "member")) == "signer"
    with pytest.raises(NotGranted):
        made.ring("second").versioned(CASE)


def test_a_suspended_or_ended_owner_signs_nothing(made: Organisation) -> None:
    for state in ("suspended", "ended"):
        made.certify("founder", state)
        assert refused(made, grant(made, "founder", "member")) == "signer"


def test_a_suspended_user_receives_nothing(made: Organisation) -> None:
    made.certify("member", "suspended")
    assert refused(made, grant(made, "founder", "member")) == "recipient"


def test_a_case_is_not_granted_outside_its_compartment(made: Organisation) -> None:
    assert refused(made, grant(made, "founder", "outsider")) == "recipient"


def test_a_root_holder_receives_no_compartment_and_no_case(made: Organisation) -> None:
    assert refused(made, grant(made, "founder", "admin")) == "root holder"
    assert refused(made, grant(made, "founder", "admin", ROOM)) == "root holder"


def test_only_who_may_found_makes_a_compartment(made: Organisation) -> None:
    new = NewKey(what="compartment", obj=OTHER_ROOM, key=fresh_key(), public=seeded(9).card)
    data = card_data(ORG, new, [(WHO["member"].card, None, None)])
    assert refused(made, made.signed(WHO["member"], OTHER_ROOM, "card", data)) == "signer"


def test_nobody_opens_a_case_in_another_s_name_nor_takes_one(made: Organisation) -> None:
    fresh = Organisation(ledger=Ledger.replay(ORG, WHO["root"].card.e, made.records[:-1]))
    assert refused(fresh, case_card("founder", "member", fresh)) == "signer"
    assert refused(made, case_card("member", "member", made, kv=2)) == "signer"


def test_a_second_first_link_is_refused(made: Organisation) -> None:
    second = sign_record(WHO["founder"], ORG, CASE, None, "card", AT, made.records[-1].data)
    assert refused(made, second) == "order"


def test_an_old_card_played_again_is_refused(made: Organisation) -> None:
    assert refused(made, made.records[-1]) == "order"
    made.add(case_card("founder", "founder", made, kv=2))
    assert refused(made, case_card("founder", "founder", made, kv=1)) == "card"


def test_a_missing_link_is_noticed(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY)
    made.add(grant(made, "founder", "member"))
    with pytest.raises(ChainBroken):
        Ledger.replay(ORG, WHO["root"].card.e, made.records[:-2] + made.records[-1:])


def test_a_fork_of_a_link_is_refused(made: Organisation) -> None:
    one, other = grant(made, "founder", "member"), grant(made, "founder", "cover")
    made.add(one)
    assert refused(made, other) == "order"


def test_a_link_of_another_organisation_is_refused(made: Organisation) -> None:
    record = sign_record(WHO["founder"], ROOM, CASE, made.ledger.last(CASE), "grant", AT, {"kv": 1, "to": []})
    assert refused(made, record) == "order"


def test_a_copied_signature_does_not_carry_over(made: Organisation) -> None:
    sound = grant(made, "founder", "member")
    assert refused(made, replace(grant(made, "founder", "cover"), signature=sound.signature)) == "signer"


def test_a_grant_of_a_key_that_the_card_does_not_name_is_not_used(made: Organisation) -> None:
    made.add(grant(made, "founder", "member"))
    with pytest.raises(SealBroken):
        made.ring("member").versioned(CASE)


def test_a_redirected_grant_does_not_open(made: Organisation) -> None:
    key, _ = made.ring("founder").versioned(CASE)
    line = seal_key(ORG, NewKey(what="case", obj=CASE, key=key), WHO["member"].card)
    moved = replace(line, kid=WHO["cover"].kid).as_json()
    made.add(made.signed(WHO["founder"], CASE, "grant", {"kv": 1, "to": [moved]}))
    with pytest.raises(SealBroken):
        made.ring("cover").versioned(CASE)


def test_cover_opens_on_its_days_only(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, DAY + timedelta(days=2))
    for days, opens in ((-1, False), (0, True), (2, True), (3, False)):
        ring = made.ring("cover", DAY + timedelta(days=days))
        if opens:
            assert ring.versioned(CASE)[1] == 1
        else:
            with pytest.raises(NotGranted):
                ring.versioned(CASE)


def test_a_new_card_ends_cover_and_its_key_reads_what_came_before(made: Organisation) -> None:
    made.cover("founder", "cover", DAY, date(2027, 1, 1))
    old, _ = made.ring("founder").versioned(CASE)
    made.renew(today=date(2027, 1, 2))
    assert made.ring("founder").versioned(CASE, 1) == (old, 1)
    with pytest.raises(NotGranted):
        made.ring("cover").versioned(CASE)


def spelled(**changes: Any) -> bytes:
    """Give the body of a record with some of its values replaced."""
    whole = {"v": 1, "org": str(ORG), "obj": str(CASE), "rev": 1, "prev": bytes(32), "kind": "grant",
             "by": WHO["root"].kid, "at": AT, "data": {}}  # fmt: skip
    return encode(whole | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"v": "1"}, {"kind": []}, {"kind": "other"}, {"rev": "x"}, {"rev": []}, {"by": "é"}, {"by": b"short"},
        {"obj": "x"}, {"org": 5}, {"data": []}, {"more": 1}, {"at": "x" * 70_000},
    ],
)  # fmt: skip
def test_a_record_of_another_shape_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ChainBroken):
        read_record(spelled(**changes), bytes(64))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"v":1', b'"v":1,"v":1'), (b'"v":1', b'"v":1.0'), (b'"rev":1', b'"rev": 1'), (b'"rev":1', b'"rev":2147483648'),
     (b'"rev":1', b'"rev":-1'), (b'"rev":1', b'"rev":NaN'), (b'"data":{}', b'"data":' + b"[" * 9000)],
)  # fmt: skip
def test_a_second_spelling_is_refused(old: bytes, new: bytes) -> None:
    assert old in spelled()
    with pytest.raises(ChainBroken):
        read_record(spelled().replace(old, new), bytes(64))


def link(text: str = "", last: Record | None = None) -> Record:
    """Sign a link of the case's chain that says `text`."""
    return sign_record(WHO["founder"], ORG, CASE, last, "grant", AT, {"text": text})


def test_nobody_signs_more_than_a_record_holds() -> None:
    longest = "x" * (MAX_RECORD - len(link().body))
    assert len(link(longest).body) == MAX_RECORD
    assert read_record(link(longest).body, bytes(64)).data == {"text": longest}
    with pytest.raises(TooLong):
        link(longest + "x")


def test_a_chain_ends_at_its_ten_thousandth_link() -> None:
    last = link(last=replace(link(), rev=MAX_CHAIN - 1))
    assert last.rev == MAX_CHAIN
    with pytest.raises(TooLong):
        link(last=last)


def test_a_record_of_a_later_program_says_so() -> None:
    with pytest.raises(NewerFormat):
        read_record(spelled(v=2), bytes(64))


@pytest.mark.parametrize("changes", [{"kv": "1"}, {"kv": []}, {"what": []}, {"ckv": "1"}, {"x": "é"}, {"to": [1]},
                                     {"paper": 5}, {"compartment": 5}, {"key_id": "AA=="}])  # fmt: skip
def test_a_card_of_another_shape_is_refused(made: Organisation, changes: dict[str, Any]) -> None:
    made.records[-1].data.update(changes)
    refused(made, made.signed(WHO["founder"], CASE, "card", made.records[-1].data))


@pytest.mark.parametrize("e", sorted(SMALL_ORDER))
def test_keys_that_sign_anything_sign_nothing_here(e: bytes) -> None:
    assert len(SMALL_ORDER) == 14
    assert not verify(e, e + bytes(32), b"anything")
    assert not verify(WHO["root"].card.e, e + bytes(32), b"anything")


@pytest.mark.parametrize("x", [bytes(32), (1).to_bytes(32, "little"), (2**255 - 20).to_bytes(32, "little")])
def test_nothing_is_sealed_to_a_key_that_everybody_can_open(x: bytes) -> None:
    with pytest.raises(SealBroken):
        seal_to(x, bytes(32), b"")


def test_a_signature_of_another_length_is_none() -> None:
    assert not verify(WHO["root"].card.e, WHO["root"].sign(b"a") + b"\0", b"a")
    assert verify(WHO["root"].card.e, WHO["root"].sign(b"a"), b"a")


def test_a_seed_has_32_bytes_and_a_key_one_name() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Identity(bytes(31))
    assert key_id(bytes(32)) != key_id(bytes(31) + b"\1")
