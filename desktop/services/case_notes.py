"""Notes in sealed cases: written once, added to, read back with what is missing among them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from desktop.models.sealed import SealedItem
from desktop.services.case_access import seal_row
from desktop.services.drafts import drop_draft
from desktop.services.note_content import NoteContent, read_content, write_content
from desktop.services.sealed_rows import SealedRow, lost, sealed_rows
from desktop.services.staff_names import account_names
from desktop.storage.unit_of_work import Desk, Reading, UnitOfWork
from desktop.vault.refusals import NotGranted

NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it is read back, its author proved; an addendum or a changed plan names the note it follows.

    `raised_by` is who dropped a worry in, where the note is one that its author took into the case.
    """

    id: UUID
    day: date
    author: str
    content: NoteContent
    addendum_to: UUID | None
    raised_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The notes of a case, the oldest first; `altered` ones do not open, `lost` texts are named by others and gone."""

    notes: tuple[Note, ...]
    altered: tuple[UUID, ...]
    lost: int


def write(
    desk: Desk, work: UnitOfWork, case: UUID, content: NoteContent, addendum_to: UUID | None, draft: UUID | None
) -> UUID:
    """Seal a note; the draft it was written from goes in the same act.

    Raises:
        NotGranted: one does not hold the case, or it has no such note to follow.
    """
    if addendum_to is not None and not _has(work, case, addendum_to):
        raise NotGranted
    key = seal_row(desk, work, SealedItem, case, write_content(content), kind=NOTE, addendum_to=addendum_to)
    if draft is not None:
        drop_draft(work, draft)
    return key


def case_file(desk: Desk, look: Reading, case: UUID) -> CaseFile:
    """Read a case; what was altered or deleted behind the program's back is told, and keeps nobody from the rest.

    Raises:
        NotGranted: one does not hold the case.
    """
    rows = sealed_rows(desk.keys, look, case)
    accounts = account_names(look)
    names = {kid: accounts.get(str(uid), "") for kid, uid in desk.keys.ledger.people.items()}
    return CaseFile(
        notes=tuple(note for one in rows if (note := _note(one, names, accounts)) is not None),
        altered=tuple(one.row.id for one in rows if one.text is None),
        lost=lost(rows),
    )


def _has(work: UnitOfWork, case: UUID, note: UUID) -> bool:
    return bool(work.scalar(sa.select(SealedItem.id).where(SealedItem.id == note, SealedItem.case_id == case)))


def _note(one: SealedRow, names: dict[bytes, str], accounts: dict[str, str]) -> Note | None:
    if one.text is None or one.text.kind != NOTE:
        return None
    content, old = one.text.content, one.text.addendum_to
    return Note(
        id=one.row.id,
        day=one.row.day,
        author=names.get(one.row.author_kid, ""),
        content=read_content(content),
        addendum_to=UUID(old) if old else None,
        raised_by=accounts.get(str(content.get("dropped_by", "")), ""),
    )
