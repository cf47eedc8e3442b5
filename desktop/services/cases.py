"""Follow-up: sealed cases, the notes in them, and cover (`product.md` 5)."""

from datetime import date
from uuid import UUID

from desktop.models.keys import uuid7
from desktop.rights import Permission
from desktop.services import case_notes, worries
from desktop.services.account_kid import account_kid
from desktop.services.case_access import readable_case, readable_cases
from desktop.services.case_lines import CaseAccess, CaseLine
from desktop.services.case_notes import CaseFile, Note
from desktop.services.compartment_keys import compartment_key
from desktop.services.note_content import NoteContent
from desktop.services.people import PeopleService
from desktop.services.worries import Worry, WorryState
from desktop.storage.unit_of_work import Desk
from desktop.vault.case_cards import Whose, cover, new_case

__all__ = ["CaseAccess", "CaseFile", "CaseLine", "CaseService", "Note", "NoteContent", "Worry", "WorryState"]


class CaseService:
    """Write and read in the cases one holds a key to; without the key a case does not exist."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_case(self, person_code: str, compartment_code: str, supervisor: UUID | None = None) -> CaseLine:
        """Open a case of one's own about a person; a supervisor named at once receives its key.

        Raises:
            NotFound: no such person, compartment or account.
            NotGranted: one does not hold the compartment.
            ChainBroken: the supervisor is no member of the compartment.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            room, case = compartment_key(work, compartment_code), uuid7()
            one = PeopleService(self._desk).file(person_code).summary
            over = account_kid(self._desk, supervisor) if supervisor else b""
            work.sign(case, "card", new_case(self._desk.keys, case, room, Whose(one.id, one.code, one.name), over))
            work.trace("open case", "case", case)
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return readable_case(self._desk, look, case)

    def case(self, case_id: UUID) -> CaseLine:
        """Give one case that one can read today.

        Raises:
            NotGranted: one does not hold it.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return readable_case(self._desk, look, case_id)

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
            TooLong: the sealed text would pass 16 MiB.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            key = case_notes.write(self._desk, work, case_id, content, addendum_to, draft)
            work.trace("write note", "sealed_item", key)
        return key

    def notes(self, case_id: UUID) -> list[Note]:
        """Give the notes of a case, the oldest first; `file` tells as well which were altered or deleted.

        Raises:
            NotGranted: one does not hold the case.
        """
        return list(self.file(case_id).notes)

    def file(self, case_id: UUID) -> CaseFile:
        """Give the notes of a case, and what was altered or deleted behind the program's back.

        Raises:
            NotGranted: one does not hold the case.
        """
        with self._desk.read(Permission.WORK_ON_CASES) as look:
            return case_notes.case_file(self._desk, look, case_id)

    def cover(self, case_id: UUID, uid: UUID, first: date, last: date) -> None:
        """Lend a case to a colleague of its compartment for some days, both included.

        Raises:
            NotFound: no such account.
            NotGranted: one does not hold the case.
            ChainBroken: the colleague may not receive it.
        """
        with self._desk.begin(Permission.WORK_ON_CASES) as work:
            kid = account_kid(self._desk, uid)
            work.sign(case_id, "grant", cover(self._desk.keys, case_id, kid, first, last))
            work.trace("cover case", "case", case_id)

    def drop_in(self, compartment_code: str, text: str) -> None:
        """Drop a worry into a compartment, without a trace of who did.

        Raises:
            NotFound: no such compartment.
            NobodyHolds: it has no holder yet.
            WorryTooLong: the text does not fit.
            TooManyDrops: this sitting dropped in as many as a day takes.
        """
        worries.drop_in(self._desk, compartment_code, text)

    def tray(self, compartment_code: str) -> list[Worry]:
        """Give the worries that wait in a compartment; bad ones are listed and set aside.

        Raises:
            NotFound: no such compartment.
            NotGranted: one does not hold it.
        """
        return worries.worries(self._desk, compartment_code)

    def accept_drop(self, tray_id: UUID, case_id: UUID) -> UUID:
        """Take a worry into a case as a note; it leaves the tray in the same act.

        Raises:
            NotGranted: there is no such worry, or one does not hold its compartment or the case.
            SealBroken: the worry was made up or altered.
        """
        return worries.accept(self._desk, tray_id, case_id)
