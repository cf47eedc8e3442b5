"""Who sees what of a case: by its owner, supervisor, cover, team, other members, and everybody else."""

from contextlib import closing
from datetime import timedelta

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.services.case_holders import CaseHolderService, HeldElsewhere
from desktop.services.cases import CaseAccess, CaseService, WorryState
from desktop.services.compartments import CompartmentService
from desktop.services.tray import TrayService, room_left
from desktop.services.worries import WorryTooLong
from desktop.vault.refusals import NotGranted, SealBroken
from tests.centres import TestCentre, symbols
from tests.services.test_cases import NOTE, person_of
from tests.services.test_tray import ROWS, behind

OWN, SUPERVISED, COVER, TEAM = CaseAccess


@pytest.mark.parametrize("access", [*CaseAccess, None])
def test_each_sees_what_the_key_gives(centre: TestCentre, access: CaseAccess | None) -> None:
    with closing(centre.open("mariam")) as vault:
        rooms, cases = CompartmentService(vault.desk), CaseService(vault.desk)
        rooms.grant("social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"]))
        rooms.let_team_read("social", on=access is TEAM)
        code, today = person_of(vault), vault.desk.keys.today
        case = cases.open_case(code, "social", centre.uids["sira"] if access is SUPERVISED else None).id
        if access is COVER:
            cases.cover(case, centre.uids["sira"], today, today + timedelta(3))
        if access is OWN:
            CaseHolderService(vault.desk).hand_over(case, centre.uids["sira"])
        else:
            cases.write_note(case, NOTE)
    with closing(centre.open("sira")) as vault:
        lines, elsewhere = CaseService(vault.desk).cases(), CaseHolderService(vault.desk).elsewhere()
    if access is None:
        assert (lines, elsewhere) == ([], [HeldElsewhere(compartment="social", owner="Mariam")])
        return
    (line,) = lines
    assert (elsewhere, line.access, line.person_code) == ([], access, code)
    assert line.owner == ("Sira" if access is OWN else "Mariam")
    assert line.supervisor == ("Sira" if access is SUPERVISED else "")
    assert line.until == (today + timedelta(3) if access is COVER else None)
    assert line.last_note == (None if access is OWN else today)
    assert line.led is (access in {OWN, SUPERVISED})


def test_to_whoever_is_no_member_a_case_does_not_even_exist(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        CaseService(vault.desk).open_case(person_of(vault), "social")
        assert CaseHolderService(vault.desk).elsewhere() == []
    with closing(centre.open("sira")) as vault:
        holders = CaseHolderService(vault.desk)
        assert holders.elsewhere() == []
        with pytest.raises(NotGranted):
            holders.colleagues("social")
        with pytest.raises(NotFound):
            holders.colleagues("nowhere")
    with closing(centre.open("awa")) as vault:
        holders = CaseHolderService(vault.desk)
        for refused in (holders.elsewhere, lambda: holders.colleagues("social")):
            with pytest.raises(NotAllowed):
                refused()


def test_the_colleagues_of_a_compartment_are_its_other_members(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        holders = CaseHolderService(vault.desk)
        assert holders.colleagues("social") == []
        CompartmentService(vault.desk).grant(
            "social", centre.uids["sira"], seen=symbols(vault.desk, centre.uids["sira"])
        )
        (sira,) = holders.colleagues("social")
    assert (sira.uid, sira.name) == (centre.uids["sira"], "Sira")


def test_a_worry_opens_a_case_in_one_act(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        for text in ("alone", "bad"):
            CaseService(vault.desk).drop_in("social", text)
    with closing(centre.open("mariam")) as vault:
        cases, tray, code = CaseService(vault.desk), TrayService(vault.desk), person_of(vault)
        sound, bad = sorted(cases.tray("social"), key=lambda worry: worry.text)
        behind(vault, ROWS.update().where(ROWS.c.id == bad.id).values(sealed=bytes(4144)))
        with pytest.raises(NotFound):
            tray.accept_into_new(sound.id, "BKO-26-00000-X")
        with pytest.raises(SealBroken):
            tray.accept_into_new(bad.id, code)
        assert (cases.cases(), len(cases.tray("social"))) == ([], 2)
        case = tray.accept_into_new(sound.id, code)
        assert [(line.id, line.person_code, line.mine) for line in cases.cases()] == [(case, code, True)]
        (note,) = cases.notes(case)
        assert (note.content.text, note.raised_by) == ("alone", "Seydou")
        assert [worry.state for worry in cases.tray("social")] == [WorryState.UNREADABLE]
        with pytest.raises(NotGranted):
            tray.accept_into_new(sound.id, code)
    with closing(centre.open("mariam")) as vault:
        assert CaseService(vault.desk).notes(case)[0].content.text == "alone"
    with closing(centre.open("sira")) as vault, pytest.raises(NotGranted):
        TrayService(vault.desk).accept_into_new(bad.id, code)
    with closing(centre.open("awa")) as vault, pytest.raises(NotAllowed):
        TrayService(vault.desk).accept_into_new(bad.id, code)


def test_everybody_learns_which_compartments_receive_worries(centre: TestCentre) -> None:
    with closing(centre.open("fanta")) as vault:
        rooms = TrayService(vault.desk).rooms()
    assert len(rooms) == 4
    assert [room.code for room in rooms if room.receives] == ["social"]


@pytest.mark.parametrize("sign", ["a", "é", '"', "ɛ", "\n"])
def test_the_room_left_is_told_to_the_byte(centre: TestCentre, sign: str) -> None:
    text = ""
    while room_left(text + sign) >= 0:
        text += sign * max(1, room_left(text) // 8)
    with closing(centre.open("fanta")) as vault:
        cases = CaseService(vault.desk)
        cases.drop_in("social", text)
        with pytest.raises(WorryTooLong):
            cases.drop_in("social", text + sign)
