"""What somebody who is signed in can open: their compartments, their cases, their drafts."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from uuid import UUID

from desktop.vault.derive import key_id
from desktop.vault.drafts import open_draft, seal_draft
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.key_cards import KeyCard
from desktop.vault.ledger import Ledger
from desktop.vault.recipients import Recipient
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import binding, open_with, unlock


class Keyring:
    """The identity of whoever is signed in, with the replayed chains.

    `clock` gives the day that rules which cover is open, asked anew at every opening. What is done with the key of a
    case stands in `CaseKeys`.
    """

    def __init__(self, uid: UUID, identity: Identity, ledger: Ledger, clock: Callable[[], date]) -> None:
        self.uid = uid
        self.identity = identity
        self.ledger = ledger
        self.dropped: Counter[date] = Counter()
        self.clock = clock

    @property
    def org(self) -> UUID:
        """Give the organisation's key."""
        return self.ledger.org

    @property
    def today(self) -> date:
        """Give the day, never one before a day already seen."""
        return self.clock()

    def compartments(self) -> frozenset[UUID]:
        """Name the compartments whose seed this person holds."""
        return frozenset(
            obj
            for obj, cards in self.ledger.cards.items()
            if cards[-1].what == "compartment" and cards[-1].recipient(self.identity.kid)
        )

    def compartment(self, obj: UUID, kv: int | None = None) -> Identity:
        """Open the seed of a compartment, of its newest version or an older one.

        Raises:
            NotGranted: this person does not hold it.
            SealBroken: its card names public keys that are not this seed's, so that worries would go to somebody else.
        """
        seed, version = self.versioned(obj, kv)
        room = Identity(seed)
        if any(card.public != room.card for card in self.ledger.cards[obj] if card.kv == version):
            raise SealBroken
        return room

    def card(self, obj: UUID) -> KeyCard:
        """Give the card in force of a compartment or case.

        Raises:
            NotGranted: there is none.
        """
        card = self.ledger.card(obj)
        if card is None:
            raise NotGranted
        return card

    def room_of(self, card: KeyCard) -> KeyCard:
        """Give the card in force of the compartment a case lies in.

        Raises:
            NotGranted: it lies in none.
        """
        if card.compartment is None:
            raise NotGranted
        return self.card(card.compartment)

    def key(self, card: KeyCard) -> bytes:
        """Open the key on a card.

        Raises:
            NotGranted: it is not sealed to this person, or not open today.
            SealBroken: what was sealed is not the key the card names.
        """
        identity, line = self._line(card)
        key = open_with(identity, line.sealed, binding(card.what, self.org, card.obj, card.kv, line.kid))
        if key_id(key) != card.key_id:
            raise SealBroken
        return key

    def _line(self, card: KeyCard) -> tuple[Identity, Recipient]:
        today, me = self.today, self.identity
        mine = [line for line in card.to if line.kid == me.kid and line.open_on(today)]
        if mine:
            return me, mine[-1]
        if card.compartment is None or card.compartment not in self.compartments():
            raise NotGranted
        # The whole team may read along, through the seed it had when the card was written.
        team = self.compartment(card.compartment, card.ckv)
        line = card.recipient(team.kid)
        if line is None:
            raise NotGranted
        return team, line

    def versioned(self, obj: UUID, kv: int | None = None) -> tuple[bytes, int]:
        """Open the key of a compartment or case, of its newest version or an older one, with its number.

        Raises:
            NotGranted: this person does not hold it, or not today.
            SealBroken: there never was such a version, or a link back leads to another key than its card names.
        """
        cards = {card.kv: card for card in self.ledger.cards.get(obj, ())}
        newest = self.card(obj)
        key, version = self.key(newest), newest.kv
        while kv is not None and version > kv and version > 1:
            key = unlock(key, cards[version].back, frame("back", self.org, obj, version - 1))
            version -= 1
            if key_id(key) != cards[version].key_id:
                raise SealBroken
        if kv is not None and version != kv:
            raise SealBroken
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
