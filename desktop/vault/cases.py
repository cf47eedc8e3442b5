"""What is done with the key of a case: telling whose it is, sealing and reading what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.case_cards import read_index
from desktop.vault.key_cards import KeyCard
from desktop.vault.keyring import Keyring
from desktop.vault.notes import Place, open_note, seal_note
from desktop.vault.refusals import ChainBroken, SealBroken
from desktop.vault.signed import base64_of, unbase64


@dataclass(frozen=True, slots=True)
class CaseIndex:
    """Whose case it is: readable to the members of its compartment only."""

    case: UUID
    compartment: UUID
    person: UUID
    code: str
    name: str
    owner: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedText:
    """What stands inside a sealed row; `after` names the latest texts of the case when it was written."""

    kind: str
    person_at_writing: str
    content: dict[str, Any]
    addendum_to: str = ""
    after: Sequence[bytes] = ()


class CaseKeys:
    """The cases that somebody who is signed in can open."""

    def __init__(self, keyring: Keyring) -> None:
        self._ring = keyring
        self._opened: dict[tuple[UUID, int], bytes] = {}

    def cases(self) -> list[CaseIndex]:
        """Tell whose every case is, in the compartments this person holds."""
        rooms = self._ring.compartments()
        cards = [cards[-1] for cards in self._ring.ledger.cards.values()]
        return [self._index(card) for card in cards if card.what == "case" and card.compartment in rooms]

    def case(self, case: UUID) -> CaseIndex:
        """Tell whose a case is.

        Raises:
            NotGranted: there is no such case, or it lies in a compartment this person does not hold.
        """
        return self._index(self._ring.card(case))

    def _index(self, card: KeyCard) -> CaseIndex:
        whose, room = read_index(self._ring, card), self._ring.room_of(card).obj
        return CaseIndex(card.obj, room, whose.person, whose.code, whose.name, card.owner)

    def seal(self, case: UUID, key: UUID, day: date, text: SealedText) -> dict[str, Any]:
        """Seal a text of a case; gives the clear columns of its row.

        Raises:
            NotGranted: this person does not hold the case.
            TooLong: the sealed text would pass 16 MiB.
        """
        secret, kv = self._ring.versioned(case)
        compartment, author = self._ring.room_of(self._ring.card(case)).obj, self._ring.identity
        place = Place(self._ring.org, compartment, case, key, kv, author.kid, day)
        inside = {
            "kind": text.kind,
            "person_at_writing": text.person_at_writing,
            "content": text.content,
            "addendum_to": text.addendum_to,
            "after": sorted(map(base64_of, text.after)),
        }
        blob, signature = seal_note(place, secret, author, inside)
        return {
            "id": key,
            "compartment_id": compartment,
            "case_id": case,
            "kv": kv,
            "author_kid": author.kid,
            "day": day,
            "blob": blob,
            "signature": signature,
        }

    def read(self, row: Any) -> SealedText:
        """Open a sealed row, its author proved.

        Raises:
            NotGranted: this person does not hold the case.
            SealBroken: the row was altered or moved.
        """
        secret = self._key(row.case_id, row.kv)
        author = self._ring.ledger.author_key(row.author_kid)
        if author is None:
            raise SealBroken
        place = Place(self._ring.org, row.compartment_id, row.case_id, row.id, row.kv, row.author_kid, row.day)
        return _text(open_note(place, secret, row.blob, row.signature, author))

    def _key(self, case: UUID, kv: int) -> bytes:
        """Open a key once for all the rows read through this object, which lives as long as one reading."""
        if (case, kv) not in self._opened:
            self._opened[case, kv] = self._ring.versioned(case, kv)[0]
        return self._opened[case, kv]

    def open(self, row: Any) -> dict[str, Any]:
        """Give the content of a sealed row, its author proved.

        Raises:
            NotGranted: this person does not hold the case.
            SealBroken: the row was altered or moved.
        """
        return self.read(row).content


def _text(inside: dict[str, Any]) -> SealedText:
    try:
        content, after = inside["content"], inside["after"]
        if not isinstance(content, dict) or not isinstance(after, list):
            raise SealBroken
        return SealedText(
            kind=str(inside["kind"]),
            person_at_writing=str(inside["person_at_writing"]),
            content=content,
            addendum_to=str(inside["addendum_to"]),
            after=tuple(unbase64(one, 32) for one in after),
        )
    except (KeyError, ChainBroken) as problem:
        raise SealBroken from problem
