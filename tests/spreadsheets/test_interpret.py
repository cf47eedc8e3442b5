"""Understanding the lists that centres receive."""

import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from desktop.spreadsheets import interpret as reasons
from desktop.spreadsheets import refusals
from desktop.spreadsheets.lines import BAD_BIRTH, NO_NAME
from desktop.spreadsheets.manifest import Contradiction, Manifest
from desktop.vocabulary import Precision, Sex
from tests.spreadsheets.lists import BUS, CHARTER, NIGHT, OLD_OFFICE, understood, written


def _flags(manifest: Manifest) -> list[tuple[int, Contradiction]]:
    return [(line.row, flag.kind) for line in manifest.lines for flag in line.contradictions]


def test_the_charter_names_107_people_and_six_men_noted_pregnant() -> None:
    charter = understood(CHARTER)
    assert len(charter.lines) == 107
    assert Counter(line.sex for line in charter.lines) == {Sex.MALE: 83, Sex.FEMALE: 24}
    assert _flags(charter) == [(row, Contradiction.PREGNANT_MAN) for row in (16, 33, 58, 68, 81, 92)]
    assert charter.errors == ()
    assert charter.lines[0].birth.min == date(1994, 3, 11)


def test_the_bus_names_42_people_by_full_name_and_one_is_aged_zero() -> None:
    bus = understood(BUS)
    assert len(bus.lines) == 42
    assert (bus.lines[2].given_names, bus.lines[2].family_name) == ("Fousseyni Siaka", "DOLO")
    assert _flags(bus) == [(43, Contradiction.AGE_ZERO)]
    assert bus.lines[-1].birth.max is None
    assert bus.lines[-1].birth.said == "0"
    assert bus.lines[0].country == "Algérie"


def test_the_night_list_names_37_people_and_its_total_is_nobody() -> None:
    night = understood(NIGHT)
    assert len(night.lines) == 37
    assert [(note.row, note.sentence) for note in night.ignored] == [(43, reasons.TOTAL)]
    assert Counter(line.sex for line in night.lines)[Sex.UNKNOWN] == 3
    assert [line.given_names for line in night.lines if not line.family_name] == ["Nɛnɛba", "Tiémoko"]
    assert [line.wristband for line in night.lines][-2:] == ["250", "251"]


def test_dates_known_in_part_keep_what_was_said() -> None:
    births = {line.wristband: line.birth for line in understood(NIGHT).lines}
    assert births["202"].precision is Precision.YEAR
    assert births["203"].precision is Precision.ABOUT
    assert births["204"].precision is Precision.AGE
    assert births["206"].precision is Precision.MONTH
    assert births["207"].precision is Precision.UNKNOWN
    assert births["205"].said == "env. 43"


def test_twins_are_two_people_and_no_contradiction() -> None:
    twins = [line for line in understood(NIGHT).lines if line.wristband in {"240", "241"}]
    assert [line.given_names for line in twins] == ["Lassana", "Fousseyni"]
    assert all(not line.contradictions for line in twins)


@pytest.mark.parametrize(
    ("word", "sex"),
    [("Homme", Sex.MALE), ("F", Sex.FEMALE), ("Masc.", Sex.MALE), ("garçon", Sex.MALE), ("fille", Sex.FEMALE),
     ("H", Sex.MALE), ("female", Sex.FEMALE), ("", Sex.UNKNOWN)],
)  # fmt: skip
def test_sex_is_understood_in_the_words_of_senders(tmp_path: Path, word: str, sex: Sex) -> None:
    found = understood(written(tmp_path, f"Nom;Prénom;Sexe\nKONÉ;Awa;{word}\n"))
    assert found.lines[0].sex is sex
    assert _flags(found) == []


def test_a_word_for_the_sex_that_is_not_understood_is_flagged(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "Nom;Prénom;Sexe\nKONÉ;Awa;zzz\n"))
    assert _flags(found) == [(2, Contradiction.UNKNOWN_SEX_WORD)]


def test_a_date_that_cannot_be_is_an_error_with_its_row_and_column(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "Liste\n\nNom;Prénom;Date de naissance\nKONÉ;Awa;31/02/1990\n"))
    assert [(error.row, error.column, error.sentence) for error in found.errors] == [(4, "C", BAD_BIRTH)]
    assert "31/02/1990" in found.errors[0].explain()


def test_an_age_that_contradicts_the_birth_date_is_flagged(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "Nom;Prénom;Né le;Âge\nKONÉ;Awa;01/02/1990;12\nBAH;Issa;01/02/1990;36\n"))
    assert _flags(found) == [(2, Contradiction.AGE_AND_BIRTH)]
    assert found.lines[0].birth.min == date(1990, 2, 1)


def test_a_row_without_name_or_wristband_is_an_error(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "Nom;Prénom;Sexe;Langue\nKONÉ;Awa;F;peul\n;;M;bambara\n"))
    assert [(error.row, error.sentence) for error in found.errors] == [(3, NO_NAME)]


