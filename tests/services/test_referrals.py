"""Referrals go out under consent or a vital interest, and a reprint is the very file."""

import json
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa

from desktop.cli import main
from desktop.errors import NotAllowed, NotFound
from desktop.i18n import language, use_language
from desktop.models.accounts import VaultMeta
from desktop.models.base import now
from desktop.models.centre import Site
from desktop.models.keys import uuid7
from desktop.rights import Permission, Role
from desktop.services.case_lines import CaseLine
from desktop.services.cases import CaseService
from desktop.services.consents import Answer, ConsentService
from desktop.services.directory import DirectoryService, ServiceEntry
from desktop.services.person_changes import PersonChange, PersonChangeService
from desktop.services.referrals import (
    ConsentMissing,
    Coverage,
    PersonDetails,
    ReasonMissing,
    ReferralPlan,
    ReferralService,
    ReferralStep,
    StepRefused,
)
from desktop.services.referrals.steps import check_step
from desktop.storage.opening import OpenVault
from desktop.vault.refusals import NotGranted
from desktop.vocabulary import ConsentAnswer, ConsentPurpose, Sex
from desktop.vocabulary.referrals import NEXT_STATES, REFERRAL_WORDS, ReferralState, SharedItem, Urgency
from tests.centres import PASSWORD, TestCentre
from tests.conftest import DeskFor
from tests.services.test_cases import person_of

NAME, PHONE = SharedItem.NAME, SharedItem.PHONE
REFUSED_STEPS = [
    (before, after) for before in ReferralState for after in ReferralState if after not in NEXT_STATES[before]
]


def _case(vault: OpenVault) -> CaseLine:
    entry = ServiceEntry(code="CSREF", organisation="Centre VI", name="Consultation", landmark="Marché")
    DirectoryService(vault.desk).add(entry)
    return CaseService(vault.desk).open_case(person_of(vault), "social")


def _plan(case: UUID, *, vital: str = "", by: str = "", items: tuple[SharedItem, ...] = (NAME,)) -> ReferralPlan:
    return ReferralPlan(
        case_id=case,
        service_code="CSREF",
        urgency=Urgency.HOURS_72,
        reason="zzneed",
        items=items,
        vital_reason=vital,
        approved_by=by,
    )


