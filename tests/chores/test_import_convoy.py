"""Lists of arrivals from the command line: the three sample lists in order, and lists that are refused."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.chores.sites import on_clock_of
from desktop.cli import main
from desktop.i18n import use_language
from desktop.services.centre_setup import SiteLine
from tests.centres import PASSWORD, TestCentre
from tests.spreadsheets.lists import BUS, CHARTER, NIGHT, written

# Counted by hand in the files: whoever stands there, and whoever says what cannot be.
# Night list: women noted F, three cells of sex left blank; 211 and 231 are men noted "enceinte".
JOURNEY = [
    (CHARTER, "2026-11-20 23:10", 107, {"F": 24, "M": 83, "unknown": 0}, 0, 6),
    (BUS, "2026-11-21 18:30", 42, {"F": 11, "M": 31, "unknown": 0}, 0, 1),
    (NIGHT, "2026-11-22 02:00", 37, {"F": 9, "M": 25, "unknown": 3}, 2, 2),
]


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JATIGI_PASSWORD", PASSWORD)


def _run(capsys: pytest.CaptureFixture[str], centre: TestCentre, *words: str) -> tuple[int, str, str]:
    code = main(["import-convoy", "--vault", str(centre.folder), "--user", "awa", *words])
    out, err = capsys.readouterr()
    return code, out, err


def _people(capsys: pytest.CaptureFixture[str], centre: TestCentre) -> list[dict[str, Any]]:
    words = ["people", "--vault", str(centre.folder), "--user", "awa", "--search", "", "--limit", "999", "--json"]
    assert main(words) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_the_three_lists_come_in_one_after_another(centre: TestCentre, capsys: pytest.CaptureFixture[str]) -> None:
    total = 0
    for path, arrived, rows, by_sex, alike, contradictions in JOURNEY:
        code, out, err = _run(capsys, centre, str(path), "--arrived", arrived, "--json")
        assert (code, err) == (0, "")
        report = json.loads(out)
        wanted = ("rows", "by_sex", "people_new", "look_alikes", "contradictions", "errors")
        with capsys.disabled():
            print(f"\n{path.name}: { ({name: report[name] for name in wanted}) }", end="")
        assert report["seconds"] > 0
        assert [report[name] for name in wanted] == [rows, by_sex, rows, alike, contradictions, []]
        total += rows
        assert len(_people(capsys, centre)) == total == sum(one["in_house"] for one in _people(capsys, centre))


def test_a_likeness_is_explained_in_words(centre: TestCentre, capsys: pytest.CaptureFixture[str]) -> None:
    _run(capsys, centre, str(CHARTER), "--arrived", "2026-11-20 23:10")
    use_language("fr")
    code, out, err = _run(capsys, centre, str(NIGHT), "--arrived", "2026-11-22 02:00")
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if "est peut-être" in line]
    assert len(lines) == 2
    assert all("Forte ressemblance" in line or "forte ressemblance" in line for line in lines)
    assert all("même jour de naissance, même sexe" in line for line in lines)
    assert {"Oumou SANOGO", "Bintou SIDIBÉ"} == {
        line.split(" est peut-être ")[0].split(maxsplit=1)[1] for line in lines
    }


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_cells_that_cannot_be_are_told_on_stdout_and_nobody_comes_in(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path, dry: list[str]
) -> None:
    path = written(tmp_path, "Liste\n\nNom;Prénom;Né le\nKONÉ;Awa;1990\nBAH;Issa;31/02/1990\n;;2001\n")
    code, out, err = _run(capsys, centre, str(path), "--json", *dry)
    assert (code, err) == (1, "")
    report = json.loads(out)
    assert [(error["row"], error["column"]) for error in report["errors"]] == [(5, "C"), (6, "A")]
    assert "31/02/1990" in report["errors"][0]["message"]
    assert (report["rows"], report["people_new"]) == (3, 0)
    assert _people(capsys, centre) == []


def test_cells_that_cannot_be_are_sentences_on_the_error_stream(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = written(tmp_path, "Nom;Prénom;Né le\nBAH;Issa;31/02/1990\n")
    code, _, err = _run(capsys, centre, str(path))
    first, last = err.splitlines()
    assert code == 1
    assert first.startswith("Row 2, column C: ")
    assert last.startswith("Nothing was imported: 1 ")


def test_a_correction_in_a_file_is_used_and_remembered(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mapping = tmp_path / "colonnes.json"
    mapping.write_text(json.dumps({"sex": "Truc"}), "utf-8")
    first = written(tmp_path, "Nom;Prénom;Truc\nKONÉ;Awa;F\n")
    code, out, _ = _run(capsys, centre, str(first), "--mapping", str(mapping), "--json")
    assert (code, json.loads(out)["by_sex"]["F"]) == (0, 1)
    later = written(tmp_path, "Nom;Prénom;Truc\nBAH;Sira;F\n", "suite.csv")
    code, out, _ = _run(capsys, centre, str(later), "--json")
    assert (code, json.loads(out)["by_sex"]["F"]) == (0, 1)


@pytest.mark.parametrize("content", ["", "[1]", '{"sex": 3}', "{"])
def test_a_correction_that_cannot_be_read_is_a_sentence(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str
) -> None:
    mapping = written(tmp_path, content, "colonnes.json")
    code, out, err = _run(capsys, centre, str(BUS), "--mapping", str(mapping))
    assert (code, out) == (1, "")
    assert "colonnes.json" in err
    assert _run(capsys, centre, str(BUS), "--mapping", str(tmp_path / "absent.json"))[0] == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("vide.csv", b"", "est vide"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200), "est une image"),
        ("sans.csv", "KONÉ;Awa;F\nBAH;Issa;M\n".encode(), "Aucune ligne de titres"),
        ("long.csv", b"Nom\n" + b"KONE\n" * 100_000, "plus de"),
    ],
)
def test_a_file_that_is_no_list_gets_its_french_sentence(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    use_language("fr")
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = _run(capsys, centre, str(path), "--json")
    assert (code, out) == (1, "")
    assert sentence in err
    assert name in err


def test_a_rehearsal_says_that_the_list_came_in_before(
    centre: TestCentre, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = written(tmp_path, "Nom;Prénom;Né le\nBAH;Issa;1990\n")
    assert _run(capsys, centre, str(path), "--dry-run")[0] == 0
    assert _run(capsys, centre, str(path))[0] == 0
    code, out, err = _run(capsys, centre, str(path), "--dry-run")
    assert (code, out) == (1, "")
    assert path.name in err


def test_an_arrival_keeps_the_zone_it_names_and_is_else_the_site_s() -> None:
    site = SiteLine(UUID(int=1), "TYO", "Tokyo", "Asia/Tokyo")
    bare, named = datetime(2026, 11, 22, 23, 10), datetime(2026, 11, 22, 23, 10, tzinfo=UTC)  # noqa: DTZ001 - as typed
    assert on_clock_of(site, bare).astimezone(UTC) == datetime(2026, 11, 22, 14, 10, tzinfo=UTC)
    assert on_clock_of(site, named) == named
