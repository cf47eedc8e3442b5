"""The command line does the main job, refuses with a sentence, and loads no Qt."""

import json
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.centre import Centre
from desktop.cli import main
from desktop.demonstration.__main__ import write_letters, write_papers
from desktop.demonstration.building import build_centre
from desktop.demonstration.inventions import DEMO
from desktop.models.base import now
from tests.centres import PASSWORD, TestCentre

TODAY = now().date()
LAST_WEEK = str(TODAY - timedelta(days=7))
SUMMARY = {
    *("sessions_planned", "sessions_held", "sessions_cancelled", "sessions_not_recorded"),
    *("participations", "unique_people", "new_people", "by_activity", "by_sex_age", "by_day"),
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("demo") / "Centre.vault"
    return folder, build_centre(folder, people=200, weeks=2, seed=7, papers=folder.parent)


@pytest.fixture
def living(tmp_path: Path, built: tuple[Path, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the invented centre; awa's password is in the environment."""
    folder, accounts = built
    monkeypatch.setenv("JATIGI_PASSWORD", accounts[0]["password"])
    return Path(shutil.copytree(folder, tmp_path / "Centre.vault"))


def _run(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str, str]:
    code = main([words[0], "--vault", str(folder), "--user", "awa", *words[1:]])
    out, err = capsys.readouterr()
    return code, out, err


def _json(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> Any:
    code, out, err = _run(capsys, folder, *words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_everybody_is_listed_and_found_by_name(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everybody = _json(capsys, living, "people", "--search", "", "--limit", "1000")
    assert len(everybody) == 200
    assert set(everybody[0]) == {"code", "name", "sex", "age", "site", "in_house"}
    found = _json(capsys, living, "people", "--search", "tounk")
    assert found
    assert all("tounk" in one["name"].lower() for one in found)
    code, out, _ = _run(capsys, living, "people", "--search", "tounk", "--limit", "1")
    assert (code, len(out.splitlines())) == (0, 1)


def test_a_mark_is_counted_in_the_summary(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sessions = _json(capsys, living, "sessions", "--week", LAST_WEEK)
    assert set(sessions[0]) == {"code", "activity", "start", "site", "room", "listed", "marked"}
    before = _json(capsys, living, "weekly-summary", "--week", LAST_WEEK)
    assert set(before) == SUMMARY
    assert set(before["by_sex_age"][0]) == {"sex", "band", "participations", "unique_people"}
    assert before["sessions_planned"] == sum(
        before[f"sessions_{what}"] for what in ("held", "cancelled", "not_recorded")
    )
    assert sum(cell["participations"] for cell in before["by_sex_age"]) == before["participations"]
    here = [one["code"] for one in _json(capsys, living, "people", "--search", "", "--limit", "1000")]
    held = next(one["code"] for one in sessions if one["marked"])
    code, out, _ = _run(capsys, living, "mark", held, here[0], "present")
    assert (code, len(out.splitlines())) == (0, 1)
    for status, gained in (("absent", 0), ("present", 1)):
        _run(capsys, living, "mark", held, here[0], status)
        counted = _json(capsys, living, "weekly-summary", "--week", LAST_WEEK)["participations"]
        if status == "absent":
            base = counted
        assert counted == base + gained


def test_papers_are_written(living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pdf, xlsx, sheet, week = (tmp_path / name for name in ("w.pdf", "w.xlsx", "s.pdf", "week.pdf"))
    assert _run(capsys, living, "weekly-summary", "--week", LAST_WEEK, "--pdf", str(pdf), "--xlsx", str(xlsx))[0] == 0
    code = _json(capsys, living, "sessions", "--week", LAST_WEEK)[0]["code"]
    assert _run(capsys, living, "sign-in-sheet", code, "--pdf", str(sheet))[0] == 0
    assert _run(capsys, living, "sign-in-sheet", "--week", LAST_WEEK, "--pdf", str(week))[0] == 0
    for paper in (pdf, sheet, week):
        subprocess.run(["qpdf", "--check", paper], check=True, capture_output=True)
        fonts = subprocess.run(["pdffonts", paper], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
        assert fonts
        assert all(" yes yes yes " in line for line in fonts)
    assert week.stat().st_size > sheet.stat().st_size
    assert xlsx.read_bytes().startswith(b"PK")


def test_a_backup_is_restored_beside_the_old_vault(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert _run(capsys, living, "backup", str(tmp_path / "copies"))[0] == 0
    copy = next((tmp_path / "copies").iterdir())
    assert main(["restore", "--user", "awa", str(copy), str(tmp_path / "again")]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "5 accounts wait to be confirmed:"
    assert [line.split()[0] for line in said[2:-1]] == ["bakary", "fanta", "mariam", "oumar", "seydou"]
    assert said[-1].endswith(f"jatigi confirm --vault {tmp_path / 'again'} --user awa LOGIN")
    assert _run(capsys, tmp_path / "again", "confirm", "seydou")[:2] == (0, "Seydou Maïga may sign in again.\n")
    assert _run(capsys, tmp_path / "again", "confirm", "seydou")[0] == 1
    assert len(_json(capsys, tmp_path / "again", "people", "--search", "", "--limit", "999")) == 200
    assert main(["restore", "--user", "awa", str(copy), str(living)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert any(line.startswith("What was there before is kept in") for line in said)
    # The line that says the backup is whole came after the copy.
    assert said[2].endswith("not in this backup:")
    assert said[3].endswith("backup verified  vault")
    assert "confirmed" not in "".join(said)
    assert [one.name for one in living.parent.glob("Centre.vault.before-*")]
    assert _run(capsys, living, "check")[0] == 0


def test_a_restore_without_the_right_changes_nothing(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _run(capsys, living, "backup", str(tmp_path / "copies"))[0] == 0
    copy = next((tmp_path / "copies").iterdir())
    monkeypatch.setenv("JATIGI_PASSWORD", "djigui-baara-3")
    assert main(["restore", "--user", "fanta", str(copy), str(living)]) == 1
    capsys.readouterr()
    monkeypatch.setenv("JATIGI_PASSWORD", "djigui-baara-1")
    assert not list(living.parent.glob("Centre.vault.before-*"))
    assert _run(capsys, living, "check")[0] == 0


def test_refusals_are_sentences_on_the_error_stream(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, living, "mark", "S-NONE", "BKO-26-00001-A", "present")
    assert (code, out, err) == (1, "", "Nothing was found for “S-NONE”.\n")
    code, _, err = _run(capsys, living, "import-convoy", str(DEMO / "liste_bus_tamanrasset.csv"))
    assert code == 1
    assert "liste_bus_tamanrasset.csv" in err
    code, _, err = _run(capsys, living, "import-convoy", str(DEMO / "liste_bus_tamanrasset.csv"), "--site", "XXX")
    assert (code, err) == (1, "Nothing was found for “XXX”.\n")


def test_nothing_found_is_said(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys, living, "people", "--search", "zzzz") == (0, "Nobody was found.\n", "")
    assert _run(capsys, living, "sessions", "--week", "2001-01-01") == (0, "No session is planned this week.\n", "")
    code, _, err = _run(capsys, living, "confirm", "fanta")
    assert (code, err) == (1, "No account “fanta” waits to be let in again.\n")


def test_wrong_use_gives_two(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = (["mark", "S", "P", "maybe"], ["sign-in-sheet", "--pdf", "x"], ["people", "--search", "", "--limit", "0"])
    for words in bad:
        with pytest.raises(SystemExit) as stopped:
            _run(capsys, living, *words)
        assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (("people", "--search", "", "--limit", "many"), ""),
        (("sessions", "--week", "2026-13-45"), " Write a day as in 2026-11-24."),
        (("sessions", "--week", "hier"), " Write a day as in 2026-11-24."),
        (("sessions", "--week", "9999-12-31"), " Write a day as in 2026-11-24."),
        (("weekly-summary", "--week", "0001-01-01"), " Write a day as in 2026-11-24."),
        (("mark", "S-NONE", "BKO-26-00001-A", "dancing"), ""),
        (("evening-sheet", "--pdf", "x", "--at", "tonight"), " Write a day and an hour as in 2026-11-24T20:00."),
    ],
)
def test_a_wrong_argument_is_named_in_words(
    living: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], example: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(capsys, living, *words)
    assert stopped.value.code == 2
    assert f"“{words[-1]}” cannot be understood here.{example}\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("weekly-summary", "--week", LAST_WEEK, "--pdf"),
        ("weekly-summary", "--week", LAST_WEEK, "--xlsx"),
        ("sign-in-sheet", "--week", LAST_WEEK, "--pdf"),
        ("evening-sheet", "--pdf"),
        ("rights", "--pdf"),
    ],
)
def test_a_place_that_takes_no_file_is_a_sentence(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, out, err = _run(capsys, living, *words, str(tmp_path / "nowhere" / "paper"))
    assert (code, out) == (1, "")
    assert err.startswith("The file could not be written to ")
    code, _, err = _run(capsys, living, *words, str(tmp_path))
    assert code == 1
    assert err.startswith(f"{tmp_path} could not be written: it is a folder.")


@pytest.mark.parametrize("place", ["file", "file/under", "n" * 300, "/proc/nowhere"])
def test_a_backup_that_has_no_place_says_which(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_bytes(b"kept")
    code, out, err = _run(capsys, living, "backup", str(tmp_path / place))
    assert (code, out) == (1, "")
    assert err.startswith(f"No backup can be written into {tmp_path / place}. Check that the stick")
    assert (tmp_path / "file").read_bytes() == b"kept"


def test_the_vault_s_own_folder_takes_no_backup(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = _run(capsys, living, "backup", str(living))
    assert (code, out) == (1, "")
    assert err.startswith(f"{living} is the folder of the vault itself.")


def test_a_backup_into_a_folder_without_a_name_is_wrong_use(living: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        _run(capsys, living, "backup", "")
    assert stopped.value.code == 2


def test_an_invented_centre_is_refused_a_place_that_holds_something(
    living: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in (living, living / "data.keys"):
        assert main(["demo", str(folder)]) == 1
        assert capsys.readouterr().err.startswith("There is already something in ")


def test_the_folder_that_holds_the_backups_is_told_from_a_damaged_one(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert _run(capsys, living, "backup", str(tmp_path / "stick"))[0] == 0
    assert main(["restore", "--user", "awa", str(tmp_path / "stick"), str(tmp_path / "new.vault")]) == 1
    assert capsys.readouterr().err.startswith("There is no whole backup in ")
    assert not (tmp_path / "new.vault").exists()


def test_the_papers_groups_let_the_coordinator_take_a_new_password(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JATIGI_PASSWORD", "another-one-2")
    monkeypatch.setenv("JATIGI_PAPER", " ".join(centre.social))
    assert _run(capsys, centre.folder, "recover") == (1, "", "This is not the recovery paper of this vault.\n")
    monkeypatch.setenv("JATIGI_PAPER", " ".join(centre.paper))
    assert _run(capsys, centre.folder, "recover") == (0, "Awa may sign in again.\n", "")
    assert _run(capsys, centre.folder, "check")[0] == 0


def test_a_list_comes_in_as_one_act(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)
    charter = str(DEMO / "manifeste_charter_tripoli.xlsx")
    words = ["import-convoy", charter, "--arrived", "2026-11-20 23:10"]
    dry = _json(capsys, centre.folder, *words, "--dry-run")
    assert dry["rows"] == 107
    assert _json(capsys, centre.folder, "people", "--search", "") == []
    report = _json(capsys, centre.folder, *words)
    assert (report["rows"], report["people_new"], report["by_sex"]) == (107, 107, {"F": 24, "M": 83, "unknown": 0})
    assert report["contradictions"] == 6
    assert report["errors"] == []
    assert len(_json(capsys, centre.folder, "people", "--search", "", "--limit", "999")) == 107
    night = _json(capsys, centre.folder, "import-convoy", str(DEMO / "arrivees_nuit_niamey.ods"))
    assert night["rows"] == 37
    assert night["look_alikes"] >= 2


def test_the_demonstration_writes_its_papers(living: Path, tmp_path: Path) -> None:
    centre = Centre.open(living, "awa", "djigui-baara-1")
    papers = write_papers(centre, tmp_path)
    centre.close()
    assert all(paper.stat().st_size > 1000 for paper in papers)
    assert {paper.name for paper in papers} == {
        *("synthese-hebdomadaire.pdf", "synthese-hebdomadaire.xlsx", "emargement.pdf"),
        *("fiche-du-soir-BKO.pdf", "tableau-des-droits.pdf"),
    }


def test_the_demonstration_prints_the_recovery_paper_of_the_vault_and_of_each_compartment(
    built: tuple[Path, list[dict[str, Any]]],
) -> None:
    papers = {paper.stem for paper in built[0].parent.glob("*.pdf")}
    rooms = ("coffre", "child_protection", "clinical", "gbv_trafficking", "social")
    assert papers == {f"papier-de-recuperation-{room}" for room in rooms}


def test_the_social_worker_prints_a_letter_that_nobody_else_finds(
    living: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    paper = write_letters(living, {"user": "mariam", "password": "djigui-baara-4"}, tmp_path)[0]
    subprocess.run(["qpdf", "--check", paper], check=True, capture_output=True)
    number = paper.stem.removeprefix("lettre-")
    code, _, err = _run(capsys, living, "referral-letter", number, "--pdf", str(tmp_path / "no.pdf"))
    assert code == 1
    assert err
    assert not (tmp_path / "no.pdf").exists()


def test_no_chore_loads_qt() -> None:
    rooms = ", ".join(f"desktop.chores.{room}" for room in ("people", "week", "care", "papers", "sealed", "demo"))
    script = f"import sys, desktop.cli, {rooms}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_full_command_works_in_a_process_of_its_own(living: Path) -> None:
    words = [sys.executable, "-m", "desktop", "people", "--vault", str(living), "--user", "awa", "--search", "moussa"]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    assert "Moussa" in done.stdout
    piped = subprocess.run(f"{' '.join(words)} | head -1", shell=True, check=True, capture_output=True, text=True)  # noqa: S602 - the test's own words
    assert piped.stderr == ""
