"""What the signed chains say of people, compartments and cases once they are replayed."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.identity import Card
from desktop.vault.refusals import ChainBroken
from desktop.vault.signed import unbase64


@dataclass(frozen=True, slots=True)
class Cert:
    """The root's word on a user or a device: their keys, roles, sites, and whether they may act."""

    uid: UUID
    what: str
    card: Card
    roles: frozenset[str]
    sites: frozenset[UUID]
    founds: frozenset[UUID]
    state: str

    @property
    def active(self) -> bool:
        """Say whether new records of theirs may stand."""
        return self.state == "active"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a key is sealed to; cover has a first and a last day."""

    kid: bytes
    sealed: bytes
    first: date | None = None
    last: date | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the line of a card."""
        return {
            "kid": self.kid,
            "sealed": self.sealed,
            "from": self.first.isoformat() if self.first else "",
            "until": self.last.isoformat() if self.last else "",
        }

    def open_on(self, day: date) -> bool:
        """Say whether the key may be used on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class KeyCard:
    """The full state of a key: who owns it, what opens the one before, and to whom it is sealed."""

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
    to: tuple[Recipient, ...]
    rev: int

    def recipient(self, kid: bytes) -> Recipient | None:
        """Find somebody among the recipients; the last line about them holds."""
        return next((one for one in reversed(self.to) if one.kid == kid), None)


def read_cert(uid: UUID, data: dict[str, Any]) -> Cert:
    """Read what a certificate says.

    Raises:
        ChainBroken: its shape is wrong.
    """
    try:
        card = Card(unbase64(data["x"], 32), unbase64(data["e"], 32))
        sites, founds = (frozenset(map(UUID, data[name])) for name in ("sites", "founds"))
        cert = Cert(UUID(data["uid"]), data["what"], card, frozenset(data["roles"]), sites, founds, data["state"])
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ChainBroken(reason="cert") from problem
    if cert.uid != uid or cert.state not in {"active", "suspended", "ended"}:
        raise ChainBroken(reason="cert")
    return cert


def read_card(obj: UUID, rev: int, data: dict[str, Any]) -> KeyCard:
    """Read what a card says.

    Raises:
        ChainBroken: its shape is wrong.
    """
    try:
        public = Card(unbase64(data["x"], 32), unbase64(data["e"], 32)) if data["x"] else None
        slot = data["paper"]
        paper = Card(unbase64(slot["x"], 32), unbase64(slot["e"], 32)) if slot else None
        return KeyCard(
            obj=obj,
            what=_text(data["what"]),
            compartment=UUID(data["compartment"]) if data["compartment"] else None,
            owner=unbase64(data["owner"]),
            supervisor=unbase64(data["supervisor"]),
            paper=paper,
            paper_slot=slot,
            kv=_number(data["kv"]),
            key_id=unbase64(data["key_id"], 32),
            public=public,
            back=unbase64(data["back"]),
            ckv=_number(data["ckv"]),
            index=unbase64(data["index"]),
            to=read_recipients(data),
            rev=rev,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ChainBroken(reason="card") from problem


def read_recipients(data: dict[str, Any]) -> tuple[Recipient, ...]:
    """Read the recipients of a card or a grant."""
    return tuple(
        Recipient(unbase64(line["kid"], 32), unbase64(line["sealed"], 80), _day(line["from"]), _day(line["until"]))
        for line in data["to"]
    )


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError(type(value).__name__)
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise TypeError(type(value).__name__)
    return value


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