def test_direction_marks_and_local_letters_are_kept_apart(tmp_path: Path) -> None:
    long = "A" * 60
    found = understood(written(tmp_path, f"Nom;Prénom\n\u200fƝaŋɔ\u200e;Sɛku\n{long};Awa\n"))
    assert (found.lines[0].family_name, found.lines[0].given_names) == ("Ɲaŋɔ", "Sɛku")
    assert found.lines[1].family_name == long


@pytest.mark.parametrize(
    "headings",
    ["Surname;First name;Gender;DOB", "NOM DE FAMILLE;PRENOM(S);SEXE (M/F);DATE DE NAISSANCE (JJ/MM/AAAA)",
     "Nom;Prenons;Sexe;Date de naisance"],
)  # fmt: skip
def test_headings_are_guessed_in_french_in_english_and_misspelt(tmp_path: Path, headings: str) -> None:
    line = understood(written(tmp_path, f"{headings}\nKONÉ;Awa;F;01/02/1990\n")).lines[0]
    assert (line.family_name, line.given_names, line.sex) == ("KONÉ", "Awa", Sex.FEMALE)
    assert line.birth.min == date(1990, 2, 1)


def test_a_correction_by_letter_or_heading_replaces_the_guess(tmp_path: Path) -> None:
    path = written(tmp_path, "Nom;Prénom;Truc\nKONÉ;Awa;Kita\n")
    assert understood(path, {"origin": "C"}).lines[0].origin == "Kita"
    assert understood(path, {"origin": "truc"}).lines[0].origin == "Kita"
    assert understood(path, {"given_names": ""}).lines[0].given_names == ""
    for mapping in ({"taille": "C"}, {"origin": "pas une colonne"}):
        with pytest.raises(refusals.BadMapping):
            understood(path, mapping)


def test_a_list_without_headings_or_without_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(refusals.NoHeading):
        understood(written(tmp_path, "KONÉ;Awa;F\nBAH;Issa;M\n"))
    with pytest.raises(refusals.NobodyListed):
        understood(written(tmp_path, "Nom;Prénom;Sexe\n\nTotal;0;\n"))


def test_a_total_that_differs_is_said(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "N°;Nom;Sexe\n1;KONÉ;F\n2;;\nTotal;5;\nVisa;;\n"))
    assert [(note.row, note.sentence) for note in found.ignored] == [
        (3, reasons.ONLY_NUMBER),
        (4, reasons.TOTAL_DIFFERS),
        (5, reasons.BELOW_TOTAL),
    ]


def test_a_formula_without_its_result_is_said_with_row_and_column(tmp_path: Path) -> None:
    path = tmp_path / "formules.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["Nom", "Prénom", "Âge"])
        sheet.write_row("A2", ["KONÉ", "Awa"])
        sheet.write_formula("C2", "=20+5", value="")
        sheet.write_row("A3", ["BAH", "Issa"])
        sheet.write_formula("C3", "=20+6", value=26)
    found = understood(path)
    assert [(error.row, error.column, error.sentence) for error in found.errors] == [(2, "C", reasons.UNSAVED)]
    assert found.lines[1].birth.said == "26"


def test_a_formula_of_an_ods_without_its_result_is_said_too(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<table:table-row>{''.join(cells)}</table:table-row>"

    def text(value: str) -> str:
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    formula = '<table:table-cell table:formula="of:=20+5"/>'
    saved = '<table:table-cell table:formula="of:=20+6" office:value-type="float" office:value="26"/>'
    blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
    rows = [blank, row(text("Nom"), text("Prénom"), text("Âge")), row(text("KONÉ"), text("Awa"), formula)]
    rows.append(row(text("BAH"), text("Issa"), saved))
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    sheet = f'<table:table table:name="A">{"".join(rows)}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    path = tmp_path / "formules.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", f"<office:document-content {spaces}>{body}</office:document-content>")
    found = understood(path)
    assert [(error.row, error.column, error.sentence) for error in found.errors] == [(4, "C", reasons.UNSAVED)]
    assert found.lines[1].birth.said == "26"


def test_the_same_line_or_wristband_twice_is_flagged(tmp_path: Path) -> None:
    found = understood(written(tmp_path, "Bracelet;Nom;Prénom;Âge\n1;KONÉ;Awa;20\n1;KONÉ;Awa;20\n2;KONÉ;Awa;44\n"))
    assert _flags(found) == [(3, Contradiction.LISTED_TWICE), (3, Contradiction.SAME_WRISTBAND)]
    assert [line.wristband for line in found.lines] == ["1", "", "2"]


def test_a_workbook_of_an_old_office_is_read() -> None:
    found = understood(OLD_OFFICE)
    assert (found.errors, [line.row for line in found.lines]) == ((), [5, 6, 7])
    assert [(line.given_names, line.family_name, line.sex.value) for line in found.lines] == [
        ("Awa", "KONÉ", "F"),
        ("Mamadou Ñé", "BAH", "M"),
        ("Nœlle", "CISSÉ", "F"),
    ]
    assert found.lines[0].birth.min == found.lines[0].birth.max == date(1998, 5, 3)
    assert found.lines[1].birth.said == "24"
