"""Referrals go out under consent or a vital interest, and a reprint is the very file."""

import json
import subprocess
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from desktop.cli import main
from desktop.errors import NotAllowed, NotFound
from desktop.models.base import now
from desktop.models.keys import uuid7
from desktop.rights import Role
from desktop.services.case_access import CaseLine
from desktop.services.cases import CaseService
from desktop.services.consents import Answer, ConsentService
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.services.referrals import ConsentMissing, ReferralPlan, ReferralService
from desktop.storage.opening import OpenVault
from desktop.vocabulary import ConsentAnswer, ConsentPurpose, ReferralState, Urgency
from tests.centres import PASSWORD, TestCentre
from tests.conftest import DeskFor
from tests.services.test_cases import person_of


def _case(vault: OpenVault) -> CaseLine:
    entry = ServiceEntry(code="CSREF", organisation="Centre VI", name="Consultation", landmark="Marché")
    DirectoryService(vault.desk).add(entry)
    return CaseService(vault.desk).open_case(person_of(vault), "social")


def _plan(case: UUID, *, vital: str = "", by: str = "", items: tuple[str, ...] = ("name",)) -> ReferralPlan:
    return ReferralPlan(
        case_id=case,
        service_code="CSREF",
        urgency=Urgency.HOURS_72,
        reason="zzneed",
        items=items,
        vital_reason=vital,
        approved_by=by,
    )


def _consent(vault: OpenVault, person: UUID, *organisations: str) -> None:
    said = Answer(
        purpose=ConsentPurpose.SHARING,
        answer=ConsentAnswer.GIVEN,
        said_at=now(),
        items=("name",),
        organisations=organisations,
    )
    ConsentService(vault.desk).record(person, said)


def test_nothing_leaves_without_consent_for_that_organisation_and_those_items(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        for plan in (_plan(case.id), _plan(case.id, vital="bleeding"), _plan(case.id, by="Awa")):
            with pytest.raises(ConsentMissing):
                referrals.write(plan)
        _consent(vault, case.person, "Elsewhere")
        with pytest.raises(ConsentMissing):
            referrals.write(_plan(case.id))
        _consent(vault, case.person, "Centre VI")
        with pytest.raises(ConsentMissing):
            referrals.write(_plan(case.id, items=("name", "phone")))
        assert referrals.referrals() == []
        first = referrals.write(_plan(case.id))
        assert first == f"REF-BKO-{now().year}-0001"
        assert referrals.write(_plan(case.id, items=("phone",), vital="bleeding", by="Awa")).endswith("-0002")


def test_a_referral_is_listed_with_its_latest_state_for_its_reader_only(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa"))
        referrals.set_state(number, ReferralState.SENT)
        (line,) = referrals.referrals()
        assert (line.number, line.state, line.service) == (number, ReferralState.SENT, "Consultation")
        assert (line.person_code, line.name) == (case.person_code, "Kadia Diarra")
        assert (line.due_on - now().date()).days == 3
    with closing(centre.open("sira")) as vault:
        referrals = ReferralService(vault.desk)
        assert referrals.referrals() == []
        with pytest.raises(NotFound):
            referrals.set_state(number, ReferralState.CLOSED)
        with pytest.raises(NotFound):
            referrals.letter(number, centre.folder.parent / "a.pdf")
    assert not (centre.folder.parent / "a.pdf").exists()


def test_a_reprint_is_the_very_file_and_each_print_is_in_the_journal(centre: TestCentre, tmp_path: Path) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa"))
        with pytest.raises(FileNotFoundError):
            referrals.letter(number, tmp_path / "absent" / "a.pdf")
        referrals.letter(number, tmp_path / "a.pdf")
        referrals.letter(number, tmp_path / "b.pdf")
        with vault.engines.reader.begin() as look:
            lines = look.exec_driver_sql("SELECT count(*) FROM journal WHERE action = 'print referral letter'").scalar()
    assert lines == 3
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    command = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
    pages = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")
    assert "zzneed" in pages[0]
    assert "Kadia Diarra" in pages[0]
    assert "zzneed" not in pages[1]


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.RECEPTION, Role.MONITORING])
def test_roles_that_do_not_refer_are_refused(desk_for: DeskFor, role: Role, tmp_path: Path) -> None:
    referrals = ReferralService(desk_for(role))
    for act in (
        lambda: referrals.write(_plan(uuid7())),
        referrals.referrals,
        lambda: referrals.set_state("x", ReferralState.SENT),
        lambda: referrals.letter("x", tmp_path / "a.pdf"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_the_command_line_lists_referrals_and_writes_a_letter(
    centre: TestCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(centre.open("mariam")) as vault:
        case = _case(vault)
        number = ReferralService(vault.desk).write(_plan(case.id, vital="bleeding", by="Awa"))
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)
    signed = ["--vault", str(centre.folder), "--user", "mariam"]
    assert main(["referrals", *signed, "--json"]) == 0
    (line,) = json.loads(capsys.readouterr().out)
    assert set(line) == {"number", "state", "service", "urgency", "due_on", "person"}
    assert (line["number"], line["urgency"], line["person"]) == (number, "72h", case.person_code)
    assert main(["referral-letter", *signed, number, "--pdf", str(tmp_path / "l.pdf")]) == 0
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF")
