"""Whatever hangs on a file is shown under the person it went into, and apart again after parting.

Every column of the models that leads to a person, or to a stay or return of theirs, has a reader here: a table that is
added without one fails the first test.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop.models.catalogue import METADATA
from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.attendance import AttendanceService
from desktop.services.convoys import ConvoyDeskService, ConvoyPeopleService
from desktop.services.look_alikes import LookAlikeQueueService, LookAlikeService
from desktop.services.merging import MergingService
from desktop.services.people import PeopleService
from desktop.services.person_page import PersonPageService
from desktop.services.planning import PlanningService
from desktop.services.timeline import EventKind
from desktop.storage.unit_of_work import Desk
from tests.services.house import MONDAY, board_of, make_house
from tests.services.merging.lived import Lived, close_older, live

Reader = Callable[[Lived, str], set[object]]
ROOTS = ("person", "stay", "return")
POINTER = "person.merged_into"


def _stays(lived: Lived, code: str) -> set[object]:
    return {replace(line, reason=None) for line in PersonPageService(lived.house.desk).stays(code)}


def _reasons(lived: Lived, code: str) -> set[object]:
    return {line.reason for line in PersonPageService(lived.house.desk).stays(code) if line.out_at}


def _events(lived: Lived, code: str, kind: EventKind) -> set[object]:
    return {one for one in PersonPageService(lived.house.desk).timeline(code, 100).events if one.kind is kind}


def _returns(lived: Lived, code: str) -> set[object]:
    return _events(lived, code, EventKind.RETURNED)


def _consents(lived: Lived, code: str) -> set[object]:
    return {line.purpose for line in PersonPageService(lived.house.desk).consents(code) if line.answer}


def _marks(lived: Lived, code: str) -> set[object]:
    return _events(lived, code, EventKind.MARKED)


def _sheets(lived: Lived, code: str) -> set[object]:
    """Give the sheets with a line that names somebody, numbers that were joined included."""
    service = AttendanceService(lived.house.desk)
    sessions = [line.code for line in PlanningService(lived.house.desk).sessions_of_week(MONDAY, "BKO")]
    return {one for one in sessions if code in {line.person_code for line in service.open_sheet(one).lines}}


def _names(lived: Lived, code: str) -> set[object]:
    people = PeopleService(lived.house.desk)
    said = ("keita moussa", "mousa keyita", "keyita")
    return {one for one in said if code in {person.code for person in people.search(one)}}


def _likenesses(lived: Lived, code: str) -> set[object]:
    sides = [(pair.older.code, pair.newer.code) for pair in LookAlikeQueueService(lived.house.desk).pairs()]
    return {lived.third for pair in sides if set(pair) == {code, lived.third}}


def _lists(lived: Lived, code: str) -> set[object]:
    """Give the imports whose lines brought somebody in who looks like this person."""
    alike = LookAlikeService(lived.house.desk)
    waiting = {one: alike.waiting(import_id=one) for one in lived.imports}
    both = {code, lived.third}
    return {one for one, pairs in waiting.items() for pair in pairs if {pair.known, pair.newcomer} == both}


def _beds(lived: Lived, code: str) -> set[object]:
    rooms = board_of(lived.house.desk, lived.house.site).rooms
    return {bed.label for room in rooms for bed in room.beds if bed.person and bed.person.code == code}


def _grid(lived: Lived, code: str) -> set[object]:
    """Give the convoys somebody stands in, by the grid."""
    convoys = [line.id for line in ConvoyDeskService(lived.house.desk).recent()]
    grid = ConvoyPeopleService(lived.house.desk)
    return {one for one in convoys if code in {line.code for line in grid.people(one)}}


READERS: dict[str, Reader] = {
    "attendance.joined_to": _marks,
    "attendance.person_id": _marks,
    "attendance.stay_id": _sheets,
    "consent.person_id": _consents,
    "consent.return_id": _consents,
    "departure.stay_id": _reasons,
    "look_alike.high": _likenesses,
    "look_alike.low": _likenesses,
    "manifest_line.person_id": _lists,
    "manifest_line.stay_id": _grid,
    "name_word.person_id": _names,
    "person_name.person_id": _names,
    "placement.stay_id": _beds,
    "return.person_id": _returns,
    "stay.person_id": _stays,
    "stay.return_id": _grid,
    "wristband.stay_id": _grid,
}


@pytest.fixture
def lived(desk: Desk) -> Lived:
    """Give two files of one person, each with a life at the centre; the newer one is in the house."""
    made = live(make_house(desk))
    close_older(made)
    return made


def test_every_column_that_leads_to_a_person_has_a_reader() -> None:
    leading = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table.name in ROOTS
    }
    assert leading - {POINTER} == set(READERS)


@pytest.mark.parametrize("column", READERS)
def test_what_hangs_on_a_file_is_shown_under_the_one_it_went_into_and_apart_again(lived: Lived, column: str) -> None:
    read, merging = READERS[column], MergingService(lived.house.desk)
    before = {code: read(lived, code) for code in (lived.older, lived.newer)}
    assert before[lived.newer]
    merging.merge(lived.older, lived.newer)
    together = read(lived, lived.older)
    assert together >= before[lived.newer]
    if read is not _consents:  # an answer given at an earlier return is no longer in force
        assert together >= before[lived.older]
    merging.unmerge(lived.newer)
    assert {code: read(lived, code) for code in before} == before


def test_a_merge_moves_no_row(lived: Lived) -> None:
    """Invariant 7 of `data-model.md`: only the pointer, its end and the words found from it change."""
    untouched = {table.name for table in METADATA.tables.values()} - {"person", "name_word", "act", "act_row"}
    untouched -= {"journal", "checkpoint"}
    before = {name: _content(lived.house.desk, name) for name in untouched}
    MergingService(lived.house.desk).merge(lived.older, lived.newer)
    assert {name: _content(lived.house.desk, name) for name in untouched} == before
    assert _pointers(lived.house.desk)[lived.newer] == lived.older


def _content(desk: Desk, name: str) -> list[str]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        return sorted(map(repr, look.rows(sa.select(METADATA.tables[name]))))


def _pointers(desk: Desk) -> dict[str, str]:
    with desk.read(Permission.SEE_PEOPLE) as look:
        rows = look.rows(sa.select(Person.id, Person.code, Person.canonical_id))
    codes = {row.id: row.code for row in rows}
    return {row.code: codes[row.canonical_id] for row in rows}
