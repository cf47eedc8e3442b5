"""The tray: bad worries are set aside, floods are seen by the holders, a full tray is said."""

from contextlib import closing
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.accounts import Journal
from desktop.models.base import table_of
from desktop.models.sealed import Draft, TrayItem
from desktop.services.cases import CaseService, WorryState
from desktop.services.tray import CROWDED, StillReadable, TrayService
from desktop.services.worries import NobodyHolds
from desktop.storage.opening import OpenVault
from desktop.vault.drops import DAILY
from desktop.vault.refusals import NotGranted, SealBroken, TooManyDrops
from tests.centres import TestCentre
from tests.services.test_cases import person_of

ROWS = table_of(TrayItem)


def behind(vault: OpenVault, statement: sa.Executable) -> None:
    """Touch the database as somebody with the data key and no program would."""
    with vault.engines.writer.begin() as connection:
        connection.execute(statement)


def drop(centre: TestCentre, login: str, *texts: str) -> None:
    """Let somebody drop worries in, in one sitting."""
    with closing(centre.open(login)) as vault:
        for text in texts:
            CaseService(vault.desk).drop_in("social", text)


def test_a_bad_worry_is_set_aside_and_the_others_are_read(centre: TestCentre) -> None:
    drop(centre, "seydou", "one", "two")
    with closing(centre.open("mariam")) as vault:
        cases, tray = CaseService(vault.desk), TrayService(vault.desk)
        first, second = cases.tray("social")
        behind(vault, ROWS.update().where(ROWS.c.id == first.id).values(sealed=bytes(4144)))
        copy = {"id": uuid4(), "compartment_id": sa.select(ROWS.c.compartment_id).limit(1).scalar_subquery()}
        behind(vault, ROWS.insert().values(copy | {"kv": 1, "day": second.day, "sealed": b"\0"}))
        told = {worry.id: worry for worry in cases.tray("social")}
        bad = [worry for worry in told.values() if worry.state is WorryState.UNREADABLE]
        assert {worry.id for worry in bad} == {first.id, copy["id"]}
        assert {(worry.text, worry.by) for worry in bad} == {("", "")}
        assert told[second.id] == second
        case = cases.open_case(person_of(vault), "social").id
        with pytest.raises(SealBroken):
            cases.accept_drop(first.id, case)
        with pytest.raises(StillReadable):
            tray.discard(second.id)
        tray.discard(first.id)
        with pytest.raises(NotGranted):
            tray.discard(first.id)
        assert first.id not in [worry.id for worry in cases.tray("social")]


def test_a_worry_copied_under_another_key_is_set_aside(centre: TestCentre) -> None:
    drop(centre, "seydou", "once")
    with closing(centre.open("mariam")) as vault:
        (real,) = CaseService(vault.desk).tray("social")
        columns = [ROWS.c.compartment_id, ROWS.c.kv, ROWS.c.day, ROWS.c.sealed]
        again = sa.select(sa.literal(uuid4(), ROWS.c.id.type), *columns)
        behind(vault, ROWS.insert().from_select(["id", "compartment_id", "kv", "day", "sealed"], again))
        states = {worry.id: worry.state for worry in CaseService(vault.desk).tray("social")}
    assert states.pop(real.id) is WorryState.READABLE
    assert list(states.values()) == [WorryState.UNREADABLE]


def test_a_flood_is_stopped_in_a_sitting_and_seen_across_sittings(centre: TestCentre) -> None:
    with pytest.raises(TooManyDrops):
        drop(centre, "seydou", *["flood"] * (DAILY + 1))
    drop(centre, "seydou", "more", "more")
    drop(centre, "fanta", "a real one")
    with closing(centre.open("mariam")) as vault:
        told = CaseService(vault.desk).tray("social")
    assert len(told) == DAILY + 3
    flood = [worry for worry in told if worry.state is WorryState.FLOOD]
    assert [worry.by for worry in flood] == ["Seydou"] * 2
    assert {worry.text for worry in flood} <= {"flood", "more"}
    assert [worry.text for worry in told if worry.by == "Fanta"] == ["a real one"]
    kept = next(worry for worry in told if worry.by == "Seydou" and worry.state is WorryState.READABLE)
    with closing(centre.open("mariam")) as vault:
        tray, case = TrayService(vault.desk), CaseService(vault.desk)
        with pytest.raises(StillReadable):
            tray.discard(kept.id)
        for worry in flood:
            tray.discard(worry.id)
        left = case.tray("social")
    assert len(left) == DAILY + 1
    assert {worry.state for worry in left} == {WorryState.READABLE}


def test_a_crowded_tray_is_said_to_its_holders_only(centre: TestCentre) -> None:
    drop(centre, "seydou", "x")
    with closing(centre.open("mariam")) as vault:
        tray = TrayService(vault.desk)
        row = {"compartment_id": sa.select(ROWS.c.compartment_id).limit(1).scalar_subquery(), "kv": 1,
               "day": vault.desk.keys.today, "sealed": b"x"}  # fmt: skip
        for waiting in range(1, CROWDED):
            assert waiting != CROWDED - 1 or not tray.crowded("social")
            behind(vault, ROWS.insert().values(row | {"id": UUID(int=waiting)}))
        assert tray.crowded("social")
    with closing(centre.open("sira")) as vault, pytest.raises(NotGranted):
        TrayService(vault.desk).crowded("social")
    with closing(centre.open("fanta")) as vault, pytest.raises(NotAllowed):
        TrayService(vault.desk).crowded("social")


def test_a_worry_leaves_no_trace_of_its_author(centre: TestCentre) -> None:
    drop(centre, "seydou", "quiet")
    with closing(centre.open("mariam")) as vault, vault.engines.reader.begin() as look:
        columns = [row[1] for row in look.exec_driver_sql("PRAGMA table_info(tray_item)")]
        line = look.exec_driver_sql(
            "SELECT actor, hex(session), object_id, detail FROM journal WHERE action = 'drop in'"
        ).one()
        key: UUID = look.execute(sa.select(ROWS.c.id)).scalar_one()
    assert sorted(columns) == ["compartment_id", "day", "id", "kv", "sealed"]
    assert tuple(line) == (None, "", "", "")
    assert key.version == 4


def test_a_compartment_without_holder_says_whom_to_see(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault, pytest.raises(NobodyHolds):
        CaseService(vault.desk).drop_in("clinical", "x")


def test_words_held_over_a_lock_open_for_their_author_alone_and_leave_no_row(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        lines = sa.select(sa.func.count()).select_from(table_of(Journal))
        with vault.engines.reader.begin() as look:
            before = look.scalar(lines)
        sealed = TrayService(vault.desk).hold("zzunsent é")
        with vault.engines.reader.begin() as look:
            assert look.scalar(lines) == before
            assert look.scalar(sa.select(sa.func.count()).select_from(table_of(Draft))) == 0
        assert b"zzunsent" not in sealed
        assert TrayService(vault.desk).held(sealed) == "zzunsent é"
        assert TrayService(vault.desk).held(sealed[:-1] + bytes([sealed[-1] ^ 1])) == ""
    with closing(centre.open("mariam")) as vault:
        assert TrayService(vault.desk).held(sealed) == ""
