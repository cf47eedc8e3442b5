"""A correction that was begun comes back to its author after a kill, and to nobody else."""

from contextlib import closing
from dataclasses import replace

import pytest
import sqlalchemy as sa

from desktop.errors import NotAllowed
from desktop.models.base import table_of
from desktop.models.sealed import Draft
from desktop.rights import Permission
from desktop.services.file_drafts import FileDraftService
from desktop.services.person_changes import PersonChange
from desktop.storage.opening import OpenVault
from desktop.vocabulary import Sex
from tests.centres import TestCentre

CODE = "BKO-26-00001-X"
CHANGE = PersonChange(
    given_names="zzgiven", family_name="KEITA", sex=Sex.MALE, birth="vers 2004", nationality="", languages="", phone="7"
)


def _journal(vault: OpenVault) -> list[str]:
    with vault.engines.reader.begin() as look:
        return list(look.exec_driver_sql("SELECT action FROM journal WHERE object_type = 'draft'").scalars())


def test_what_was_typed_comes_back_in_another_sitting_and_the_last_words_win(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        drafts = FileDraftService(vault.desk)
        drafts.keep(CODE, 3, replace(CHANGE, family_name="K"))
        drafts.keep(CODE.lower(), 3, CHANGE)
        assert _journal(vault) == ["begin draft"]
    with closing(centre.open("seydou")) as vault:
        kept = FileDraftService(vault.desk).kept(CODE)
        assert kept is not None
        assert (kept.change, kept.seen_version) == (CHANGE, 3)
        assert FileDraftService(vault.desk).kept("BKO-26-00002-X") is None


def test_a_colleague_finds_no_draft_and_no_word_of_it_lies_in_the_file(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        FileDraftService(vault.desk).keep(CODE, 1, CHANGE)
        with vault.engines.reader.begin() as look:
            blob: bytes = look.execute(sa.select(table_of(Draft).c.blob)).scalar_one()
        assert b"zzgiven" not in blob
    with closing(centre.open("mariam")) as vault:
        drafts = FileDraftService(vault.desk)
        assert drafts.kept(CODE) is None
        drafts.discard(CODE)
    with closing(centre.open("seydou")) as vault:
        assert FileDraftService(vault.desk).kept(CODE) is not None


def test_a_discarded_draft_is_gone(centre: TestCentre) -> None:
    with closing(centre.open("seydou")) as vault:
        drafts = FileDraftService(vault.desk)
        drafts.keep(CODE, 1, CHANGE)
        drafts.discard(CODE)
        assert drafts.kept(CODE) is None
        assert _journal(vault) == ["begin draft", "discard draft"]


@pytest.mark.parametrize("inside", [b"no json", b"{}", b'{"seen_version": 1, "change": {"sex": "x"}}'])
def test_a_draft_that_says_something_else_is_none(centre: TestCentre, inside: bytes) -> None:
    with closing(centre.open("seydou")) as vault:
        drafts = FileDraftService(vault.desk)
        drafts.keep(CODE, 1, CHANGE)
        with vault.desk.read(Permission.EDIT_PEOPLE) as look:
            key = look.scalar(sa.select(table_of(Draft).c.id))
        assert vault.desk.keep_draft(Permission.EDIT_PEOPLE, key, lambda: inside)
        assert drafts.kept(CODE) is None


def test_whoever_corrects_no_file_keeps_none(centre: TestCentre) -> None:
    with closing(centre.open("fanta")) as vault:
        drafts = FileDraftService(vault.desk)
        with pytest.raises(NotAllowed):
            drafts.keep(CODE, 1, CHANGE)
        with pytest.raises(NotAllowed):
            drafts.kept(CODE)
        with pytest.raises(NotAllowed):
            drafts.discard(CODE)
