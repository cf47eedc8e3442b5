"""What is done with the key of a case: opening one, lending it, sealing and reading what belongs to it."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.vault.derive import hkdf
from desktop.vault.framing import frame
from desktop.vault.keyring import Keyring
from desktop.vault.notes import Place, open_note, seal_note
from desktop.vault.records import Record, sign_record
from desktop.vault.refusals import NotGranted, SealBroken
from desktop.vault.sealing import lock, unlock
from desktop.vault.states import KeyCard
from desktop.vault.writing import NewKey, card_data, fresh_key, seal_key


@dataclass(frozen=True, slots=True)
class CaseIndex:
    """Whose case it is: readable to the members of its compartment only."""

    case: UUID
    compartment: UUID
    person: UUID
    code: str
    name: str
    owner: bytes


class CaseKeys:
    """The cases that somebody who is signed in can open."""

    def __init__(self, keyring: Keyring) -> None:
        self._ring = keyring
        self._org = keyring.org

    def new_case(self, case: UUID, compartment: UUID, person: UUID, code: str, name: str, at: str) -> Record:
        """Make a case of one's own in a compartment: its key and its card, for one transaction.

        Raises:
            NotGranted: this person does not hold the compartment.
        """
        room = self._ring.card(compartment)
        seed = self._ring.compartment(compartment).seed
        index = {"person": str(person), "code": code, "name": name}
        locked = lock(hkdf(seed, "index"), json.dumps(index).encode(), self._index_place(compartment, case))
        new = NewKey(
            what="case",
            obj=case,
            key=fresh_key(),
            owner=self._ring.identity.kid,
            compartment=compartment,
            ckv=room.kv,
            index=locked,
        )
        to = [self._ring.identity.card] + ([room.paper] if room.paper else [])
        data = card_data(self._org, new, [(card, None, None) for card in to])
        return sign_record(self._ring.identity, self._org, case, None, "card", at, data)

    def _index_place(self, compartment: UUID, case: UUID) -> bytes:
        return frame("index", self._org, compartment, case, 1)

    def cover(self, case: UUID, kid: bytes, first: date, last: date, at: str) -> Record:
        """Grant a colleague of the compartment a case for some days; both days are included.

        Raises:
            NotGranted: this person does not hold the case.
        """
        cert = self._ring.ledger.cert_of(kid)
        if cert is None:
            raise NotGranted
        key, kv = self._ring.case_key(case)
        new = NewKey(what="case", obj=case, key=key, kv=kv)
        data = {"kv": kv, "to": [seal_key(self._org, new, cert.card, first, last).as_json()]}
        return sign_record(self._ring.identity, self._org, case, self._ring.ledger.last(case), "grant", at, data)

    def cases(self) -> list[CaseIndex]:
        """Tell whose every case is, in the compartments this person holds."""
        seeds = {obj: hkdf(self._ring.compartment(obj).seed, "index") for obj in self._ring.compartments()}
        return [
            self._index(card, seeds[card.compartment])
            for cards in self._ring.ledger.cards.values()
            if (card := cards[-1]).compartment in seeds
        ]

    def _index(self, card: KeyCard, key: bytes) -> CaseIndex:
        if card.compartment is None:
            raise SealBroken
        read = json.loads(unlock(key, card.index, self._index_place(card.compartment, card.obj)))
        return CaseIndex(card.obj, card.compartment, UUID(read["person"]), read["code"], read["name"], card.owner)

    def seal(self, case: UUID, key: UUID, day: date, content: dict[str, Any]) -> dict[str, Any]:
        """Seal a text of a case; gives the clear columns of its row.

        Raises:
            NotGranted: this person does not hold the case.
        """
        secret, kv = self._ring.case_key(case)
        compartment = self._ring.card(case).compartment
        if compartment is None:
            raise NotGranted
        place = Place(self._org, compartment, case, key, kv, self._ring.identity.kid, day)
        blob, signature = seal_note(place, secret, self._ring.identity, content)
        return {
            "id": key,
            "compartment_id": compartment,
            "case_id": case,
            "kv": kv,
            "author_kid": self._ring.identity.kid,
            "day": day,
            "blob": blob,
            "signature": signature,
        }

    def open(self, row: Any) -> dict[str, Any]:
        """Open a sealed row, its author proved.

        Raises:
            NotGranted: this person does not hold the case.
            SealBroken: the row was altered or moved.
        """
        secret, _ = self._ring.case_key(row.case_id, row.kv)
        author = self._ring.ledger.author_key(row.author_kid)
        if author is None:
            raise SealBroken
        place = Place(self._org, row.compartment_id, row.case_id, row.id, row.kv, row.author_kid, row.day)
        return open_note(place, secret, row.blob, row.signature, author)
