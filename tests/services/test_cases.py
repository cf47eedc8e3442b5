"""Notes, drafts, cover and worries: read by whoever holds the key and by nobody else."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.base import now
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role
from desktop.services.cases import CaseService, NoteContent
from desktop.services.compartments import CompartmentService
from desktop.services.new_people import NewPerson
from desktop.services.people import PeopleService
from desktop.services.worries import WorryTooLong
from desktop.storage.opening import OpenVault
from desktop.vault.refusals import NotGranted
from tests.centres import TestCentre, symbols
from tests.conftest import DeskFor

MARKER = "zanzibar-marqueur-7731"
NOTE = NoteContent(kind="interview", title="First talk", text=f"She said {MARKER}.")


def person_of(vault: OpenVault) -> str:
    """Write somebody down and give their code."""
    people = PeopleService(vault.desk)
    with vault.desk.read(Permission.USE_PROGRAM) as look:
        site = look.scalar(sa.select(Site.id))
    people.add(NewPerson(given_names="Kadia", family_name="Diarra"), site)
    return people.search("Kadia")[0].code


def _as(centre: TestCentre, login: str) -> closing[OpenVault]:
    return closing(centre.open(login))


def test_a_note_is_read_back_by_its_owner_and_an_addendum_names_the_old_one(centre: TestCentre) -> None:
    with _as(centre, "mariam") as vault:
        cases, code = CaseService(vault.desk), person_of(vault)
        line = cases.open_case(code, "social")
        assert (line.person_code, line.name, line.mine) == (code, "Kadia Diarra", True)
        first = cases.write_note(line.id, NOTE)
        second = cases.write_note(line.id, NoteContent(kind="interview", title="", text="Later"), addendum_to=first)
        with pytest.raises(NotGranted):
            cases.write_note(line.id, NOTE, addendum_to=uuid7())
    with _as(centre, "mariam") as vault:
        cases = CaseService(vault.desk)
        read = cases.notes(line.id)
        assert cases.cases() == [replace(line, last_note=read[1].day)]
    assert [(one.id, one.addendum_to, one.author) for one in read] == [
        (first, None, "Mariam"),
        (second, first, "Mariam"),
    ]
    assert read[0].content == NOTE


def test_for_everybody_else_the_case_does_not_exist(centre: TestCentre) -> None:
    with _as(centre, "mariam") as vault:
        case = CaseService(vault.desk).open_case(person_of(vault), "social").id
        CaseService(vault.desk).write_note(case, NOTE)
    with _as(centre, "sira") as vault:
        cases = CaseService(vault.desk)
        assert cases.cases() == []
        for refused in (lambda: cases.notes(case), lambda: cases.write_note(case, NOTE)):
            with pytest.raises(NotGranted):
                refused()
        with pytest.raises(NotGranted):
            cases.open_case(person_of(vault), "social")
    with _as(centre, "awa") as vault, pytest.raises(NotAllowed):
        CaseService(vault.desk).notes(case)
    with _as(centre, "awa") as vault, pytest.raises(NotGranted):
        vault.desk.keys.versioned(case)


@pytest.mark.parametrize(("first", "last", "opens"), [(-2, -1, False), (0, 0, True), (-1, 1, True), (1, 3, False)])
def test_cover_opens_within_its_days_only(centre: TestCentre, first: int, last: int, *, opens: bool) -> None:
    with _as(centre, "mariam") as vault:
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
        cases = CaseService(vault.desk)
        case = cases.open_case(person_of(vault), "social").id
        cases.write_note(case, NOTE)
        today = vault.desk.keys.today
        cases.cover(case, centre.uids["sira"], today + timedelta(first), today + timedelta(last))
        with pytest.raises(NotFound):
            cases.cover(case, uuid7(), today, today)
    with _as(centre, "sira") as vault:
        cases = CaseService(vault.desk)
        assert [(one.id, one.mine) for one in cases.cases()] == ([(case, False)] if opens else [])
        if opens:
            assert cases.notes(case)[0].content == NOTE
        else:
            with pytest.raises(NotGranted):
                cases.notes(case)


def test_a_worry_is_read_by_holders_and_moves_into_a_case(centre: TestCentre) -> None:
    with _as(centre, "seydou") as vault:
        CaseService(vault.desk).drop_in("social", "Something is wrong")
        with pytest.raises(WorryTooLong):
            CaseService(vault.desk).drop_in("social", "a" * 4000)
        with pytest.raises(NotFound):
            CaseService(vault.desk).drop_in("nowhere", "x")
    with _as(centre, "sira") as vault, pytest.raises(NotGranted):
        CaseService(vault.desk).tray("social")
    with _as(centre, "mariam") as vault:
        cases = CaseService(vault.desk)
        (waiting,) = cases.tray("social")
        assert (waiting.text, waiting.by, waiting.id.version) == ("Something is wrong", "Seydou", 4)
        case = cases.open_case(person_of(vault), "social").id
        cases.accept_drop(waiting.id, case)
        assert cases.tray("social") == []
        (note,) = cases.notes(case)
        assert (note.content.text, note.author, note.raised_by) == ("Something is wrong", "Mariam", waiting.by)
        assert waiting.by not in {"", "Mariam"}
        with pytest.raises(NotGranted):
            cases.accept_drop(waiting.id, case)
        with vault.engines.reader.begin() as look:
            actors = look.exec_driver_sql("SELECT actor, object_id FROM journal WHERE action = 'drop in'").all()
    assert [tuple(one) for one in actors] == [(None, "")]


ACTS: list[Callable[[CaseService], object]] = [
    lambda cases: cases.open_case("BKO-26-00001-A", "social"),
    lambda cases: cases.cases(),
    lambda cases: cases.write_note(uuid7(), NOTE),
    lambda cases: cases.notes(uuid7()),
    lambda cases: cases.cover(uuid7(), uuid7(), now().date(), now().date()),
    lambda cases: cases.tray("social"),
    lambda cases: cases.accept_drop(uuid7(), uuid7()),
]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", [Role.COORDINATION, Role.RECEPTION, Role.ACTIVITIES, Role.MONITORING])
def test_roles_without_cases_are_refused(desk_for: DeskFor, role: Role, act: Callable[[CaseService], object]) -> None:
    with pytest.raises(NotAllowed) as refused:
        act(CaseService(desk_for(role)))
    assert refused.value.details["permission"] is Permission.WORK_ON_CASES
