"""Which sealed cases the signed-in person can read, and whose they are today."""

from typing import Any
from uuid import UUID

from desktop.models.base import Base
from desktop.models.keys import uuid7
from desktop.services.case_lines import CaseLine, case_lines
from desktop.services.sealed_rows import latest, sealed_rows
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.cases import CaseKeys, SealedText
from desktop.vault.refusals import NotGranted


def readable_cases(desk: Desk, look: Reading) -> list[CaseLine]:
    """Give the cases whose key opens today; a merged file shows as the one it went into."""
    found = [one for one in CaseKeys(desk.keys).cases() if opens(desk, one.case)]
    return sorted(case_lines(desk, look, found), key=lambda line: (line.name, line.person_code, line.id))


def readable_case(desk: Desk, look: Reading, case: UUID) -> CaseLine:
    """Give one case; without its key it does not exist.

    Raises:
        NotGranted: the reader holds no key to it today.
    """
    if not opens(desk, case):
        raise NotGranted
    return case_lines(desk, look, [CaseKeys(desk.keys).case(case)])[0]


def seal_row(
    desk: Desk,
    work: UnitOfWork,
    model: type[Base],
    case: UUID,
    content: dict[str, Any],
    *,
    kind: str = "",
    addendum_to: UUID | None = None,
    **clear: Any,
) -> UUID:
    """Seal a text in a case as a new row of `model`; `clear` are the columns that may stand open.

    Raises:
        NotGranted: the writer does not hold the case.
        TooLong: the sealed text would pass 16 MiB.
    """
    text = SealedText(
        kind=kind or model.__tablename__,
        person_at_writing=str(readable_case(desk, work, case).person),
        content=content,
        addendum_to=str(addendum_to) if addendum_to else "",
        after=latest(sealed_rows(desk.keys, work, case)),
    )
    row = CaseKeys(desk.keys).seal(case, uuid7(), work.now.date(), text)
    return work.insert(model, **row, **clear)


def opens(desk: Desk, case: UUID) -> bool:
    """Say whether the reader holds the key of a case today."""
    try:
        desk.keys.versioned(case)
    except NotGranted:
        return False
    return True
