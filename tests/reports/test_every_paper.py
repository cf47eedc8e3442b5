"""What holds for every paper: its letters, its marks, its pages, and words printed as they are."""

import re
import subprocess
from pathlib import Path

import pytest

import desktop.reports
from desktop.i18n import use_language
from desktop.reports.page import Printed
from tests.reports.papers import AT, BROAD, ON_THE_WALL, PAPERS

LETTERS = "Éléonore Cœur’Ɲɛnɛba ɔɲŋ"
HOSTILE = '<b>x</b> <b & <img src="/nowhere"/> &amp; <br/>'
LONG = "Mamadou Lamine Souleymane Coulibaly Diarra Konaté Ouattara Ba"
# A heading of the long table, for those that have one, and how the paper's columns name people.
HEADINGS = {"sign-in sheet": "Provenance", "evening sheet": "Consigne", "table of rights": "Ce qu’il ouvre",
            "week plan": "Dimanche"}  # fmt: skip
LINES = 60
EVERY = pytest.mark.parametrize("paper", PAPERS)


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "replace")


def _print(target: Path, paper: str, words: str, *, lines: int = LINES, duplicate: bool = False) -> str:
    """Print a paper in French and give its text in the order it was set, pages parted by form feeds."""
    use_language("fr")
    printed = Printed(by=words, at=AT, centre=words or "Centre", duplicate=duplicate)
    PAPERS[paper](words, target, printed, lines)
    return _run("pdftotext", "-raw", target, "-")


def _close(words: str) -> str:
    """Take the blanks out: where a line breaks is nobody's business."""
    return "".join(words.split())


def test_no_paper_is_forgotten() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(*desktop.reports.__path__).glob("*.py"))
    writers = set(re.findall(r"^def (write_\w+)", sources, re.MULTILINE))
    shown = Path(__file__).with_name("papers.py").read_text("utf-8")
    assert len(writers) >= 6
    assert {name for name in writers if f"    {name}(" not in shown} == set()


@EVERY
def test_every_letter_is_embedded_and_found_again(tmp_path: Path, paper: str) -> None:
    shown = _print(tmp_path / "a.pdf", paper, LETTERS)
    assert _close(LETTERS) in _close(shown)
    fonts = _run("pdffonts", tmp_path / "a.pdf").splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search(r"\+NotoSans\S* .* yes yes yes ", font), font


@EVERY
def test_markup_in_any_field_is_printed_as_it_was_typed(tmp_path: Path, paper: str) -> None:
    shown = _print(tmp_path / "a.pdf", paper, HOSTILE, lines=1)
    plain = _print(tmp_path / "b.pdf", paper, LETTERS, lines=1)
    # A field that swallowed its markup would show up as one time fewer; each page's foot names the words once.
    told = _close(shown).count(_close(HOSTILE)) - shown.count("\f")
    assert told == _close(plain).count(_close(LETTERS)) - plain.count("\f") > 0


@EVERY
@pytest.mark.parametrize("words", ["", LETTERS, LONG], ids=["blank", "plain", "long"])
def test_the_file_is_sound_and_says_what_it_is(tmp_path: Path, paper: str, words: str) -> None:
    _print(tmp_path / "a.pdf", paper, words)
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", tmp_path / "a.pdf")
    said = dict(line.split(":", 1) for line in _run("pdfinfo", tmp_path / "a.pdf").splitlines())
    assert said["Title"].strip()
    assert said["Author"].strip() == (words or "Centre")
    sides = ["841.89", "x", "595.276"] if paper in BROAD else ["595.276", "x", "841.89"]
    assert said["Page size"].split() == [*sides, "pts", "(A4)"]
    assert "/Lang (fr)" in _run("qpdf", "--qdf", tmp_path / "a.pdf", "-")


@EVERY
def test_each_page_is_numbered_and_says_who_printed_it(tmp_path: Path, paper: str) -> None:
    pages = _print(tmp_path / "a.pdf", paper, "Awa Koné").split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} / {len(pages)}" in page
        assert "mprimé par Awa Koné le 24/11/2026 9 h 05" in page
        assert ("Confidentiel – imprimé" in page) is (paper not in ON_THE_WALL)


@EVERY
def test_a_duplicate_says_so_on_each_page_and_nothing_else_does(tmp_path: Path, paper: str) -> None:
    first = _print(tmp_path / "a.pdf", paper, "Awa")
    second = _print(tmp_path / "b.pdf", paper, "Awa", duplicate=True)
    assert "DUPLICATA" not in first
    assert second.count("DUPLICATA") == first.count("\f")


@pytest.mark.parametrize(("paper", "heading"), HEADINGS.items(), ids=list(HEADINGS))
def test_the_headings_of_a_long_table_return_on_each_page(tmp_path: Path, paper: str, heading: str) -> None:
    pages = [page for page in _print(tmp_path / "a.pdf", paper, "Awa").split("\f")[:-1] if page.count("Awa") > 3]
    assert len(pages) > 1
    assert all(page.count(heading) == 1 for page in pages)


@pytest.mark.parametrize("paper", ["sign-in sheet", "evening sheet"])
def test_a_name_of_sixty_letters_stands_on_two_lines(tmp_path: Path, paper: str) -> None:
    shown = _print(tmp_path / "a.pdf", paper, LONG)
    rows = re.findall(r"^(Mamadou[^\n]*\n?[^\n]*Ba)$", shown, re.MULTILINE)
    whole = [row for row in rows if _close(row) == _close(LONG)]
    assert len(LONG) >= 60
    assert len(whole) >= LINES
