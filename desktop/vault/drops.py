"""Worries sealed to a compartment: of one size, with their author and the author's signature inside (`keys.md` 2)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.vault.framing import frame
from desktop.vault.identity import Card, Identity, verify
from desktop.vault.inside import read_inside, write_inside
from desktop.vault.keyring import Keyring
from desktop.vault.padding import LENGTH_BYTES, pad_to, unpad
from desktop.vault.refusals import ChainBroken, NotGranted, SealBroken, TooManyDrops
from desktop.vault.sealing import binding, open_with, seal_to
from desktop.vault.signed import base64_of, unbase64

DROP_BYTES = 4096
# What one person may drop in on one day: more is a flood that buries the worries of others.
DAILY = 20
_INSIDE = {"id", "author", "text", "signature"}


@dataclass(frozen=True, slots=True)
class DropPlace:
    """Where a worry waits: its clear columns and the organisation."""

    org: UUID
    compartment: UUID
    id: UUID
    kv: int
    day: date

    def signed(self, author: bytes, text: str) -> bytes:
        """Give the bytes its author signs."""
        return frame("drop-sig", self.org, self.compartment, self.id, self.kv, author, self.day, text)

    def bound(self, kid: bytes) -> bytes:
        """Give what the seal is bound to."""
        return binding("drop", self.org, self.compartment, self.kv, kid)


@dataclass(frozen=True, slots=True)
class Drop:
    """What a holder of the compartment reads."""

    author: bytes
    text: str


def seal_drop(place: DropPlace, to: Card, author: Identity, text: str) -> bytes:
    """Seal a worry to a compartment: always 4144 bytes, unreadable to its own author afterwards.

    Raises:
        TooLong: it does not fit.
    """
    inside = _inside(place.id, author.kid, text, author.sign(place.signed(author.kid, text)))
    return seal_to(to.x, pad_to(inside, DROP_BYTES), place.bound(to.kid))


def room_left(text: str) -> int:
    """Give the bytes that still fit after `text`; below zero it is too long."""
    return DROP_BYTES - LENGTH_BYTES - len(_inside(UUID(int=0), bytes(32), text, bytes(64)))


def _inside(key: UUID, author: bytes, text: str, signature: bytes) -> bytes:
    parts = {"id": str(key), "author": base64_of(author), "text": text, "signature": base64_of(signature)}
    return write_inside(parts)


def open_drop(place: DropPlace, room: Identity, sealed: bytes, keys: Keyring) -> Drop:
    """Give a worry to a holder of the compartment, its author proved.

    Raises:
        SealBroken: altered, moved, or not by the author it names.
    """
    inside = read_inside(unpad(open_with(room, sealed, place.bound(room.kid))))
    if set(inside) != _INSIDE or not isinstance(inside["text"], str) or inside["id"] != str(place.id):
        raise SealBroken
    try:
        author, signature = unbase64(inside["author"], 32), unbase64(inside["signature"], 64)
        signed = place.signed(author, inside["text"])
    except (ChainBroken, UnicodeEncodeError) as problem:
        raise SealBroken from problem
    e = keys.ledger.author_key(author)
    if e is None or not verify(e, signature, signed):
        raise SealBroken
    return Drop(author, inside["text"])


def drop(keys: Keyring, compartment: UUID, key: UUID, text: str) -> tuple[DropPlace, bytes]:
    """Seal one's own worry; gives where it waits and the sealed bytes.

    The count of the day stands in memory only: written down, it would tell later who spoke.

    Raises:
        NotGranted: the compartment is not born yet.
        TooManyDrops: this sitting dropped in as many as a day takes.
        TooLong: the text does not fit.
    """
    card, day = keys.card(compartment), keys.today
    if card.public is None:
        raise NotGranted
    if keys.dropped[day] >= DAILY:
        raise TooManyDrops(limit=DAILY)
    place = DropPlace(keys.org, compartment, key, card.kv, day)
    sealed = seal_drop(place, card.public, keys.identity, text)
    keys.dropped[day] += 1
    return place, sealed


def read_drop(keys: Keyring, place: DropPlace, sealed: bytes) -> Drop:
    """Read a worry as a holder of its compartment, also one from before the compartment's newest seed.

    Raises:
        NotGranted: this person does not hold the compartment.
        SealBroken: altered, moved, or not by the author it names.
    """
    if place.compartment not in keys.compartments():
        raise NotGranted
    return open_drop(place, keys.compartment(place.compartment, place.kv), sealed, keys)
