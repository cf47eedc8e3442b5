"""The command line says that notes are there, in which state, and never what stands in them or about whom."""

import json
from contextlib import closing

import pytest

from desktop.cli import main
from desktop.services.cases import CaseService
from desktop.services.drafts import DraftContent, DraftService
from tests.centres import PASSWORD, TestCentre
from tests.services.test_case_files import ROWS, behind, said, three_notes

UNFINISHED = "Dit avoir peur."


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)


def _notes(centre: TestCentre, capsys: pytest.CaptureFixture[str], user: str, *words: str) -> tuple[int, str, str]:
    code = main(["notes", "--vault", str(centre.folder), "--user", user, *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_notes_are_listed_by_day_and_state(centre: TestCentre, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(centre.open("mariam")) as vault:
        _, case, notes = three_notes(vault)
        DraftService(vault.desk).save(DraftContent(case=case, note=said(UNFINISHED)))
        behind(vault, ROWS.delete().where(ROWS.c.id == notes[0]))
        behind(vault, ROWS.update().where(ROWS.c.id == notes[1]).values(blob=b"\x01" * 300))
    code, out, err = _notes(centre, capsys, "mariam", "--json")
    listed = json.loads(out)
    assert (code, err) == (0, "")
    assert sorted(one["state"] for one in listed) == ["altered", "lost", "signed", "unfinished"]
    signed, unfinished = sorted((one for one in listed if one["day"]), key=lambda one: str(one["state"]))
    assert (signed["author"], signed["signs"]) == ("Mariam", None)
    assert (unfinished["author"], unfinished["signs"]) == ("Mariam", len(UNFINISHED))


def test_neither_words_nor_people_are_told(centre: TestCentre, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(centre.open("mariam")) as vault:
        cases, case, _ = three_notes(vault)
        cases.write_note(case, said("zanzibar"))
        DraftService(vault.desk).save(DraftContent(case=case, note=said("zanzibar")))
        line = CaseService(vault.desk).case(case)
    for words in ((), ("--json",)):
        code, out, _ = _notes(centre, capsys, "mariam", *words)
        assert code == 0
        assert "Mariam" in out
        assert not any(secret in out for secret in ("zanzibar", "social", line.person_code, *line.name.split()))
    assert "8 signs kept" in _notes(centre, capsys, "mariam")[1]


def test_a_colleague_finds_none_and_coordination_is_refused(
    centre: TestCentre, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(centre.open("mariam")) as vault:
        _, case, _ = three_notes(vault)
        DraftService(vault.desk).save(DraftContent(case=case, note=said(UNFINISHED)))
    assert _notes(centre, capsys, "sira") == (0, "", "")
    code, out, err = _notes(centre, capsys, "awa")
    assert (code, out, bool(err)) == (1, "", True)
