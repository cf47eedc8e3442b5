"""Who may write which record, and who may receive a key: the rules that a ledger applies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.vault.certificates import Cert
from desktop.vault.identity import Card
from desktop.vault.key_cards import KeyCard
from desktop.vault.recipients import Recipient
from desktop.vault.records import Record
from desktop.vault.refusals import ChainBroken


@dataclass(frozen=True, slots=True)
class Standing:
    """What held before a record: the root, the certificates, the cards in force."""

    org: UUID
    root_e: bytes
    certs: Mapping[UUID, Cert]
    cards: Mapping[UUID, tuple[KeyCard, ...]]

    def card(self, obj: UUID | None) -> KeyCard | None:
        """Give the card in force of an object."""
        found = self.cards.get(obj) if obj else None
        return found[-1] if found else None

    def check_signer(self, record: Record, card: KeyCard, before: KeyCard | None) -> None:
        """Refuse a card or grant from somebody who may not write it.

        Raises:
            ChainBroken: the signer has no right to it, or did not sign it.
        """
        allowed = {
            "root": self._root_signers,
            "device": self._device_signers,
            "compartment": self._compartment_signers,
            "case": self._case_signers,
        }
        if card.what not in allowed:
            raise ChainBroken(reason="card")
        keys = allowed[card.what](card, before)
        if record.by not in keys or not record.signed_by(keys[record.by]):
            raise ChainBroken(reason="signer")

    def _root_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        public = before.public if before else card.public
        if card.obj != self.org or public is None or (before is None and public.e != self.root_e):
            raise ChainBroken(reason="root")
        return {public.kid: public.e}

    def _device_signers(self, card: KeyCard, _before: KeyCard | None) -> dict[bytes, bytes]:
        cert = self.certs.get(card.obj)
        if cert is None or cert.what != "device" or not cert.active or card.public != cert.card:
            raise ChainBroken(reason="device")
        return _root_key(self.card(self.org))

    def _compartment_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        if before is None:
            active = [cert for cert in self.certs.values() if cert.active and cert.what == "user"]
            return {cert.card.kid: cert.card.e for cert in active if card.obj in cert.founds}
        return self._members(before) | _key_of(before.paper)

    def _case_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        compartment = self._compartment_of(card)
        members = self._members(compartment)
        if before is None:
            # Whoever opens a case owns it: nobody opens one in another's name.
            return {kid: e for kid, e in members.items() if kid == card.owner}
        keys = {kid: e for kid, e in members.items() if kid in (before.owner, before.supervisor)}
        return keys | _key_of(compartment.paper)

    def _compartment_of(self, card: KeyCard) -> KeyCard:
        compartment = self.card(card.compartment)
        if compartment is None or compartment.what != "compartment":
            raise ChainBroken(reason="compartment")
        return compartment

    def _members(self, compartment: KeyCard) -> dict[bytes, bytes]:
        """Give the keys of the active members; a dated line reads, it does not sign."""
        undated = {one.kid for one in compartment.to if one.last is None}
        present = [cert.card for cert in self.certs.values() if cert.active and cert.what == "user"]
        return {card.kid: card.e for card in present if card.kid in undated}

    def check_holders(self, card: KeyCard, before: KeyCard | None) -> None:
        """Refuse a case for an owner or supervisor from outside its compartment, or of an epoch yet to come.

        Raises:
            ChainBroken: one of them is new and no active member.
        """
        if card.what != "case":
            return
        compartment = self._compartment_of(card)
        known = {before.owner, before.supervisor} if before else set()
        new = {kid for kid in (card.owner, card.supervisor) if kid} - known
        if not new <= set(self._members(compartment)) or not 1 <= card.ckv <= compartment.kv:
            raise ChainBroken(reason="holder")

    def check_recipients(self, card: KeyCard, added: Iterable[Recipient]) -> None:
        """Refuse a key for somebody who may not hold it: above all, whoever holds the root.

        Raises:
            ChainBroken: a recipient may not receive it.
        """
        if card.what == "root":
            self._check_root_holders(added)
            return
        if card.what == "device":
            _check_root_alone(card, self.card(self.org))
            return
        root, compartment = self.card(self.org), self.card(card.compartment)
        own = self._own(card, compartment)
        for one in added:
            if root and root.recipient(one.kid):
                raise ChainBroken(reason="root holder")
            if one.kid in own:
                continue
            cert = next((cert for cert in self.certs.values() if cert.card.kid == one.kid), None)
            if cert is None or not cert.active or cert.what != "user":
                raise ChainBroken(reason="recipient")
            if compartment and compartment.recipient(one.kid) is None:
                raise ChainBroken(reason="recipient")

    def _own(self, card: KeyCard, compartment: KeyCard | None) -> set[bytes]:
        """Name what may receive a key without being a person: the papers, and the team where it reads along."""
        own = [card.paper, compartment.paper if compartment else None]
        if compartment and compartment.team and card.compartment:
            own += [one.public for one in self.cards[card.compartment] if one.kv == card.ckv]
        return {key.kid for key in own if key}

    def _check_root_holders(self, added: Iterable[Recipient]) -> None:
        sealed = {line.kid for cards in self.cards.values() if cards[-1].what != "root" for line in cards[-1].to}
        if sealed & {one.kid for one in added}:
            raise ChainBroken(reason="root holder")


def _key_of(card: Card | None) -> dict[bytes, bytes]:
    return {card.kid: card.e} if card else {}


def _root_key(root: KeyCard | None) -> dict[bytes, bytes]:
    return _key_of(root.public if root else None)


def _check_root_alone(card: KeyCard, root: KeyCard | None) -> None:
    if {one.kid for one in card.to} != {*_root_key(root)}:
        raise ChainBroken(reason="recipient")
