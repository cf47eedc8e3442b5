"""The signed chains replayed from their first link: the only source of who may do what (`keys.md` 1)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Self
from uuid import UUID

from desktop.vault.certificates import Cert, read_cert
from desktop.vault.key_cards import KeyCard, read_card
from desktop.vault.recipients import read_recipients
from desktop.vault.records import MAX_CHAIN, START, Record
from desktop.vault.refusals import ChainBroken
from desktop.vault.standing import Standing


class Ledger:
    """Every chain of an organisation, each link checked against the rights that held before it.

    `people` tells whose every key is or once was: a person's, never a device's, which writes no text of its own.
    """

    def __init__(self, org: UUID, root_e: bytes) -> None:
        self.org = org
        self.root_e = root_e
        self.certs: dict[UUID, Cert] = {}
        self.cards: dict[UUID, tuple[KeyCard, ...]] = {}
        self._last: dict[UUID, Record] = {}
        self.people: dict[bytes, UUID] = {}
        self._keys: dict[bytes, bytes] = {}
        self._standing = Standing(org, root_e, self.certs, self.cards)

    @classmethod
    def replay(cls, org: UUID, root_e: bytes, records: Iterable[Record]) -> Self:
        """Replay stored records in the order they were written.

        Raises:
            ChainBroken: a record has no right to stand where it does.
        """
        ledger = cls(org, root_e)
        for record in records:
            ledger.apply(record)
        return ledger

    def fork(self) -> "Ledger":
        """Give a copy to try links on; this one does not learn of them."""
        twin = Ledger(self.org, self.root_e)
        twin.certs.update(self.certs)
        twin.cards.update(self.cards)
        twin._last.update(self._last)
        twin.people.update(self.people)
        twin._keys.update(self._keys)
        return twin

    def last(self, obj: UUID) -> Record | None:
        """Give the last link about an object."""
        return self._last.get(obj)

    def card(self, obj: UUID) -> KeyCard | None:
        """Give the card in force of a root, compartment or case."""
        cards = self.cards.get(obj)
        return cards[-1] if cards else None

    def cert_of(self, kid: bytes) -> Cert | None:
        """Find the certificate of a key, while that key is its person's present one."""
        uid = self.people.get(kid)
        cert = self.certs.get(uid) if uid else None
        return cert if cert and cert.card.kid == kid else None

    def author_key(self, kid: bytes) -> bytes | None:
        """Give the signing key of the person or paper that wrote under `kid`, ended or not."""
        return self._keys.get(kid)

    def apply(self, record: Record) -> None:
        """Add one link.

        Raises:
            ChainBroken: it does not follow, or its signer had no right to write it.
        """
        last = self._last.get(record.obj)
        rev, prev = (last.rev + 1, last.digest) if last else (1, START)
        if record.org != self.org or record.rev != rev or record.prev != prev or rev > MAX_CHAIN:
            raise ChainBroken(reason="order")
        step = {"cert": self._cert, "card": self._card, "grant": self._grant}[record.kind]
        step(record)
        self._last[record.obj] = record

    def _cert(self, record: Record) -> None:
        root = self.card(self.org)
        if root is None or root.public is None or record.by != root.public.kid or not record.signed_by(root.public.e):
            raise ChainBroken(reason="signer")
        cert = read_cert(record.obj, record.data)
        before = self.certs.get(cert.uid)
        if self.people.get(cert.card.kid, cert.uid) != cert.uid or (before and before.what != cert.what):
            # One key is never two people, nor a person a device: what one signed would pass for the other's.
            raise ChainBroken(reason="cert")
        self.certs[cert.uid] = cert
        if cert.what == "user":
            self.people[cert.card.kid] = cert.uid
            self._keys[cert.card.kid] = cert.card.e

    def _card(self, record: Record) -> None:
        card = read_card(record.obj, record.rev, record.data)
        before = self.card(record.obj)
        if not card.follows(before):
            raise ChainBroken(reason="card")
        self._standing.check_signer(record, card, before)
        self._standing.check_holders(card, before)
        # A line kept word for word gives nothing new; every other one seals a key to somebody.
        self._standing.check_recipients(card, [one for one in card.to if before is None or one not in before.to])
        self.cards[record.obj] = (*self.cards.get(record.obj, ()), card)
        if card.what == "root" and card.paper:
            # Whoever comes in with the vault's paper bears witness to the journal as everybody does.
            self._keys[card.paper.kid] = card.paper.e

    def _grant(self, record: Record) -> None:
        before = self.card(record.obj)
        if before is None or record.data.get("kv") != before.kv:
            raise ChainBroken(reason="grant")
        self._standing.check_signer(record, before, before)
        try:
            added = read_recipients(record.data)
        except (KeyError, TypeError, ValueError) as problem:
            raise ChainBroken(reason="grant") from problem
        card = replace(before, to=before.to + added)
        self._standing.check_recipients(card, added)
        self.cards[record.obj] = (*self.cards[record.obj][:-1], card)
