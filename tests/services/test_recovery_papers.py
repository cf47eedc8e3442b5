"""Recovery papers are set from memory, say what they open, and name nobody."""

import subprocess
from contextlib import closing
from io import BytesIO

import pytest

from desktop.errors import NotAllowed, NotFound
from desktop.i18n import use_language
from desktop.rights import Permission, Role
from desktop.services.recovery_papers import RecoveryPaperService
from desktop.services.rights_page import RightsPageService
from desktop.storage.opening import OpenVault
from desktop.vault.papers import fresh_code, groups_of, read_code
from desktop.vault.refusals import WrongPaper
from tests.centres import TestCentre
from tests.conftest import DeskFor


def _run(paper: BytesIO, *words: str) -> str:
    return subprocess.run(words, input=paper.getvalue(), check=True, capture_output=True).stdout.decode()


def _text(paper: BytesIO) -> str:
    return _run(paper, "pdftotext", "-layout", "-", "-")


def _journal(vault: OpenVault) -> str:
    with vault.engines.reader.begin() as look:
        rows = look.exec_driver_sql("SELECT * FROM journal WHERE action = 'print recovery paper'").all()
    return repr(rows)


def test_the_vaults_paper_carries_the_code_that_opens_it_and_no_login(centre: TestCentre) -> None:
    paper = BytesIO()
    with closing(centre.open("awa")) as vault:
        RecoveryPaperService(vault.desk).vault(centre.paper, paper)
        fingerprint = vault.desk.keys.card(vault.desk.keys.org).public
        journal = _journal(vault)
    shown = _text(paper)
    assert fingerprint is not None
    assert fingerprint.fingerprint() in shown
    found = [word for word in shown.split() if word in centre.paper]
    assert read_code(" ".join(found)) == read_code(" ".join(centre.paper))
    said = shown + _run(paper, "pdfinfo", "-")
    for name in ("awa", "Awa", "mariam", "printed by"):
        assert name not in said, name
    assert "does not open" in shown
    assert journal.count("print recovery paper") == 1
    assert not any(group in journal for group in centre.paper)


def test_a_compartments_paper_names_the_compartment_in_the_language_of_the_screen(centre: TestCentre) -> None:
    groups, paper = groups_of(fresh_code()), BytesIO()
    use_language("fr")
    with closing(centre.open("mariam")) as vault:
        RecoveryPaperService(vault.desk).compartment("social", groups, paper)
        with pytest.raises(NotFound):
            RecoveryPaperService(vault.desk).compartment("none", groups, paper)
    shown = _text(paper)
    assert "Papier de récupération : Travail social" in shown
    assert all(group in shown for group in groups)
    assert "Mariam" not in shown


def test_groups_that_are_no_code_are_not_printed(centre: TestCentre) -> None:
    paper, groups = BytesIO(), list(centre.paper)
    groups[2] = "AAAAA"
    with closing(centre.open("awa")) as vault:
        with pytest.raises(WrongPaper):
            RecoveryPaperService(vault.desk).vault(groups, paper)
        assert "print recovery paper" not in _journal(vault)
    assert not paper.getvalue()


def test_only_those_who_manage_accounts_or_cases_print_them(desk_for: DeskFor) -> None:
    paper = BytesIO()
    with pytest.raises(NotAllowed):
        RecoveryPaperService(desk_for(Role.SOCIAL_WORK)).vault([], paper)
    with pytest.raises(NotAllowed):
        RecoveryPaperService(desk_for(Role.COORDINATION)).compartment("social", [], paper)


def test_the_table_of_rights_is_the_one_the_program_obeys(centre: TestCentre) -> None:
    paper = BytesIO()
    with closing(centre.open("fanta")) as vault:
        rights = RightsPageService(vault.desk)
        lines = {line.permission: line for line in rights.lines()}
        rights.paper(paper)
        for permission in Permission:
            assert vault.desk.may(permission) is (Role.ACTIVITIES in lines[permission].roles), permission
    marks = [line.split() for line in _text(paper).splitlines()]
    (drop_in,) = [words for words in marks if words[:3] == ["Report", "a", "concern"]]
    (house,) = [words for words in marks if words[:4] == ["See", "rooms", "and", "beds"]]
    assert drop_in.count("X") == len(Role)
    assert house.count("X") == len(lines[Permission.SEE_HOUSE].roles)
