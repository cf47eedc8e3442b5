"""The tray of a compartment: which can be told a worry, and what its holders do with those that wait."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import DeskError
from desktop.i18n import language, mark
from desktop.models.keys import named_key, uuid7
from desktop.models.sealed import Compartment, SealedItem
from desktop.rights import Permission
from desktop.services.case_notes import NOTE
from desktop.services.compartment_keys import held_compartment
from desktop.services.people import PeopleService
from desktop.services.worries import ROWS, WorryState, set_aside, take_out, taken, waiting
from desktop.storage.unit_of_work import Desk
from desktop.vault.case_cards import Whose, new_case
from desktop.vault.cases import CaseKeys, SealedText
from desktop.vault.drops import room_left
from desktop.vault.refusals import SealBroken

__all__ = ["CROWDED", "StillReadable", "TrayService", "WorryRoom", "room_left"]

# A tray this full is flooded, or nobody reads it: both must be said.
CROWDED = 200


class StillReadable(DeskError):
    """A worry that can be read is answered, not thrown away."""

    sentence = mark("This worry can be read. Take it into a case.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorryRoom:
    """A compartment to which a worry can be told; where nobody receives them yet, one speaks to the coordination."""

    code: str
    name: str
    receives: bool


class TrayService:
    """Keep the tray of a compartment usable."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def crowded(self, compartment_code: str) -> bool:
        """Say whether so many worries wait that the holders must be warned.

        Raises:
            NotFound: no such compartment.
            NotGranted: one does not hold it.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            room = held_compartment(self._desk, look, compartment_code)
            count: int = look.scalar(sa.select(sa.func.count()).where(ROWS.c.compartment_id == room))
        return count >= CROWDED

    def rooms(self) -> list[WorryRoom]:
        """Give the compartments to which a worry can be told, by name, and whether somebody receives them."""
        with self._desk.read(Permission.DROP_IN) as look:
            rows = look.rows(sa.select(Compartment.id, Compartment.code, Compartment.label_fr, Compartment.label_en))
            born = self._desk.keys.ledger.cards
        named = [(row.label_fr if language() == "fr" else row.label_en, row) for row in rows]
        return [WorryRoom(code=row.code, name=name, receives=row.id in born) for name, row in sorted(named, key=_name)]

    def hold(self, text: str) -> bytes:
        """Seal words not sent yet to their author, for the program to hold in memory over a lock.

        Nothing of them is written: a row or a journal line would tell who was about to raise a worry.
        """
        with self._desk.read(Permission.DROP_IN):
            return self._desk.keys.draft(self._unsent(), text.encode())

    def held(self, sealed: bytes) -> str:
        """Give back the words that `hold` sealed for the same person, or nothing where they open no more."""
        with self._desk.read(Permission.DROP_IN):
            try:
                return self._desk.keys.read_draft(self._unsent(), sealed).decode()
            except SealBroken:
                return ""

    def accept_into_new(self, tray_id: UUID, person_code: str) -> UUID:
        """Open a case of one's own about a person and take a worry into it, in one act; gives the case.

        Raises:
            NotFound: no such person.
            NotGranted: there is no such worry, or one does not hold its compartment.
            SealBroken: the worry was made up or altered.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            row, case = waiting(work, tray_id), uuid7()
            one = PeopleService(self._desk).file(person_code).summary
            work.sign(case, "card", new_case(work.keys, case, row.compartment_id, Whose(one.id, one.code, one.name)))
            work.trace("open case", "case", case)
            text = SealedText(kind=NOTE, person_at_writing=str(one.id), content=taken(self._desk, row))
            key = work.insert(SealedItem, **CaseKeys(work.keys).seal(case, uuid7(), work.now.date(), text))
            take_out(work, tray_id, key)
        return case

    def discard(self, tray_id: UUID) -> None:
        """Throw away a worry that was set aside: it does not open, or floods the tray and was looked at.

        Raises:
            NotGranted: there is no such worry, or one does not hold its compartment.
            StillReadable: it opens and belongs to no flood.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            row = waiting(work, tray_id)
            if set_aside(self._desk, work, row) is WorryState.READABLE:
                raise StillReadable
            work.run(sa.delete(ROWS).where(ROWS.c.id == tray_id))
            work.trace("discard worry", "compartment", row.compartment_id)

    def _unsent(self) -> UUID:
        return named_key("draft", "worry", self._desk.member.id)


def _name(named: tuple[str, Any]) -> str:
    return named[0]
