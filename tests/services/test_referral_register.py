"""The register says what is awaited and late, a referral what was asked and what became of it."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed, NotFound
from desktop.models.base import now
from desktop.models.keys import uuid7
from desktop.models.partial_date import PartialDate
from desktop.models.people import Person
from desktop.rights import Permission, Role
from desktop.services.drafts import DraftService
from desktop.services.referrals import Coverage, PersonDetails, ReasonMissing, ReferralService
from desktop.vocabulary import Precision
from desktop.vocabulary.referrals import ReferralState, SharedItem, Urgency
from tests.centres import TestCentre
from tests.conftest import DeskFor
from tests.services.test_drafts import DRAFT, journal
from tests.services.test_referrals import NAME, PHONE, _case, _consent, _plan, _text

DAY = timedelta(1)


def test_a_letter_is_late_until_it_is_received_then_until_it_is_answered(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa"))
        line = referrals.referrals()[0]
        assert line.awaited_on == line.due_on
        assert [line.is_overdue(line.due_on + days * DAY) for days in (0, 1)] == [False, True]
        referrals.set_state(number, ReferralState.SENT)
        referrals.set_state(number, ReferralState.RECEIVED)
        line = referrals.referrals()[0]
        assert line.awaited_on == line.return_by == line.due_on + 7 * DAY
        assert [line.is_overdue(line.due_on + days * DAY) for days in (1, 7, 8)] == [False, False, True]
        referrals.set_state(number, ReferralState.SERVICE_RECEIVED)
        line = referrals.referrals()[0]
        assert line.awaited_on is None
        assert not line.is_overdue(line.due_on + 100 * DAY)


def test_the_first_awaited_come_first_and_the_ended_last(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        plan = _plan(case.id, vital="bleeding", by="Awa")
        urgencies = (Urgency.WEEKS_2, Urgency.HOURS_24, Urgency.HOURS_72, Urgency.HOURS_24)
        two_weeks, one_day, three_days, ended = (referrals.write(replace(plan, urgency=one)) for one in urgencies)
        referrals.set_state(ended, ReferralState.DECLINED)
        assert [line.number for line in referrals.referrals()] == [one_day, three_days, two_weeks, ended]


def test_a_referral_tells_what_was_asked_and_what_became_of_it_to_its_reader_only(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Centre VI")
        number = referrals.write(replace(_plan(case.id), requested="zzcare"))
        referrals.set_state(number, ReferralState.SENT, "by hand")
        file = referrals.referral(number)
        assert (file.reason, file.requested, file.landmark) == ("zzneed", "zzcare", "Marché")
        assert file.shared == ("name", "reason and service requested")
        assert file.basis.startswith("Consent of ")
        assert [file.line] == referrals.referrals()
        assert list(file.steps) == referrals.steps(number)
        with pytest.raises(NotFound):
            referrals.referral("REF-BKO-2026-9999")
    with closing(centre.open("sira")) as vault, pytest.raises(NotFound):
        ReferralService(vault.desk).referral(number)


def test_what_the_same_consent_lets_go_elsewhere_is_told(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        _consent(vault, case.person, "Elsewhere", "Third", items=(NAME, PHONE))
        assert referrals.coverage(case.id, "CSREF") == Coverage(others=("Elsewhere", "Third"))
        _consent(vault, case.person, "Elsewhere", "Centre VI")
        covered = referrals.coverage(case.id, "CSREF")
        assert (covered.items, covered.others) == (frozenset({NAME}), ("Elsewhere",))


@pytest.mark.parametrize(("birth", "line"), [
    (None, ["Age", "estimated"]),
    (PartialDate(date(1990, 1, 1), date(1990, 12, 31), Precision.YEAR), ["years", "old", "X", "estimated"]),
])  # fmt: skip
def test_an_age_nobody_knows_is_not_called_estimated(
    centre: TestCentre, tmp_path: Path, birth: PartialDate | None, line: list[str]
) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        if birth is not None:
            with vault.desk.begin(Permission.EDIT_PEOPLE) as work:
                values = {"birth_min": birth.min, "birth_max": birth.max, "birth_precision": birth.precision}
                work.run(sa.update(Person).where(Person.id == case.person).values(values))
                work.trace("edit")
        number = referrals.write(_plan(case.id, vital="bleeding", by="Awa", items=(SharedItem.AGE,)))
        referrals.letter(number, tmp_path / "a.pdf")
    told = next(one for one in _text(tmp_path / "a.pdf").splitlines() if one.startswith("Age")).replace(".", "")
    assert told.split()[-len(line) :] == line


@pytest.mark.parametrize("nothing", ["", "   "])
def test_a_letter_that_asks_for_nothing_takes_no_number(centre: TestCentre, nothing: str) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        plan = _plan(case.id, vital="bleeding", by="Awa")
        with pytest.raises(ReasonMissing):
            referrals.write(replace(plan, reason=nothing))
        assert referrals.write(plan).endswith("-0001")


def test_a_letter_that_was_begun_is_kept_for_its_author_until_it_is_written(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        referrals, case = ReferralService(vault.desk), _case(vault)
        details = PersonDetails(phone_hours="evenings", message_allowed=False)
        plan = replace(_plan(case.id, vital="bleeding", by="Awa"), details=details, return_by=now().date())
        referrals.keep_begun(replace(plan, reason=""))
        referrals.keep_begun(plan)
    with closing(centre.open("sira")) as vault:
        assert ReferralService(vault.desk).begun() is None
    with closing(centre.open("mariam")) as vault:
        referrals, drafts = ReferralService(vault.desk), DraftService(vault.desk)
        assert referrals.begun() == plan
        note = drafts.save(DRAFT)
        assert [one.id for one in drafts.own()] == [note]
        referrals.write(plan)
        assert referrals.begun() is None
        referrals.keep_begun(plan)
        referrals.keep_begun(None)
        assert referrals.begun() is None
        assert [one.id for one in drafts.own()] == [note]
        assert journal(vault) == ["begin draft", "begin draft", "begin draft", "discard draft"]


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.RECEPTION, Role.MONITORING])
def test_roles_that_do_not_refer_read_nothing(desk_for: DeskFor, role: Role) -> None:
    referrals = ReferralService(desk_for(role))
    with pytest.raises(NotAllowed):
        referrals.referral("x")
    with pytest.raises(NotAllowed):
        referrals.coverage(uuid7(), "x")
    with pytest.raises(NotAllowed):
        referrals.keep_begun(_plan(uuid7()))
    with pytest.raises(NotAllowed):
        referrals.begun()