def _consent(
    vault: OpenVault,
    person: UUID,
    *organisations: str,
    items: tuple[SharedItem, ...] = (NAME,),
    answer: ConsentAnswer = ConsentAnswer.GIVEN,
) -> None:
    said = Answer(
        purpose=ConsentPurpose.SHARING,
        answer=answer,
        said_at=now(),
        language="bambara",
        witness="Seydou",
        read_aloud=True,
        items=items,
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
            referrals.write(_plan(case.id, items=(NAME, PHONE)))
        assert referrals.referrals() == []
        first = referrals.write(_plan(case.id))
        assert first == f"REF-BKO-{now().year}-0001"
        assert referrals.write(_plan(case.id, items=(PHONE,), vital="bleeding", by="Awa")).endswith("-0002")


def test_what_consent_covers_is_told_for_each_organisation(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        assert referrals.coverage(case.id, "CSREF") == Coverage()
        _consent(vault, case.person, "Elsewhere")
        assert referrals.coverage(case.id, "CSREF") == Coverage(others=("Elsewhere",))
        _consent(vault, case.person, "Centre VI", items=(NAME, PHONE))
        assert referrals.coverage(case.id, "CSREF") == Coverage(said_on=now().date(), items=frozenset({NAME, PHONE}))
        _consent(vault, case.person, "Centre VI", answer=ConsentAnswer.WITHDRAWN)
        assert referrals.coverage(case.id, "CSREF") == Coverage()
        with pytest.raises(NotFound):
            referrals.coverage(case.id, "NOWHERE")
        case_id = case.id
    with closing(centre.open("sira")) as vault, pytest.raises(NotGranted):
        ReferralService(vault.desk).coverage(case_id, "CSREF")


def test_a_referral_is_late_until_somebody_received_it(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa"))
        after = referrals.referrals()[0].due_on + timedelta(1)
        assert referrals.referrals()[0].is_overdue(after)
        assert not referrals.referrals()[0].is_overdue(after - timedelta(1))
        referrals.set_state(number, ReferralState.SENT)
        assert referrals.referrals()[0].is_overdue(after)
        referrals.set_state(number, ReferralState.RECEIVED)
        assert not referrals.referrals()[0].is_overdue(after)


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


def test_every_state_has_its_words_and_closing_is_reached_from_everywhere() -> None:
    assert set(NEXT_STATES) == set(REFERRAL_WORDS) == set(ReferralState)
    for start in ReferralState:
        reached = {start}
        while more := {after for before in reached for after in NEXT_STATES[before]} - reached:
            reached |= more
        assert ReferralState.CLOSED in reached, start
    assert ReferralState.DRAFT not in {after for nexts in NEXT_STATES.values() for after in nexts}


@pytest.mark.parametrize(("before", "after"), REFUSED_STEPS)
def test_a_step_that_does_not_follow_is_refused_with_a_sentence(before: ReferralState, after: ReferralState) -> None:
    step = ReferralStep(state=before, at=now(), by="", reason="")
    with pytest.raises(StepRefused) as refusal:
        check_step([step], after)
    assert REFERRAL_WORDS[before] in refusal.value.explain()
    assert REFERRAL_WORDS[after] in refusal.value.explain()


def test_withdrawing_after_the_sending_keeps_what_was(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI")
        number = referrals.write(_plan(case.id))
        referrals.set_state(number, ReferralState.SENT)
        with pytest.raises(StepRefused):
            referrals.set_state(number, ReferralState.SENT)
        referrals.set_state(number, ReferralState.WITHDRAWN, "no longer wishes")
        with pytest.raises(StepRefused):
            referrals.set_state(number, ReferralState.ACCEPTED)
        steps = referrals.steps(number)
    assert [(step.state.value, step.by, step.reason) for step in steps] == [
        ("consent_obtained", "Mariam", ""),
        ("sent", "Mariam", ""),
        ("withdrawn", "Mariam", "no longer wishes"),
    ]


def test_nothing_is_sent_or_first_printed_once_consent_is_withdrawn(centre: TestCentre, tmp_path: Path) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI")
        printed, other = referrals.write(_plan(case.id)), referrals.write(_plan(case.id))
        referrals.letter(printed, tmp_path / "a.pdf")
        _consent(vault, case.person, answer=ConsentAnswer.WITHDRAWN)
        with pytest.raises(ConsentMissing):
            referrals.set_state(other, ReferralState.SENT)
        with pytest.raises(ConsentMissing):
            referrals.letter(other, tmp_path / "b.pdf")
        # What was printed before stays on the file.
        referrals.letter(printed, tmp_path / "c.pdf")
    assert not (tmp_path / "b.pdf").exists()
    assert (tmp_path / "c.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()


def _text(paper: Path) -> str:
    command = ["pdftotext", "-layout", str(paper), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_letter_tells_what_was_ticked_in_words_and_nothing_else(centre: TestCentre, tmp_path: Path) -> None:
    details = PersonDetails(safe_phone="70 11 22 33", companion="zzaunt", child_view="zzview")
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI", items=(NAME, PHONE))
        number = referrals.write(replace(_plan(case.id, items=(PHONE,)), details=details, given="zzgiven"))
        referrals.letter(number, tmp_path / "a.pdf")
    shown = _text(tmp_path / "a.pdf")
    assert "Information shared: file code, safe phone, reason and service requested, and nothing else." in shown
    assert "70 11 22 33" in shown
    assert case.person_code in shown
    for words in ("Kadia", "zzaunt", "zzview", "zzgiven"):
        assert words not in shown, words
    assert "Explained in bambara by Mariam" in shown
    assert "Witness: Seydou" in shown


def test_the_language_of_the_talk_stands_where_the_file_names_none(centre: TestCentre, tmp_path: Path) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI", items=(SharedItem.LANGUAGE,))
        number = referrals.write(_plan(case.id, items=(SharedItem.LANGUAGE,)))
        referrals.letter(number, tmp_path / "a.pdf")
    lines = [line.split() for line in _text(tmp_path / "a.pdf").splitlines() if line.startswith("Language")]
    assert lines == [["Language", "bambara"]] * 2


def test_a_duplicate_says_so_and_leaves_the_archive_alone(centre: TestCentre, tmp_path: Path) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa"))
        referrals.letter(number, tmp_path / "a.pdf")
        referrals.letter(number, tmp_path / "b.pdf", duplicate=True)
        shown = BytesIO()
        referrals.letter(number, shown)
    first, second = _text(tmp_path / "a.pdf"), _text(tmp_path / "b.pdf")
    assert shown.getvalue() == (tmp_path / "a.pdf").read_bytes()
    assert second.count("DUPLICATE") == first.count("\f") == 3
    assert "DUPLICATE" not in first
    assert second.replace("DUPLICATE", "").split() == first.split()


def test_a_look_at_a_letter_stores_nothing_and_uses_no_number(centre: TestCentre, tmp_path: Path) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        plan = _plan(case.id, vital="fever", by="Awa")
        for _ in range(2):
            referrals.preview(plan, tmp_path / "draft.pdf")
        draft = _text(tmp_path / "draft.pdf")
        assert "DRAFT" in draft
        assert referrals.referrals() == []
        assert referrals.write(plan).endswith("-0001")
        for refused in (_plan(case.id), replace(plan, reason=" ")):
            with pytest.raises((ConsentMissing, ReasonMissing)):
                referrals.preview(refused, tmp_path / "refused.pdf")
        assert not (tmp_path / "refused.pdf").exists()
        number = referrals.write(plan)
        assert number.endswith("-0002")
        referrals.letter(number, tmp_path / "letter.pdf")
        assert _text(tmp_path / "letter.pdf").replace(number, "DRAFT").split("Page")[0] == draft.split("Page")[0]


@pytest.mark.parametrize(("then", "today"), [("fr", "en"), ("en", "fr"), ("fr", "fr")])
def test_a_duplicate_says_what_the_original_said_whatever_changed_since(
    centre: TestCentre, tmp_path: Path, then: str, today: str
) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI", items=tuple(SharedItem))
        use_language(then)
        number = referrals.write(_plan(case.id, items=tuple(SharedItem)))
        referrals.letter(number, tmp_path / "a.pdf")
        _change_everything(vault, case)
        use_language(today)
        referrals.letter(number, tmp_path / "b.pdf", duplicate=True)
        assert language() == today
    first, second = _text(tmp_path / "a.pdf"), _text(tmp_path / "b.pdf")
    mark = {"fr": "DUPLICATA", "en": "DUPLICATE"}[then]
    assert second.count(mark) == first.count("\f") == 3
    assert second.replace(mark, "").split() == first.split()
    assert "zznew" not in second


def _change_everything(vault: OpenVault, case: CaseLine) -> None:
    """Give the person, the service, the site and the centre other names, and the service another address."""
    person = PersonChange(
        given_names="zznew", family_name="zznew", sex=Sex.UNKNOWN, birth=None, nationality="", languages="", phone=""
    )
    PersonChangeService(vault.desk).change(case.person_code, 1, person)
    directory = DirectoryService(vault.desk)
    directory.change(replace(directory.service("CSREF"), name="zznew", organisation="zznew", address="zznew", phone=""))
    with vault.desk.begin(Permission.USE_PROGRAM) as work:
        named = sa.update(VaultMeta).where(VaultMeta.name == "organisation")
        work.connection.execute(named.values(value=b"zznew"))
        work.connection.execute(sa.update(Site).values(name="zznew"))
        work.trace("rename", "centre", "zznew")


def test_a_numbers_row_has_no_gap_even_after_a_refusal(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        numbers = []
        for _ in range(3):
            numbers.append(referrals.write(_plan(case.id, vital="bleeding", by="Awa")))
            with pytest.raises(ConsentMissing):
                referrals.write(_plan(case.id))
    assert [number[-4:] for number in numbers] == ["0001", "0002", "0003"]


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
        lambda: referrals.preview(_plan(uuid7()), tmp_path / "a.pdf"),
        referrals.referrals,
        lambda: referrals.set_state("x", ReferralState.SENT),
        lambda: referrals.letter("x", tmp_path / "a.pdf"),
        lambda: referrals.steps("x"),
        lambda: referrals.blank_form(tmp_path / "a.pdf"),
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
    assert "DUPLICATE" not in _text(tmp_path / "l.pdf")
    assert main(["referral-letter", *signed, number, "--duplicate", "--pdf", str(tmp_path / "d.pdf")]) == 0
    assert "DUPLICATE" in _text(tmp_path / "d.pdf")
    assert main(["referral-letter", *signed, "--blank", "--pdf", str(tmp_path / "b.pdf")]) == 0
    assert "Referral form No." in _text(tmp_path / "b.pdf")
