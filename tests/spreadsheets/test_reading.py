"""Reading files that are lists, and refusing those that are not."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.spreadsheets import refusals
from desktop.spreadsheets.reading import read_table
from desktop.spreadsheets.table import clean, column_index, column_letter
from desktop.spreadsheets.text_lists import decode, read_text_list
from desktop.spreadsheets.words import limits
from tests.spreadsheets.lists import BUS, CHARTER, NIGHT

TEXT = "Nom;Prénom;Sexe\nKONÉ;Awa;F\n"


def test_rows_and_columns_are_those_a_spreadsheet_shows() -> None:
    (sheet,) = read_table(NIGHT).sheets
    heading = next(row for row in sheet.rows if row.text("B") == "Bracelet")
    assert heading.number == 4
    assert sheet.rows[-1].number == 43
    assert sheet.rows[-1].text("D") == "37"


def test_blank_rows_and_columns_before_the_list_are_counted_in_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "liste.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row("C7", ["Nom", "Prénom"])
        sheet.write_row("C9", ["KONÉ", "Awa"])
    (found,) = read_table(path).sheets
    assert [row.number for row in found.rows] == [7, 9]
    assert found.rows[1].cells == {"C": "KONÉ", "D": "Awa"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_text_lists_are_read_in_the_encodings_and_signs_of_spreadsheets(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(TEXT.replace(";", sign).encode(encoding))
    assert read_table(path).sheets[0].rows[1].cells == {"A": "KONÉ", "B": "Awa", "C": "F"}


def test_a_quoted_line_break_stays_in_its_row(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text('Nom;Remarques\nKONÉ;"seul\nla nuit"\n\nBAH;\n', "utf-8")
    rows = read_table(path).sheets[0].rows
    assert rows[1].text("B") == "seul la nuit"
    assert rows[2].number == 4


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("vide.csv", b"", refusals.EmptyList),
        ("blancs.csv", b" \r\n \r\n", refusals.EmptyList),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(200), refusals.PictureNotList),
        ("photo.csv", b"\xff\xd8\xff\xe0" + bytes(200), refusals.PictureNotList),
        ("scan.ods", b"%PDF-1.7 ...", refusals.PictureNotList),
        ("coupe.xlsx", CHARTER.read_bytes()[:9000], refusals.DamagedList),
        ("coupe.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), refusals.DamagedList),
        ("page.xls", b"<html><table><tr><td>Nom</td></tr></table></html>", refusals.UnknownKind),
        ("nul.csv", b"Nom;Pr\0nom\n", refusals.BinaryText),
        ("octets.csv", b"Nom\x81\x8d\n\xff;a\n", refusals.BinaryText),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_its_own_sentence(
    tmp_path: Path, name: str, content: bytes, refusal: type[DeskError]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(refusal) as refused:
        read_table(path)
    assert name in refused.value.explain()


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(refusals.NoSuchList):
        read_table(tmp_path / "absent.csv")
    with pytest.raises(refusals.UnreadableList):
        read_table(tmp_path)


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "bombe.xlsx", {"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": bytes(60 << 20)})
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(refusals.OversizedList):
        read_table(bomb)


def test_a_zip_of_something_else_is_no_list(tmp_path: Path) -> None:
    with pytest.raises(refusals.UnknownKind):
        read_table(_zip(tmp_path / "lettre.docx", {"word/document.xml": b"<w/>"}))


def test_two_cells_far_apart_do_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "loin.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "Nom")
        sheet.write("XFD40000", "x")
    with pytest.raises(refusals.OversizedList):
        read_table(path)


def test_a_sheet_that_repeats_one_row_a_million_times_is_refused(tmp_path: Path) -> None:
    row = b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="string">'
    content = b"<x>" + row + b"<text:p>a</text:p></table:table-cell></table:table-row></x>"
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    with pytest.raises(refusals.TooManyRows):
        read_table(_zip(tmp_path / "longue.ods", parts))


def test_a_list_longer_than_any_convoy_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "longue.csv"
    path.write_text("Nom\n" + "KONÉ\n" * 100_000, "utf-8")
    with pytest.raises(refusals.TooManyRows) as refused:
        read_table(path)
    assert str(limits().rows) in refused.value.explain()


@given(st.integers(0, 20_000))
def test_column_letters_lead_back_to_their_place(place: int) -> None:
    assert column_index(column_letter(place)) == place


_CELLS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12)


@example([["", ","], ["", ","]])
@given(st.lists(st.lists(_CELLS, min_size=2, max_size=2), min_size=1, max_size=6))
def test_whatever_a_spreadsheet_saves_as_text_is_read_back(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["Nom", "Prénom"], *rows])
    text = decode(written.getvalue().encode("utf-8-sig"), "x")
    found = {row.number: (row.text("A"), row.text("B")) for row in read_text_list(text, "x").rows}
    for number, (first, second) in enumerate(rows, start=2):
        assert found.get(number, ("", "")) == (clean(first), clean(second))


def _outcome(data: bytes) -> str:
    try:
        return f"{len(read_text_list(decode(data, 'x'), 'x').rows)} rows"
    except DeskError as refused:
        return refused.explain()


@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_sentence(data: bytes) -> None:
    assert _outcome(data).endswith((" rows", ".", "again."))


def test_the_bus_list_is_read_from_windows_1252() -> None:
    (sheet,) = read_table(BUS).sheets
    assert sheet.rows[0].text("G") == "Région d'origine"
    assert len(sheet.rows) == 43
