"""The cards of a case: its first, the next with a new key, and the cover granted in between (`keys.md` 1)."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import hkdf
from desktop.vault.framing import frame
from desktop.vault.identity import Card
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.key_cards import KeyCard
from desktop.vault.keyring import Keyring
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import lock, unlock
from desktop.vault.writing import NewKey, card_data, fresh_key, link_back, seal_key

_To = tuple[Card, date | None, date | None]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose case it is, as written when the case was opened."""

    person: UUID
    code: str
    name: str


def new_case(ring: Keyring, case: UUID, compartment: UUID, whose: Whose, supervisor: bytes = b"") -> dict[str, Any]:
    """Give the first card of a case of one's own.

    Raises:
        NotGranted: this person does not hold the compartment.
    """
    room = ring.card(compartment)
    new = NewKey(
        what="case",
        obj=case,
        key=fresh_key(),
        owner=ring.identity.kid,
        supervisor=supervisor,
        compartment=compartment,
        ckv=room.kv,
        index=_lock_index(ring, room, case, 1, whose),
    )
    return card_data(ring.org, new, _people(ring, room, new) + _others(room))


def next_card(
    ring: Keyring, case: UUID, *, owner: bytes | None = None, supervisor: bytes | None = None
) -> dict[str, Any]:
    """Give the next card of a case: a new key that opens the old ones, for those who may hold it today.

    Raises:
        NotGranted: this person does not hold the case or its compartment.
    """
    before = ring.card(case)
    room, (old, kv), last = ring.room_of(before), ring.versioned(case), ring.ledger.last(case)
    key, rev = fresh_key(), last.rev + 1 if last else 1
    new = NewKey(
        what="case",
        obj=case,
        key=key,
        kv=kv + 1,
        owner=before.owner if owner is None else owner,
        supervisor=before.supervisor if supervisor is None else supervisor,
        compartment=room.obj,
        back=link_back(ring.org, case, old, kv, key),
        ckv=room.kv,
        index=_lock_index(ring, room, case, rev, read_index(ring, before)),
    )
    people = _people(ring, room, new)
    named = {card.kid for card, _, _ in people}
    return card_data(ring.org, new, people + _covers(ring, room, before, named) + _others(room))


def _people(ring: Keyring, room: KeyCard, new: NewKey) -> list[_To]:
    found = [standing(ring, room, kid) for kid in dict.fromkeys((new.owner, new.supervisor))]
    return [(card, None, None) for card in found if card]


def _covers(ring: Keyring, room: KeyCard, before: KeyCard, named: set[bytes]) -> list[_To]:
    dated = [line for line in before.to if line.last and not line.over_on(ring.today) and line.kid not in named]
    return [(card, line.first, line.last) for line in dated if (card := standing(ring, room, line.kid))]


def _others(room: KeyCard) -> list[_To]:
    return [(card, None, None) for card in (room.paper, room.public if room.team else None) if card]


def standing(ring: Keyring, room: KeyCard, kid: bytes) -> Card | None:
    """Give the public half of an active member of a compartment, who may be sealed a case."""
    cert = ring.ledger.cert_of(kid)
    return cert.card if cert and cert.active and room.recipient(kid) else None


def cover(ring: Keyring, case: UUID, kid: bytes, first: date, last: date) -> dict[str, Any]:
    """Give the grant of a case to a colleague of the compartment for some days, both included.

    Raises:
        NotGranted: this person does not hold the case, or there is no such colleague.
    """
    cert = ring.ledger.cert_of(kid)
    if cert is None:
        raise NotGranted
    key, kv = ring.versioned(case)
    line = seal_key(ring.org, NewKey(what="case", obj=case, key=key, kv=kv), cert.card, first, last)
    return {"kv": kv, "to": [line.as_json()]}


def read_index(ring: Keyring, card: KeyCard) -> Whose:
    """Read whose case a card is about, as a member of its compartment; the seed of its own epoch opens it.

    Raises:
        NotGranted: this person does not hold the compartment.
        SealBroken: the index was altered or moved.
    """
    if card.compartment is None:
        raise SealBroken
    key = hkdf(ring.compartment(card.compartment, card.ckv).seed, "index")
    read = read_inside(unlock(key, card.index, _place(ring, card.compartment, card.obj, card.rev)))
    try:
        return Whose(UUID(read["person"]), str(read["code"]), str(read["name"]))
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise SealBroken from problem


def _lock_index(ring: Keyring, room: KeyCard, case: UUID, rev: int, whose: Whose) -> bytes:
    key = hkdf(ring.compartment(room.obj).seed, "index")
    inside = {"person": str(whose.person), "code": whose.code, "name": whose.name}
    return lock(key, write_inside(inside), _place(ring, room.obj, case, rev))


def _place(ring: Keyring, compartment: UUID, case: UUID, rev: int) -> bytes:
    return frame("index", ring.org, compartment, case, rev)
