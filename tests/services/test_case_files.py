"""What was deleted or altered behind the program's back is told, and keeps nobody from the rest of the case."""

from collections.abc import Iterator
from contextlib import closing
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.models.base import table_of
from desktop.models.people import Person
from desktop.models.sealed import Compartment, SealedItem
from desktop.rights import Permission
from desktop.services.cases import CaseService, NoteContent
from desktop.services.sealed_rows import sealed_rows
from desktop.storage.check import full_check
from desktop.storage.opening import OpenVault
from desktop.vault.padding import MAX_BLOB
from desktop.vault.refusals import TooLong
from tests.centres import TestCentre
from tests.services.test_cases import NOTE, person_of

ROWS = table_of(SealedItem)


@pytest.fixture
def vault(centre: TestCentre) -> Iterator[OpenVault]:
    """Sit mariam down."""
    with closing(centre.open("mariam")) as opened:
        yield opened


def said(text: str) -> NoteContent:
    """Give a note that says `text`."""
    return NoteContent(kind="free", title="", text=text)


def behind(vault: OpenVault, statement: sa.Executable) -> None:
    """Touch the database as somebody with the data key and no program would."""
    with vault.engines.writer.begin() as connection:
        connection.execute(statement)


def three_notes(vault: OpenVault) -> tuple[CaseService, UUID, list[UUID]]:
    """Open a case with three notes."""
    cases = CaseService(vault.desk)
    case = cases.open_case(person_of(vault), "social").id
    return cases, case, [cases.write_note(case, said(str(number))) for number in range(3)]


def test_a_whole_case_misses_nothing(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    file = cases.file(case)
    assert ([note.id for note in file.notes], file.altered, file.lost) == (notes, (), 0)


@pytest.mark.parametrize("which", [0, 1])
def test_a_deleted_note_is_missed(vault: OpenVault, which: int) -> None:
    cases, case, notes = three_notes(vault)
    behind(vault, ROWS.delete().where(ROWS.c.id == notes[which]))
    file = cases.file(case)
    assert (len(file.notes), file.lost) == (2, 1)
    cases.write_note(case, said("later"))
    assert cases.file(case).lost == 1


def test_the_last_note_deleted_is_missed_by_the_full_check(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    database, key = vault.folder / f"data-{vault.headers.current().n}.db", bytes(vault.headers.dek)
    assert full_check(database, key).outcome == "sound"
    behind(vault, ROWS.delete().where(ROWS.c.id == notes[2]))
    assert cases.file(case).lost == 0
    report = full_check(database, key)
    assert (report.sound, report.gone, report.outcome) == (True, 1, "gone")
    assert report.faults == ["1 sealed text that the journal names is gone."]


def test_an_altered_note_is_told_and_the_others_open(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    behind(vault, ROWS.update().where(ROWS.c.id == notes[1]).values(day=sa.func.date("2020-01-01")))
    file = cases.file(case)
    assert ([note.content.text for note in file.notes], file.altered) == (["0", "2"], (notes[1],))
    cases.write_note(case, said("goes on"))


@pytest.mark.parametrize("column", ["case_id", "compartment_id", "author_kid", "kv", "signature"])
def test_a_note_with_another_clear_column_does_not_open(vault: OpenVault, column: str) -> None:
    cases, case, notes = three_notes(vault)
    other = cases.open_case(person_of(vault), "social").id
    clinical = sa.select(table_of(Compartment).c.id).where(table_of(Compartment).c.code == "clinical")
    first = sa.select(ROWS.c.signature).where(ROWS.c.id == notes[0])
    made_up = {
        "case_id": other,
        "compartment_id": clinical.scalar_subquery(),
        "author_kid": bytes(32),
        "kv": 2,
        "signature": first.scalar_subquery(),
    }
    behind(vault, ROWS.update().where(ROWS.c.id == notes[1]).values({column: made_up[column]}))
    for one in (case, other):
        assert notes[1] not in [note.id for note in cases.file(one).notes]
    assert notes[1] in cases.file(other if column == "case_id" else case).altered


def test_two_successors_of_one_note_are_both_shown(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    plans = [cases.write_note(case, NoteContent(kind="plan", title="", text=text), notes[0]) for text in ("a", "b")]
    after = [note for note in cases.notes(case) if note.addendum_to == notes[0]]
    assert [(note.id, note.content.kind) for note in after] == [(plan, "plan") for plan in plans]


def test_a_note_too_long_to_seal_is_refused_with_a_sentence(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    with pytest.raises(TooLong):
        cases.write_note(case, said("x" * MAX_BLOB))
    assert len(cases.notes(case)) == len(notes)


def test_every_note_names_whose_case_it_was_and_what_came_before(vault: OpenVault) -> None:
    _, case, notes = three_notes(vault)
    with vault.desk.read(Permission.WORK_ON_CASES) as look:
        rows = sealed_rows(vault.desk.keys, look, case)
        person = look.scalar(sa.select(Person.id))
    texts = [one.text for one in rows if one.text]
    assert [text.person_at_writing for text in texts] == [str(person)] * len(notes)
    assert [list(text.after) for text in texts] == [[], [rows[0].hash], [rows[1].hash]]


def test_a_merged_file_still_opens_and_so_it_does_once_parted_again(vault: OpenVault) -> None:
    cases, case, notes = three_notes(vault)
    people = table_of(Person)
    with vault.engines.reader.begin() as look:
        row = look.execute(sa.select(people)).mappings().one()
    kept = UUID(int=row["id"].int + 1)
    copy = dict(row) | {"id": kept, "code": "BKO-26-99999-X", "canonical_id": kept}
    behind(vault, people.insert().values(copy))
    for root, code in ((kept, "BKO-26-99999-X"), (row["id"], row["code"])):
        behind(vault, people.update().where(people.c.id == row["id"]).values(canonical_id=root))
        assert [note.id for note in cases.notes(case)] == notes
        assert [line.person_code for line in cases.cases()] == [code]


def test_an_author_who_lost_their_password_is_still_named(centre: TestCentre, vault: OpenVault) -> None:
    keys = vault.desk.keys
    cases, case, _ = three_notes(vault)
    assert keys.ledger.people[keys.identity.kid] == centre.uids["mariam"]
    assert {note.author for note in cases.notes(case)} == {"Mariam"}
    assert NOTE.kind == "interview"
