"""Follow-up: sealed cases, the notes in them, unfinished texts and cover (`product.md` 5)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import NotFound
from desktop.models.accounts import Staff
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.models.sealed import Draft, SealedItem, TrayItem
from desktop.rights import Permission
from desktop.services.case_access import CaseLine, readable_case, readable_cases, seal_row
from desktop.services.people import PeopleService
from desktop.services.tray import Worry, compartment_key, drop, worries, worry
from desktop.storage.chain_rows import store
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vault.cases import CaseKeys
from desktop.vault.records import Record
from desktop.vault.refusals import NotGranted

_SCHEMA = "note/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContent:
    """What somebody writes in a case."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note as it is read back, its author proved; an addendum names the note it adds to."""

    id: UUID
    day: date
    author: str
    content: NoteContent
    addendum_to: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLine:
    """One's own unfinished text."""

    id: UUID
    saved_at: datetime
    text: str


class CaseService:
    """Write and read in the cases one holds a key to; without the key a case does not exist."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_case(self, person_code: str, compartment_code: str) -> CaseLine:
        """Open a case of one's own about a person.

        Raises:
            NotFound: no such person or compartment.
            NotGranted: one does not hold the compartment.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            room, case = compartment_key(work, compartment_code), uuid7()
            one = PeopleService(self._desk).file(person_code).summary
            at = work.now.isoformat()
            _write(self._desk, work, CaseKeys(self._desk.keys).new_case(case, room, one.id, one.code, one.name, at))
            work.trace("open case", "case", case)
            return readable_case(self._desk, work, case)

    def cases(self) -> list[CaseLine]:
        """Give the cases one can read today, by name."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return readable_cases(self._desk, look)

    def write_note(
        self, case_id: UUID, content: NoteContent, addendum_to: UUID | None = None, draft: UUID | None = None
    ) -> UUID:
        """Seal a note in a case; the draft it was written from goes in the same act.

        Raises:
            NotGranted: one does not hold the case, or it has no such note to add to.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            if addendum_to is not None and not _has(work, case_id, addendum_to):
                raise NotGranted
            key = _note(self._desk, work, case_id, asdict(content) | {"addendum_to": addendum_to and str(addendum_to)})
            if draft is not None:
                drafts = table_of(Draft)
                work.run(sa.delete(drafts).where(drafts.c.id == draft, drafts.c.staff_id == self._desk.member.id))
            work.trace("write note", "sealed_item", key)
        return key

    def notes(self, case_id: UUID) -> list[Note]:
        """Give the notes of a case, the oldest first.

        Raises:
            NotGranted: one does not hold the case.
            SealBroken: a note was altered or moved.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            self._desk.keys.case_key(case_id)
            question = sa.select(SealedItem.__table__).where(SealedItem.case_id == case_id)
            rows = look.rows(question.order_by(SealedItem.day, SealedItem.id))
            names = {row.id: row.name for row in look.rows(sa.select(Staff.id, Staff.name))}
        return [note for row in rows if (note := _read(self._desk, row, names)) is not None]

    def save_draft(self, text: str, draft_id: UUID | None = None) -> UUID:
        """Keep an unfinished text, readable to oneself alone.

        Raises:
            NotGranted: one has no such draft.
        """
        key, drafts = draft_id or uuid7(), table_of(Draft)
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            values = {"saved_at": work.now, "blob": self._desk.keys.draft(key, text.encode())}
            mine = (drafts.c.id == key) & (drafts.c.staff_id == self._desk.member.id)
            if draft_id is None:
                work.insert(Draft, id=key, staff_id=self._desk.member.id, **values)
            elif not work.run(sa.update(drafts).where(mine).values(values)):
                raise NotGranted
            work.trace("save draft", "draft", key)
        return key

    def drafts(self) -> list[DraftLine]:
        """Give one's own unfinished texts, the latest first."""
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            mine = sa.select(Draft.__table__).where(Draft.staff_id == self._desk.member.id)
            rows = look.rows(mine.order_by(Draft.saved_at.desc(), Draft.id))
        keys = self._desk.keys
        return [DraftLine(id=r.id, saved_at=r.saved_at, text=keys.read_draft(r.id, r.blob).decode()) for r in rows]

    def cover(self, case_id: UUID, uid: UUID, first: date, last: date) -> None:
        """Lend a case to a colleague of its compartment for some days, both included.

        Raises:
            NotFound: no such account.
            NotGranted: one does not hold the case.
            ChainBroken: the colleague may not receive it.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            cert = self._desk.keys.ledger.certs.get(uid)
            if cert is None:
                raise NotFound(code=uid)
            at = work.now.isoformat()
            _write(self._desk, work, CaseKeys(self._desk.keys).cover(case_id, cert.card.kid, first, last, at))
            work.trace("cover case", "case", case_id)

    def drop_in(self, compartment_code: str, text: str) -> None:
        """Drop a worry into a compartment, without a trace of who did.

        Raises:
            NotFound: no such compartment.
            NotGranted: it has no holder yet.
            WorryTooLong: the text does not fit.
        """
        drop(self._desk, compartment_code, text)

    def tray(self, compartment_code: str) -> list[Worry]:
        """Give the worries that wait in a compartment.

        Raises:
            NotFound: no such compartment.
            NotGranted: one does not hold it.
        """
        return worries(self._desk, compartment_code)

    def accept_drop(self, tray_id: UUID, case_id: UUID) -> UUID:
        """Take a worry into a case as a note; it leaves the tray in the same act.

        Raises:
            NotGranted: there is no such worry, or one does not hold its compartment or the case.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            read = worry(self._desk, work, tray_id)
            content = {"kind": "worry", "title": "", "text": read["text"], "dropped_by": read["by_id"]}
            key = _note(self._desk, work, case_id, content | {"addendum_to": None})
            tray = table_of(TrayItem)
            work.run(sa.delete(tray).where(tray.c.id == tray_id))
            # The worry's own key is not named: beside the note it would tell which case it went to.
            work.trace("accept worry", "sealed_item", key)
        return key


def _write(desk: Desk, work: UnitOfWork, record: Record) -> None:
    desk.keys.ledger.apply(record)
    store(work.connection, record)


def _note(desk: Desk, work: UnitOfWork, case: UUID, content: dict[str, Any]) -> UUID:
    person = readable_case(desk, work, case).person
    return seal_row(desk, work, SealedItem, case, {"schema": _SCHEMA, "person_at_writing": str(person)} | content)


def _has(work: UnitOfWork, case: UUID, note: UUID) -> bool:
    return bool(work.scalar(sa.select(SealedItem.id).where(SealedItem.id == note, SealedItem.case_id == case)))


def _read(desk: Desk, row: Any, names: dict[UUID, str]) -> Note | None:
    content = CaseKeys(desk.keys).open(row)
    if content.get("schema") != _SCHEMA:
        return None
    cert, old = desk.keys.ledger.cert_of(row.author_kid), content["addendum_to"]
    return Note(
        id=row.id,
        day=row.day,
        author=names.get(cert.uid, "") if cert else "",
        content=NoteContent(kind=content["kind"], title=content["title"], text=content["text"]),
        addendum_to=UUID(old) if old else None,
    )
