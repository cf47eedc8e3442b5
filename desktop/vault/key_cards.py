"""Cards: the full state of the key of a root, a compartment or a case."""

from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from desktop.vault.identity import Card
from desktop.vault.recipients import Recipient, read_recipients
from desktop.vault.refusals import ChainBroken
from desktop.vault.signed import unbase64

BACK_BYTES = 60
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCard:
    """The full state of a key: who owns it, what opens the one before, and to whom it is sealed.

    `team` of a compartment says that the keys of its cases are sealed to it as well; `rev` is the link of the card
    itself, whatever was granted since.
    """

    obj: UUID
    what: str
    compartment: UUID | None
    owner: bytes
    supervisor: bytes
    paper: Card | None
    paper_slot: dict[str, Any]
    kv: int
    key_id: bytes
    public: Card | None
    back: bytes
    ckv: int
    index: bytes
    team: bool
    to: tuple[Recipient, ...]
    rev: int = 0

    def recipient(self, kid: bytes) -> Recipient | None:
        """Find somebody among the recipients; the last line about them holds."""
        return next((one for one in reversed(self.to) if one.kid == kid), None)

    def follows(self, before: "KeyCard | None") -> bool:
        """Say whether this card may come after another: the same key, or the next one that opens it."""
        if before is None:
            return self.kv == 1 and not self.back
        if (self.what, self.compartment) != (before.what, before.compartment) or self.ckv < before.ckv:
            return False
        if self.kv == before.kv:
            return (self.key_id, self.back, self.public) == (before.key_id, before.back, before.public)
        return self.kv == before.kv + 1 and self.key_id != before.key_id and len(self.back) == BACK_BYTES

    def as_json(self) -> dict[str, Any]:
        """Give what the record of this card says."""
        return {
            "what": self.what,
            "compartment": str(self.compartment) if self.compartment else "",
            "owner": self.owner,
            "supervisor": self.supervisor,
            "paper": self.paper_slot,
            "kv": self.kv,
            "key_id": self.key_id,
            "x": self.public.x if self.public else "",
            "e": self.public.e if self.public else "",
            "back": self.back,
            "ckv": self.ckv,
            "index": self.index,
            "team": self.team,
            "to": [one.as_json() for one in self.to],
        }


def read_card(obj: UUID, rev: int, data: dict[str, Any]) -> KeyCard:
    """Read what a card says.

    Raises:
        ChainBroken: its shape is wrong.
    """
    try:
        slot = data["paper"]
        return KeyCard(
            obj=obj,
            what=_of(str, data["what"]),
            compartment=UUID(data["compartment"]) if data["compartment"] else None,
            owner=unbase64(data["owner"]),
            supervisor=unbase64(data["supervisor"]),
            paper=_public(slot) if slot else None,
            paper_slot=slot,
            kv=_of(int, data["kv"]),
            key_id=unbase64(data["key_id"], 32),
            public=_public(data) if data["x"] else None,
            back=unbase64(data["back"]),
            ckv=_of(int, data["ckv"]),
            index=unbase64(data["index"]),
            team=_of(bool, data["team"]),
            to=read_recipients(data),
            rev=rev,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ChainBroken(reason="card") from problem


def _public(data: dict[str, Any]) -> Card:
    return Card(unbase64(data["x"], 32), unbase64(data["e"], 32))


def _of(kind: type[_T], value: object) -> _T:
    if type(value) is not kind:
        raise TypeError(type(value).__name__)
    return value
