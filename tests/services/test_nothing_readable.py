"""With the data key but no grant, nothing that was sealed can be read anywhere: no cell, no copy, no file."""

import base64
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.models.base import now
from desktop.models.people import Person
from desktop.rights import Permission
from desktop.services.case_holders import CaseHolderService
from desktop.services.cases import CaseService, NoteContent
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.services.drafts import DraftContent, DraftService
from desktop.services.referrals import ReferralPlan, ReferralService
from desktop.storage.backup import back_up
from desktop.storage.engine import open_raw
from desktop.storage.opening import OpenVault
from desktop.vault.device import open_device
from desktop.vault.identity import Identity
from desktop.vocabulary.referrals import ReferralState, Urgency
from tests.centres import TestCentre, let_in, root_of
from tests.services.test_cases import person_of

MARKER = "zanzibar-marqueur-7731"
SEALED = {"sealed_item", "referral", "referral_event", "letter", "draft", "tray_item", "key_record"}


@dataclass(frozen=True)
class Written:
    """What was written, and where it lies."""

    database: Path
    key: bytes
    copy: Path
    person: UUID


def cells(database: Path, key: bytes) -> dict[str, list[bytes]]:
    """Read every cell of every table with the raw data key alone."""
    with closing(open_raw(database, key)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [
                cell if isinstance(cell, bytes) else str(cell).encode()
                for row in connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of tables
                for cell in row
            ]
            for name in names
        }


def seal_everything(vault: OpenVault, sira: UUID, letter: Path) -> None:
    """Write the marker into everything that is sealed, and renew the key over it."""
    cases, referrals, today = CaseService(vault.desk), ReferralService(vault.desk), vault.desk.keys.today
    let_in(vault.desk, sira)
    case = cases.open_case(person_of(vault), "social").id
    DraftService(vault.desk).save(DraftContent(case=case, note=NoteContent(kind=MARKER, title=MARKER, text=MARKER)))
    cases.drop_in("social", MARKER)
    cases.drop_in("social", MARKER)
    note = cases.write_note(case, NoteContent(kind=MARKER, title=MARKER, text=MARKER))
    cases.write_note(case, NoteContent(kind=MARKER, title=MARKER, text=MARKER), note)
    cases.accept_drop(cases.tray("social")[0].id, case)
    cases.cover(case, sira, today, today + timedelta(1))
    CaseHolderService(vault.desk).name_supervisor(case, sira)
    DirectoryService(vault.desk).add(ServiceEntry(code="CSREF", organisation="Centre VI", name="Consultation"))
    plan = ReferralPlan(case_id=case, service_code="CSREF", urgency=Urgency.HOURS_72, reason=MARKER, requested=MARKER,
                        vital_reason=MARKER, approved_by=MARKER)  # fmt: skip
    number = referrals.write(plan)
    referrals.letter(number, letter)
    assert letter.read_bytes().startswith(b"%PDF")
    referrals.set_state(number, ReferralState.LOST, MARKER)


@pytest.fixture
def written(
    centre: TestCentre, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Written:
    """Give a vault in which everything sealed holds the marker, and its backup."""
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    with closing(centre.open("mariam")) as vault:
        seal_everything(vault, centre.uids["sira"], tmp_path_factory.mktemp("paper") / "letter.pdf")
        database, key = vault.folder / f"data-{vault.headers.current().n}.db", bytes(bytearray(vault.headers.dek))
        copy, _ = back_up(database, key, tmp_path / "backups", now())
        with vault.desk.read(Permission.USE_PROGRAM) as look:
            person: UUID = look.scalar(sa.select(Person.id))
    return Written(database, key, copy / database.name, person)


def test_the_marker_stands_in_no_cell_of_the_database_or_its_backup(written: Written) -> None:
    for database in (written.database, written.copy):
        read = cells(database, written.key)
        assert {name for name in SEALED if not read[name]} == set()
        assert any(b"Kadia" in cell for cell in read["person"])
        holding = {name for name, found in read.items() if any(MARKER.encode() in cell for cell in found)}
        assert holding == set()
        assert {name for name, found in read.items() if any(b"%PDF" in cell for cell in found)} == set()


def test_whose_case_it_is_stands_in_no_sealed_row_and_no_line_of_the_journal_beside_it(written: Written) -> None:
    read = cells(written.database, written.key)
    spellings = (written.person.bytes, str(written.person).encode(), written.person.hex.encode(), b"Kadia")
    for table in SEALED:
        assert [cell for cell in read[table] for spelling in spellings if spelling in cell] == []


def test_the_seeds_of_the_device_and_of_the_root_stand_in_no_cell_and_no_file(
    centre: TestCentre, written: Written, tmp_path: Path
) -> None:
    read = [cell for path in (written.database, written.copy) for found in cells(path, written.key).values()
            for cell in found]  # fmt: skip
    read += [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    with closing(centre.open("awa")) as vault:
        device, root = vault.headers.current().vault, root_of(vault.desk)
        seeds = (open_device(vault.desk.keys.org, vault.desk.keys.card(device), root).seed, root.seed)
    # Their public halves lie where the seeds are looked for: the search would find them.
    assert all(any(base64.b64encode(Identity(seed).card.x) in cell for cell in read) for seed in seeds)
    spelled = [one for seed in seeds for one in (seed, seed.hex().encode(), base64.b64encode(seed))]
    assert [cell for cell in read for one in spelled if one in cell] == []


def test_the_marker_stands_in_no_file(written: Written, tmp_path: Path) -> None:
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {written.database, written.copy} <= set(files)
    assert [path for path in files if MARKER.encode() in path.read_bytes()] == []


def test_the_marker_is_found_where_it_may_be_read(centre: TestCentre, written: Written) -> None:
    assert written.person
    with closing(centre.open("sira")) as vault:
        cases = CaseService(vault.desk)
        (case,) = cases.cases()
        assert [note.content.text for note in cases.notes(case.id)] == [MARKER] * 3
        assert [worry.text for worry in cases.tray("social")] == [MARKER]
