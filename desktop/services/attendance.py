"""Taking attendance: a sheet opens ready to mark, and a mark is on disk when it is answered."""

from uuid import UUID

from desktop.models.activity import Attendance, Session
from desktop.rights import Permission
from desktop.services import roster
from desktop.services.anonymous import add_number, join_number
from desktop.services.fills import Filled, clear_untouched, fill
from desktop.services.marks import Mark, find_line, write_mark
from desktop.services.sessions import SessionLine, one_session
from desktop.services.sheet_lines import AttendanceLine, Sheet, line_of, read_sheet
from desktop.services.sheet_rules import editable, given_reason, refuse_counting
from desktop.services.who_came import find_person, stay_at
from desktop.storage.unit_of_work import Desk, UnitOfWork
from desktop.vocabulary import AttendanceStatus, MarkSource, SessionOutcome, Sex

__all__ = ["AttendanceLine", "AttendanceService", "Filled", "Sheet"]


class AttendanceService:
    """Read and fill in attendance sheets."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_sheet(self, code: str) -> Sheet:
        """Give the sheet of a session, its roster in step with the house.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            session = one_session(look, code)
            changes = roster.compare(look, session.id)
        if changes.changes and self._desk.may(Permission.MARK_ATTENDANCE) and not session.closed:
            with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
                roster.write(work, roster.compare(work, session.id))
        with self._desk.read(Permission.SEE_ATTENDANCE) as look:
            return read_sheet(look, code)

    def mark(
        self,
        line: UUID,
        status: AttendanceStatus | None,
        *,
        source: MarkSource = MarkSource.KEYS,
        reason: str | None = None,
    ) -> None:
        """Write down whether somebody came, or with None that it is not known; the last answer stands.

        Raises:
            NotFound: no such line.
            SheetLocked: the sheet is closed and no reason is given.
            SessionOff: the session is a draft, cancelled or did not take place.
            NotBegun: somebody would have come before the day of the session.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            editable(work, find_line(work, line), status, reason)
            write_mark(work, line, Mark(status, source, reason))
            work.trace("mark attendance", "attendance", line, ["status"])

    def mark_by_code(self, session: str, person: str, status: AttendanceStatus) -> UUID:
        """Mark whoever a code, a wristband number or a name means, and give their line; who is not on it walked in.

        Raises:
            NotFound: no such session or person.
            SeveralPeople: more than one person in the house bears the name.
            SheetLocked: the sheet is closed.
            SessionOff: the session is a draft, cancelled or did not take place.
            NotBegun: somebody would have come before the day of the session.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, status)
            canon = find_person(work, sheet, person)
            line = line_of(work, sheet.id, canon)
            if line is None:
                line, source = _add_line(work, sheet, canon)
            else:
                source = MarkSource.KEYS
            write_mark(work, line, Mark(status, source))
            work.trace("mark attendance", "attendance", line, ["status"])
        return line

    def walk_in(self, session: str, person: str) -> UUID:
        """Mark somebody present who is not on the roster, and give their line; refuses as `mark_by_code`.

        Raises:
            DeskError: the session or the person cannot be marked.
        """
        return self.mark_by_code(session, person, AttendanceStatus.PRESENT)

    def fill_unmarked(self, session: str, status: AttendanceStatus = AttendanceStatus.PRESENT) -> Filled:
        """Give every unmarked listed line one status; lines that are marked stay as they are.

        Raises:
            NotFound: no session has this code.
            SheetLocked: the sheet is closed.
            SessionOff: the session is a draft, cancelled or did not take place.
            NotBegun: somebody would have come before the day of the session.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, status)
            return fill(work, sheet.id, status)

    def undo_fill(self, act: UUID) -> int:
        """Take back the marks of a fill that nobody touched since, and say how many.

        Raises:
            NotFound: no sheet was filled by this act.
            SheetLocked: the sheet was closed since.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            return clear_untouched(work, act)

    def add_anonymous(self, session: str, sex: Sex = Sex.UNKNOWN) -> str:
        """Mark somebody present who gives no name, and give the number they can be joined by.

        Raises:
            NotFound: no session has this code.
            SheetLocked: the sheet is closed.
            SessionOff: the session is a draft, cancelled or did not take place.
            NotBegun: somebody would have come before the day of the session.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, AttendanceStatus.PRESENT)
            return add_number(work, sheet.id, sex)

    def join_anonymous(self, session: str, label: str, person: str | None) -> None:
        """Say who an anonymous number was, or with None take it back.

        Raises:
            NotFound: no such session, number or person.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            editable(work, sheet.id, None)
            join_number(work, sheet.id, label, find_person(work, sheet, person) if person else None)

    def close_sheet(self, session: str) -> None:
        """Close a sheet once its report is made; later corrections give a reason.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            work.change(Session, sheet.id, closed_at=work.now)
            work.trace("close sheet", "session", sheet.id, ["closed_at"])

    def did_not_take_place(self, session: str, reason: str) -> None:
        """Say that a planned session was not held, and why.

        Raises:
            NotFound: no session has this code.
            NoReason: the reason is empty.
            HasMarks: people are marked as having come.
        """
        with self._desk.begin(Permission.MARK_ATTENDANCE) as work:
            sheet = one_session(work, session)
            refuse_counting(work, sheet.id)
            work.change(
                Session, sheet.id, outcome=SessionOutcome.DID_NOT_TAKE_PLACE, cancel_reason=given_reason(reason)
            )
            work.trace("did not take place", "session", sheet.id, ["outcome", "cancel_reason"])


def _add_line(work: UnitOfWork, sheet: SessionLine, person: UUID) -> tuple[UUID, MarkSource]:
    """Write the line of somebody: expected, if the sheet was only not opened yet, else a walk-in."""
    stay = stay_at(work, sheet, person)
    listed = any(expected == person for expected, _ in roster.compare(work, sheet.id).arrived)
    key = roster.attendance_key(sheet.id, person)
    work.insert(Attendance, id=key, session_id=sheet.id, person_id=person, stay_id=stay, listed=listed)
    return key, MarkSource.KEYS if listed else MarkSource.WALK_IN
