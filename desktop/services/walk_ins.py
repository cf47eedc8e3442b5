"""Finding whom to add to a sheet while their name is typed."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from desktop.models.activity import Attendance
from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.people_pages import page_after
from desktop.services.people_search import Wanted
from desktop.services.sessions import one_session
from desktop.storage.unit_of_work import Desk, Reading
from desktop.vocabulary import Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may have come; `line` is their line where they are on the sheet already."""

    code: str
    name: str
    sex: Sex
    age: int | None
    line: UUID | None


class WalkInService:
    """Find those who came without being listed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def candidates(self, session: str, text: str, limit: int = 8) -> list[Candidate]:
        """Give those whose name or code begins as typed; who may not see people's files finds lodgers only.

        Raises:
            NotFound: no session has this code.
        """
        with self._desk.read(Permission.MARK_ATTENDANCE) as look:
            sheet = one_session(look, session)
            everybody = self._desk.may(Permission.SEE_PEOPLE)
            found = page_after(look, Wanted(text=text, in_house_only=not everybody), None, limit).lines
            lines = _lines(look, sheet.id, [one.id for one in found])
        return [
            Candidate(code=one.code, name=one.name, sex=one.sex, age=one.age, line=lines.get(one.id)) for one in found
        ]


def _lines(look: Reading, session: UUID, people: list[UUID]) -> dict[UUID, UUID]:
    own = aliased(Person)
    rows = look.rows(
        sa.select(own.canonical_id, Attendance.id)
        .join(own, own.id == sa.func.coalesce(Attendance.person_id, Attendance.joined_to))
        .where(
            Attendance.session_id == session,
            own.canonical_id.in_(people),
            Attendance.listed | Attendance.status.is_not(None),
        )
    )
    return {row.canonical_id: row.id for row in rows}
