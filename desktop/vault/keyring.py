"""What somebody who is signed in can open: their compartments, their cases, their drafts."""

from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import key_id
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.ledger import Ledger
from desktop.vault.notes import open_draft, open_drop, seal_draft, seal_drop
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import binding, open_with, unlock
from desktop.vault.states import KeyCard


class Keyring:
    """The identity of whoever is signed in, with the replayed chains.

    `today` rules which cover is open. What is done with the key of a case stands in `CaseKeys`.
    """

    def __init__(self, uid: UUID, identity: Identity, ledger: Ledger, today: date) -> None:
        self.uid = uid
        self.identity = identity
        self.ledger = ledger
        self.today = today

    @property
    def org(self) -> UUID:
        """Give the organisation's key."""
        return self.ledger.org

    def compartments(self) -> frozenset[UUID]:
        """Name the compartments whose seed this person holds."""
        return frozenset(
            obj
            for obj, cards in self.ledger.cards.items()
            if cards[-1].what == "compartment" and cards[-1].recipient(self.identity.kid)
        )

    def compartment(self, obj: UUID) -> Identity:
        """Open the seed of a compartment.

        Raises:
            NotGranted: this person does not hold it.
        """
        return Identity(self.key(self.card(obj)))

    def card(self, obj: UUID) -> KeyCard:
        """Give the card in force of a compartment or case.

        Raises:
            NotGranted: there is none.
        """
        card = self.ledger.card(obj)
        if card is None:
            raise NotGranted
        return card

    def key(self, card: KeyCard) -> bytes:
        """Open the key on a card.

        Raises:
            NotGranted: it is not sealed to this person, or not open today.
            SealBroken: what was sealed is not the key the card names.
        """
        mine = card.recipient(self.identity.kid)
        if mine is None or not mine.open_on(self.today):
            raise NotGranted
        key = open_with(self.identity, mine.sealed, binding(card.what, self.org, card.obj, card.kv, mine.kid))
        if key_id(key) != card.key_id:
            raise SealBroken
        return key

    def case_key(self, case: UUID, kv: int | None = None) -> tuple[bytes, int]:
        """Open the key of a case, of its newest version or an older one, with its number.

        Raises:
            NotGranted: this person does not hold it, or not today.
        """
        cards = self.ledger.cards.get(case, [])
        if not cards:
            raise NotGranted
        key, version = self.key(cards[-1]), cards[-1].kv
        by_version = {card.kv: card for card in cards}
        while kv is not None and version > kv:
            key = unlock(key, by_version[version].back, frame("back", self.org, case, version - 1))
            version -= 1
        if kv is not None and version != kv:
            raise NotGranted
        return key, version

    def draft(self, key: UUID, text: bytes) -> bytes:
        """Lock an unfinished text for oneself."""
        return seal_draft(self.identity, self.org, self.uid, key, text)

    def read_draft(self, key: UUID, locked: bytes) -> bytes:
        """Read one's own unfinished text.

        Raises:
            SealBroken: it is somebody else's.
        """
        return open_draft(self.identity, self.org, self.uid, key, locked)

    def drop(self, compartment: UUID, content: dict[str, Any]) -> tuple[int, bytes]:
        """Seal a worry to a compartment; gives its key version and the sealed bytes.

        Raises:
            NotGranted: the compartment is not born yet.
        """
        card = self.card(compartment)
        if card.public is None:
            raise NotGranted
        return card.kv, seal_drop(card.public.x, card.public.kid, self.org, compartment, card.kv, content)

    def read_drop(self, compartment: UUID, kv: int, sealed: bytes) -> dict[str, Any]:
        """Read a worry as a holder of the compartment.

        Raises:
            NotGranted: this person does not hold the compartment.
        """
        return open_drop(self.compartment(compartment), self.org, compartment, kv, sealed)
