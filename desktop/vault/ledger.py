"""The signed chains replayed from their first link: the only source of who may do what (`keys.md` 1)."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from desktop.vault.records import START, Record
from desktop.vault.refusals import ChainBroken
from desktop.vault.states import Cert, KeyCard, Recipient, read_card, read_cert, read_recipients

MAX_CHAIN = 10_000


class Ledger:
    """Every chain of an organisation, each link checked against the rights that held before it."""

    def __init__(self, org: UUID, root_e: bytes) -> None:
        self.org = org
        self._root_e = root_e
        self._last: dict[UUID, Record] = {}
        self.certs: dict[UUID, Cert] = {}
        self._by_kid: dict[bytes, UUID] = {}
        self._keys: dict[bytes, bytes] = {}
        self.cards: dict[UUID, list[KeyCard]] = {}

    @classmethod
    def replay(cls, org: UUID, root_e: bytes, records: Iterable[Record]) -> "Ledger":
        """Replay stored records in the order they were written.

        Raises:
            ChainBroken: a record has no right to stand where it does.
        """
        ledger = cls(org, root_e)
        for record in records:
            ledger.apply(record)
        return ledger

    def last(self, obj: UUID) -> Record | None:
        """Give the last link about an object."""
        return self._last.get(obj)

    def card(self, obj: UUID) -> KeyCard | None:
        """Give the card in force of a root, compartment or case."""
        cards = self.cards.get(obj)
        return cards[-1] if cards else None

    def cert_of(self, kid: bytes) -> Cert | None:
        """Find the certificate of a key, while that key is its person's present one."""
        uid = self._by_kid.get(kid)
        cert = self.certs.get(uid) if uid else None
        return cert if cert and cert.card.kid == kid else None

    def author_key(self, kid: bytes) -> bytes | None:
        """Give the signing key of whoever wrote under `kid`, ended or not."""
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
        self.certs[cert.uid] = cert
        self._by_kid[cert.card.kid] = cert.uid
        self._keys[cert.card.kid] = cert.card.e

    def _card(self, record: Record) -> None:
        card = read_card(record.obj, record.rev, record.data)
        before = self.card(record.obj)
        if before and (card.what != before.what or card.compartment != before.compartment or card.kv < before.kv):
            raise ChainBroken(reason="card")
        self._check_signer(record, card, before)
        self._check_recipients(card, [one for one in card.to if before is None or before.recipient(one.kid) is None])
        self.cards.setdefault(record.obj, []).append(card)

    def _grant(self, record: Record) -> None:
        before = self.card(record.obj)
        if before is None or record.data.get("kv") != before.kv:
            raise ChainBroken(reason="grant")
        self._check_signer(record, before, before)
        try:
            added = read_recipients(record.data)
        except (KeyError, TypeError, ValueError) as problem:
            raise ChainBroken(reason="grant") from problem
        card = replace(before, to=before.to + added, rev=record.rev)
        self._check_recipients(card, added)
        self.cards[record.obj][-1] = card

    def _check_signer(self, record: Record, card: KeyCard, before: KeyCard | None) -> None:
        allowed = {"root": self._root_signers, "compartment": self._compartment_signers, "case": self._case_signers}
        if card.what not in allowed:
            raise ChainBroken(reason="card")
        keys = allowed[card.what](card, before)
        if record.by not in keys or not record.signed_by(keys[record.by]):
            raise ChainBroken(reason="signer")

    def _root_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        public = before.public if before else card.public
        if card.obj != self.org or public is None or (before is None and public.e != self._root_e):
            raise ChainBroken(reason="root")
        return {public.kid: public.e}

    def _compartment_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        active = [cert for cert in self.certs.values() if cert.active and cert.what == "user"]
        if before is None:
            return {cert.card.kid: cert.card.e for cert in active if card.obj in cert.founds}
        keys = {cert.card.kid: cert.card.e for cert in active if _is_full_member(before, cert.card.kid)}
        return keys | ({before.paper.kid: before.paper.e} if before.paper else {})

    def _case_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        compartment = self.card(card.compartment) if card.compartment else None
        if compartment is None:
            raise ChainBroken(reason="compartment")
        members = {
            cert.card.kid: cert.card.e
            for cert in self.certs.values()
            if cert.active and _is_full_member(compartment, cert.card.kid)
        }
        if before is None:
            # Whoever opens a case owns it: nobody opens one in another's name.
            return {kid: e for kid, e in members.items() if kid == card.owner}
        keys = {kid: e for kid, e in members.items() if kid in (before.owner, before.supervisor)}
        return keys | ({compartment.paper.kid: compartment.paper.e} if compartment.paper else {})

    def _check_recipients(self, card: KeyCard, added: Iterable[Recipient]) -> None:
        """Nobody who holds the root may hold a compartment or a case as well."""
        if card.what == "root":
            return
        root = self.card(self.org)
        compartment = self.card(card.compartment) if card.compartment else None
        own = {key.kid for key in (card.paper, compartment and compartment.paper) if key}
        if compartment and compartment.public:
            own.add(compartment.public.kid)
        for one in added:
            if root and root.recipient(one.kid):
                raise ChainBroken(reason="root holder")
            if one.kid in own:
                continue
            cert = self.cert_of(one.kid)
            if cert is None or not cert.active or cert.what != "user":
                raise ChainBroken(reason="recipient")
            if compartment and compartment.recipient(one.kid) is None:
                raise ChainBroken(reason="recipient")


def _is_full_member(card: KeyCard, kid: bytes) -> bool:
    """Say whether a key was given without an end: a dated cover reads, it does not sign."""
    found = card.recipient(kid)
    return found is not None and found.last is None
