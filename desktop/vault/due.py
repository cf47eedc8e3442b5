"""Which cases need a new key, and why: told to their owner and supervisor (`keys.md` 3, Due list)."""

from enum import StrEnum
from uuid import UUID

from desktop.vault.case_cards import standing
from desktop.vault.key_cards import KeyCard
from desktop.vault.keyring import Keyring
from desktop.vault.refusals import NotGranted


class DueReason(StrEnum):
    """Why the card of a case no longer says who should hold it."""

    COVER_OVER = "cover_over"
    RECIPIENT_ENDED = "recipient_ended"
    PAPER_CHANGED = "paper_changed"
    TEAM_CHANGED = "team_changed"
    HOLDER_MISSING = "holder_missing"


def due_cases(ring: Keyring) -> dict[UUID, list[DueReason]]:
    """Give the cases that the person who is signed in owns or supervises, holds, and must renew."""
    mine = [cards[-1] for cards in ring.ledger.cards.values() if _signs(ring, cards[-1])]
    return {card.obj: found for card in mine if (found := reasons(ring, card))}


def _signs(ring: Keyring, card: KeyCard) -> bool:
    if card.what != "case" or ring.identity.kid not in (card.owner, card.supervisor):
        return False
    try:
        ring.key(card)
    except NotGranted:
        return False
    return ring.room_of(card).recipient(ring.identity.kid) is not None


def reasons(ring: Keyring, card: KeyCard) -> list[DueReason]:
    """Say why a case needs a new card today; nothing when it does not."""
    room, kids = ring.room_of(card), {line.kid for line in card.to}
    team = room.public is not None and room.public.kid in kids
    found = {
        DueReason.COVER_OVER: any(line.over_on(ring.today) for line in card.to),
        DueReason.RECIPIENT_ENDED: any(_ended(ring, room, kid) for kid in kids),
        DueReason.PAPER_CHANGED: room.paper is not None and room.paper.kid not in kids,
        DueReason.TEAM_CHANGED: card.ckv != room.kv or team is not room.team,
        DueReason.HOLDER_MISSING: any(
            kid not in kids and standing(ring, room, kid) for kid in (card.owner, card.supervisor)
        ),
    }
    return [reason for reason, holds in found.items() if holds]


def _ended(ring: Keyring, room: KeyCard, kid: bytes) -> bool:
    """Say whether somebody left or has other keys by now; a suspended account may come back."""
    if ring.ledger.people.get(kid) is None:
        return False
    cert = ring.ledger.cert_of(kid)
    return cert is None or cert.state == "ended" or room.recipient(kid) is None
