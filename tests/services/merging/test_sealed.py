"""What is sealed follows the person too: cases, their notes and referrals, for whoever holds the key."""

from contextlib import closing

import sqlalchemy as sa

from desktop.models.centre import Site
from desktop.rights import Permission
from desktop.services.case_holders import CaseHolderService
from desktop.services.cases import CaseService
from desktop.services.merging import MergingService
from desktop.services.new_people import NewPerson
from desktop.services.people import PeopleService
from desktop.services.referrals import ReferralService
from desktop.storage.opening import OpenVault
from tests.centres import TestCentre
from tests.services.test_cases import NOTE
from tests.services.test_referrals import _case, _plan


def _second(vault: OpenVault) -> str:
    people = PeopleService(vault.desk)
    with vault.desk.read(Permission.SEE_PEOPLE) as look:
        site = look.scalar(sa.select(Site.id))
    people.add(NewPerson(given_names="Kadiatou"), site)
    return people.search("Kadiatou")[0].code


def test_cases_notes_and_referrals_stand_under_the_merged_file_and_apart_again(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        cases, referrals, merging = CaseService(vault.desk), ReferralService(vault.desk), MergingService(vault.desk)
        case = _case(vault)
        note = cases.write_note(case.id, NOTE)
        number = referrals.write(_plan(case.id, vital="zzdanger", by="Awa"))
        kept = _second(vault)
        for merge, code in ((True, kept), (False, case.person_code)):
            if merge:
                merging.merge(kept, case.person_code)
            else:
                merging.unmerge(case.person_code)
            assert [line.person_code for line in cases.cases()] == [code]
            assert [one.id for one in cases.notes(case.id)] == [note]
            assert [(line.number, line.person_code) for line in referrals.referrals()] == [(number, code)]
            assert {one.case.person_code for one in CaseHolderService(vault.desk).due()} <= {code}
