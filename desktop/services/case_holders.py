"""Who holds a case: its owner, its supervisor, and the cases whose key must be renewed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.sealed import Compartment
from desktop.rights import Permission
from desktop.services.account_kid import account_kid
from desktop.services.case_access import opens, readable_cases
from desktop.services.case_lines import CaseLine
from desktop.services.compartment_keys import held_compartment
from desktop.services.staff_names import account_names, staff_names
from desktop.storage.unit_of_work import Desk
from desktop.vault.case_cards import next_card, standing
from desktop.vault.cases import CaseKeys
from desktop.vault.due import DueReason, due_cases

__all__ = ["CaseHolderService", "Colleague", "DueCase", "DueReason", "HeldElsewhere"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose key no longer lies with those who should hold it, and why."""

    case: CaseLine
    reasons: tuple[DueReason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldElsewhere:
    """A case that exists in a compartment one holds, and who holds it: nothing else is told without its key."""

    compartment: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A member of a compartment, to whom a case can be lent or handed over."""

    uid: UUID
    name: str


class CaseHolderService:
    """Say who holds a case, by new cards only: earlier notes stay with whoever could read them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def due(self) -> list[DueCase]:
        """Give one's own and one's supervised cases that need a new key; nobody else's are told."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            due = due_cases(self._desk.keys)
            cases = [line for line in readable_cases(self._desk, look) if line.id in due]
        return [DueCase(case=line, reasons=tuple(due[line.id])) for line in cases]

    def elsewhere(self) -> list[HeldElsewhere]:
        """Give the cases of one's compartments that one has no key to today: that they exist, and who holds them."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            keys, names = self._desk.keys, staff_names(self._desk, look)
            rooms = {row.id: row.code for row in look.rows(sa.select(Compartment.id, Compartment.code))}
            found = [one for one in CaseKeys(keys).cases() if not opens(self._desk, one.case)]
        held = [HeldElsewhere(compartment=rooms[one.compartment], owner=names.get(one.owner, "")) for one in found]
        return sorted(held, key=lambda one: (one.owner, one.compartment))

    def colleagues(self, compartment_code: str) -> list[Colleague]:
        """Give the other active members of a compartment, by name.

        Raises:
            NotFound: no such compartment.
            NotGranted: one does not hold it.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            keys = self._desk.keys
            room = keys.card(held_compartment(self._desk, look, compartment_code))
            names = account_names(look)
            others = [
                Colleague(uid=uid, name=names.get(str(uid), ""))
                for uid, cert in keys.ledger.certs.items()
                if uid != keys.uid and cert.what == "user" and standing(keys, room, cert.card.kid)
            ]
        return sorted(others, key=lambda one: (one.name, one.uid))

    def settle(self) -> int:
        """Renew the key of every case that is due, in one act, and say how many there were.

        Raises:
            ChainBroken: a card may not stand; nothing was changed.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            due = due_cases(self._desk.keys)
            for case in due:
                work.sign(case, "card", next_card(self._desk.keys, case))
                work.trace("renew case key", "case", case)
            if not due:
                work.trace("nothing due", "case")
        return len(due)

    def name_supervisor(self, case_id: UUID, uid: UUID | None) -> None:
        """Name the supervisor of a case, who receives its key, or none.

        Raises:
            NotFound: no such account.
            NotGranted: one does not hold the case.
            ChainBroken: one is neither owner nor supervisor, or the colleague is no member of the compartment.
        """
        self._renew(case_id, "name supervisor", lambda: {"supervisor": account_kid(self._desk, uid) if uid else b""})

    def hand_over(self, case_id: UUID, uid: UUID) -> None:
        """Give a case another owner; the former one reads no later note.

        Raises:
            NotFound: no such account.
            NotGranted: one does not hold the case.
            ChainBroken: one is neither owner nor supervisor, or the colleague is no member of the compartment.
        """
        self._renew(case_id, "hand case over", lambda: {"owner": account_kid(self._desk, uid)})

    def _renew(self, case: UUID, action: str, named: Callable[[], dict[str, Any]]) -> None:
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            work.sign(case, "card", next_card(self._desk.keys, case, **named()))
            work.trace(action, "case", case)
