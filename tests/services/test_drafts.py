"""Drafts: their author's alone, kept without a line in the journal between their beginning and their end."""

from contextlib import closing

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.accounts import Journal
from desktop.models.base import table_of
from desktop.models.keys import uuid7
from desktop.models.sealed import Draft
from desktop.rights import Permission, Role
from desktop.services.cases import CaseService, NoteContent
from desktop.services.drafts import DraftContent, DraftService
from desktop.storage.opening import OpenVault
from desktop.storage.unit_of_work import Untraced
from desktop.vault.refusals import NotGranted, SealBroken
from tests.centres import TestCentre
from tests.conftest import DeskFor
from tests.services.test_cases import person_of

SOAP = NoteContent(kind="soap", title="Talk", text="", sections=(("subjective", "She s"), ("plan", "")))
DRAFT = DraftContent(case=uuid7(), note=SOAP, addendum_to=uuid7())


def journal(vault: OpenVault) -> list[str]:
    """Give the acts in the journal that name a draft, in their order."""
    lines = table_of(Journal)
    with vault.desk.read(Permission.USE_PROGRAM) as look:
        rows = look.rows(sa.select(lines.c.action).where(lines.c.object_type == "draft").order_by(lines.c.seq))
        return [row.action for row in rows]


def test_a_draft_comes_back_whole_and_to_its_author_alone(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        key = DraftService(vault.desk).save(DRAFT)
        locked = vault.desk.keys.draft(key, b"x")
    with closing(centre.open("mariam")) as vault:
        (kept,) = DraftService(vault.desk).own()
        assert (kept.id, kept.content) == (key, DRAFT)
    with closing(centre.open("sira")) as vault:
        drafts = DraftService(vault.desk)
        assert drafts.own() == []
        for refused in (lambda: drafts.save(DRAFT, key), lambda: drafts.discard(key)):
            with pytest.raises(NotGranted):
                refused()
        with pytest.raises(SealBroken):
            vault.desk.keys.read_draft(key, locked)


def test_saving_again_leaves_no_line_and_signing_or_discarding_does(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        drafts, cases = DraftService(vault.desk), CaseService(vault.desk)
        case = cases.open_case(person_of(vault), "social").id
        key = drafts.save(DRAFT)
        for text in ("She said", "She said it"):
            longer = DraftContent(case=case, note=NoteContent(kind="free", title="", text=text))
            assert drafts.save(longer, key) == key
        assert drafts.own()[0].content == longer
        assert journal(vault) == ["begin draft"]
        with pytest.raises(NotGranted):
            cases.write_note(uuid7(), SOAP, draft=key)
        assert len(drafts.own()) == 1
        note = cases.write_note(case, SOAP, draft=key)
        assert drafts.own() == []
        assert cases.notes(case)[0].id == note
        assert cases.notes(case)[0].content == SOAP
        drafts.discard(drafts.save(DRAFT))
        assert (journal(vault), drafts.own()) == (["begin draft", "begin draft", "discard draft"], [])
        with pytest.raises(NotGranted):
            drafts.save(DRAFT, key)


def test_the_quiet_door_lets_nothing_through_but_ones_own_draft(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        key = DraftService(vault.desk).save(DRAFT)
    with closing(centre.open("sira")) as vault:
        assert not vault.desk.keep_draft(Permission.WORK_ON_CASES, key, lambda: b"mine now")
        assert not vault.desk.keep_draft(Permission.WORK_ON_CASES, uuid7(), lambda: b"new")
        with pytest.raises(Untraced), vault.desk.begin(Permission.WORK_ON_CASES) as work:
            work.insert(Draft, id=uuid7(), staff_id=vault.desk.member.id, saved_at=work.now, blob=b"quiet")
        with vault.desk.read(Permission.WORK_ON_CASES) as look:
            assert look.scalar(sa.select(sa.func.count()).select_from(Draft)) == 1
    with closing(centre.open("seydou")) as vault, pytest.raises(NotAllowed):
        vault.desk.keep_draft(Permission.WORK_ON_CASES, key, lambda: b"x")
    with closing(centre.open("mariam")) as vault:
        assert DraftService(vault.desk).own()[0].content == DRAFT


def test_a_draft_that_says_something_else_is_left_out_and_the_others_come(centre: TestCentre) -> None:
    with closing(centre.open("mariam")) as vault:
        drafts = DraftService(vault.desk)
        odd, sound = drafts.save(DRAFT), drafts.save(DRAFT)
        for inside in (b"no json", b"{}", b'{"case": 1, "note": 2, "addendum_to": ""}'):
            vault.desk.keep_draft(Permission.WORK_ON_CASES, odd, lambda inside=inside: inside)  # type: ignore[misc]
            assert [one.id for one in drafts.own()] == [sound]


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.RECEPTION, Role.ACTIVITIES, Role.MONITORING])
def test_roles_without_cases_keep_no_drafts(desk_for: DeskFor, role: Role) -> None:
    drafts = DraftService(desk_for(role))
    for act in (
        drafts.own,
        lambda: drafts.save(DRAFT),
        lambda: drafts.save(DRAFT, uuid7()),
        lambda: drafts.discard(uuid7()),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.details["permission"] is Permission.WORK_ON_CASES
