"""Who may write which record, and who may receive a key: the rules that a ledger applies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.vault.records import Record
from desktop.vault.refusals import ChainBroken
from desktop.vault.states import Cert, KeyCard, Recipient


@dataclass(frozen=True, slots=True)
class Standing:
    """What held before a record: the root, the certificates, the cards in force."""

    org: UUID
    root_e: bytes
    certs: Mapping[UUID, Cert]
    cards: Mapping[UUID, list[KeyCard]]

    def card(self, obj: UUID | None) -> KeyCard | None:
        """Give the card in force of an object."""
        found = self.cards.get(obj) if obj else None
        return found[-1] if found else None

    def check_signer(self, record: Record, card: KeyCard, before: KeyCard | None) -> None:
        """Refuse a card or grant from somebody who may not write it.

        Raises:
            ChainBroken: the signer has no right to it, or did not sign it.
        """
        allowed = {"root": self._root_signers, "compartment": self._compartment_signers, "case": self._case_signers}
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

    def _compartment_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        active = [cert for cert in self.certs.values() if cert.active and cert.what == "user"]
        if before is None:
            return {cert.card.kid: cert.card.e for cert in active if card.obj in cert.founds}
        keys = {cert.card.kid: cert.card.e for cert in active if _is_full_member(before, cert.card.kid)}
        return keys | ({before.paper.kid: before.paper.e} if before.paper else {})

    def _case_signers(self, card: KeyCard, before: KeyCard | None) -> dict[bytes, bytes]:
        compartment = self.card(card.compartment)
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

    def check_recipients(self, card: KeyCard, added: Iterable[Recipient]) -> None:
        """Refuse a key for somebody who may not hold it: above all, whoever holds the root.

        Raises:
            ChainBroken: a recipient may not receive it.
        """
        if card.what == "root":
            return
        root = self.card(self.org)
        compartment = self.card(card.compartment)
        own = {key.kid for key in (card.paper, compartment and compartment.paper) if key}
        if compartment and compartment.public:
            own.add(compartment.public.kid)
        for one in added:
            if root and root.recipient(one.kid):
                raise ChainBroken(reason="root holder")
            if one.kid in own:
                continue
            cert = self._cert_of(one.kid)
            if cert is None or not cert.active or cert.what != "user":
                raise ChainBroken(reason="recipient")
            if compartment and compartment.recipient(one.kid) is None:
                raise ChainBroken(reason="recipient")

    def _cert_of(self, kid: bytes) -> Cert | None:
        return next((cert for cert in self.certs.values() if cert.card.kid == kid), None)


def _is_full_member(card: KeyCard, kid: bytes) -> bool:
    """Say whether a key was given without an end: a dated cover reads, it does not sign."""
    found = card.recipient(kid)
    return found is not None and found.last is None
