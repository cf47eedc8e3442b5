"""Writing the cards of a root, a compartment or a case."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import key_id
from desktop.vault.framing import frame
from desktop.vault.identity import Card
from desktop.vault.key_cards import KeyCard
from desktop.vault.recipients import Recipient
from desktop.vault.sealing import binding, lock, seal_to


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """A key about to be put on a card, and whom it is for."""

    what: str
    obj: UUID
    key: bytes
    kv: int = 1
    owner: bytes = b""
    supervisor: bytes = b""
    compartment: UUID | None = None
    paper: dict[str, Any] | None = None
    public: Card | None = None
    back: bytes = b""
    ckv: int = 0
    index: bytes = b""


def card_data(org: UUID, new: NewKey, to: Sequence[tuple[Card, date | None, date | None]]) -> dict[str, Any]:
    """Give what a card says, the key sealed to each recipient."""
    paper = new.paper or {}
    return KeyCard(
        obj=new.obj,
        what=new.what,
        compartment=new.compartment,
        owner=new.owner,
        supervisor=new.supervisor,
        paper=Card(paper["x"], paper["e"]) if paper else None,
        paper_slot=paper,
        kv=new.kv,
        key_id=key_id(new.key),
        public=new.public,
        back=new.back,
        ckv=new.ckv,
        index=new.index,
        team=False,
        to=tuple(seal_key(org, new, card, first, last) for card, first, last in to),
    ).as_json()


def seal_key(org: UUID, new: NewKey, card: Card, first: date | None = None, last: date | None = None) -> Recipient:
    """Seal a key to one recipient, bound to its object and version."""
    return Recipient(card.kid, seal_to(card.x, new.key, binding(new.what, org, new.obj, new.kv, card.kid)), first, last)


def grant_data(org: UUID, new: NewKey, card: Card) -> dict[str, Any]:
    """Give what a grant of a key to one more recipient says."""
    return {"kv": new.kv, "to": [seal_key(org, new, card).as_json()]}


def fresh_key() -> bytes:
    """Make a key for a case."""
    return secrets.token_bytes(32)


def link_back(org: UUID, obj: UUID, old: bytes, old_kv: int, new: bytes) -> bytes:
    """Lock the key before under the one after it, so that the newest reads all older."""
    return lock(new, old, frame("back", org, obj, old_kv))
