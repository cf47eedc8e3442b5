"""Who holds a case: its owner, its supervisor, and the cases whose key must be renewed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.rights import Permission
from desktop.services.case_access import CaseLine, readable_cases
from desktop.services.cases import account_kid
from desktop.storage.unit_of_work import Desk
from desktop.vault.case_cards import next_card
from desktop.vault.due import DueReason, due_cases

__all__ = ["CaseHolderService", "DueCase", "DueReason"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueCase:
    """A case whose key no longer lies with those who should hold it, and why."""

    case: CaseLine
    reasons: tuple[DueReason, ...]


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
