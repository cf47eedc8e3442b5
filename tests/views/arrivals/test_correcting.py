"""A cell of the list is corrected in the preview by keys, and comes in as it was corrected; the file stays as it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.models.accounts import ActRow
from desktop.models.stays import ManifestLine
from desktop.rights import Permission
from desktop.views.arrivals.arrivals_view import ArrivalsView
from desktop.views.arrivals.frame import PREVIEW
from desktop.views.arrivals.grid_table import ALIKE as ALIKE_CELL
from desktop.views.arrivals.preview_step import ALIKE, DOUBTFUL, EVERYBODY, WRONG, PreviewStep
from desktop.views.arrivals.preview_table import BIRTH, REMARK
from desktop.vocabulary import Sex
from tests.spreadsheets.lists import written
from tests.views.arrivals.conftest import Keys

LIST = "Nom;Prénom;Sexe;Né le\nKONE;Awa;F;1990\nBAH;Issa;M;31/02/1990\nSOW;Ali;M;32/13/2001\n"
ENTER = Qt.Key.Key_Return


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a list with two births that cannot be."""
    return written(tmp_path, LIST)


@pytest.fixture
def preview(keys: Keys, view: ArrivalsView, path: Path) -> PreviewStep:
    """Open it as far as its preview."""
    keys.open_list(path)
    keys.go_on_to_preview()
    return view.wizard.preview


def _write(keys: Keys, text: str) -> None:
    keys.type(text)
    keys.press(ENTER)
    keys.wait_for(PREVIEW)


def test_wrong_cells_are_written_over_one_after_the_other_and_come_in(
    preview: PreviewStep, keys: Keys, opened: Centre, path: Path
) -> None:
    assert preview.people.currentIndex().column() == BIRTH
    assert preview.people.currentIndex().data() == "31/02/1990"
    keys.press(Qt.Key.Key_F2)
    keys.control(Qt.Key.Key_A)
    _write(keys, "28/02/1990")
    assert (preview.chips.code(), preview.table.rowCount()) == (WRONG, 1)
    assert preview.people.currentIndex().data() == "32/13/2001"
    _write(keys, "2001")
    assert (preview.chips.code(), preview.table.rowCount()) == (EVERYBODY, 3)
    assert not preview.refusal.isVisible()
    keys.bring_in()
    births = {one.family_name: one.birth for one in opened.convoy_people.people(opened.convoy_desk.recent()[0].id)}
    assert births == {"KONE": "1990", "BAH": "28/02/1990", "SOW": "2001"}
    assert path.read_text("utf-8") == LIST


def test_the_act_keeps_what_the_list_said(preview: PreviewStep, keys: Keys, opened: Centre) -> None:
    for text in ("1990", "2001"):
        _write(keys, text)
    assert preview.table.rowCount() == 3
    keys.bring_in()
    with opened.desk.read(Permission.IMPORT_CONVOY) as look:
        kept = sa.select(ActRow.before, ManifestLine.cells).join(ManifestLine, ManifestLine.id == ActRow.row_id)
        rows = look.rows(kept.order_by(ManifestLine.row_no))
        assert [(row.before["cells"]["D"], row.cells["D"]) for row in rows] == [
            ("31/02/1990", "1990"), ("32/13/2001", "2001"),
        ]  # fmt: skip
    [line] = opened.convoy_desk.recent()
    assert line.import_id is not None
    opened.convoys.undo(line.import_id)
    assert opened.people.search() == []


def test_another_wrong_word_is_told_and_escape_keeps_the_cell_as_it_was(preview: PreviewStep, keys: Keys) -> None:
    _write(keys, "demain")
    assert preview.table.rowCount() == 2
    assert "“demain” is no birth date" in preview.detail.text()
    keys.type("19")
    keys.press(Qt.Key.Key_Escape)
    assert preview.people.currentIndex().data() == "demain"
    _write(keys, "31/02/1990")
    assert "“31/02/1990” is no birth date" in preview.detail.text()


def test_what_is_being_typed_is_kept_before_anybody_comes_in(
    preview: PreviewStep, keys: Keys, view: ArrivalsView
) -> None:
    _write(keys, "1990")
    keys.type("2001")
    keys.control(ENTER)
    keys.wait_for(PREVIEW)
    assert not preview.refusal.isVisible()
    assert view.wizard.on.isEnabled()


def test_a_list_stays_as_it_was_opened_whatever_becomes_of_its_file(
    keys: Keys, view: ArrivalsView, opened: Centre, path: Path
) -> None:
    keys.open_list(path)
    written(path.parent, LIST.replace("\nKONE", "\nDIALLO;Ali;M;1999\nKONE"))
    keys.go_on_to_preview()
    assert view.wizard.preview.people.currentIndex().data() == "31/02/1990"
    _write(keys, "1990")
    path.unlink()
    _write(keys, "2001")
    keys.bring_in()
    births = {one.family_name: one.birth for one in opened.convoy_people.people(opened.convoy_desk.recent()[0].id)}
    assert births == {"KONE": "1990", "BAH": "1990", "SOW": "2001"}


def test_names_and_contradictions_are_corrected_too(
    keys: Keys, view: ArrivalsView, opened: Centre, tmp_path: Path
) -> None:
    keys.open_list(written(tmp_path, "Nom complet;Sexe;Observation\nMoussa KEITA;M;femme enceinte\n"))
    keys.go_on_to_preview()
    preview = view.wizard.preview
    preview.chips.choose(DOUBTFUL)
    preview.chips.chosen.emit(DOUBTFUL)
    preview.people.setFocus()
    assert preview.people.currentIndex().column() == REMARK
    keys.press(Qt.Key.Key_F2)
    keys.control(Qt.Key.Key_A)
    _write(keys, "rien")
    keys.press(Qt.Key.Key_Escape)  # back, and on again: what was corrected stays so
    keys.control(ENTER)
    keys.wait_for(PREVIEW)
    preview.people.setCurrentIndex(preview.table.index(0, 1))
    _write(keys, "Moussa TRAORE")
    keys.bring_in()
    [person] = opened.convoy_people.people(opened.convoy_desk.recent()[0].id)
    assert (person.family_name, person.sex) == ("TRAORE", Sex.MALE)


def test_a_likeness_says_why_and_enter_shows_both_side_by_side(
    keys: Keys, view: ArrivalsView, tmp_path: Path, opened: Centre
) -> None:
    text = "Nom;Prénom;Sexe;Né le;Origine\nKEITA;Moussa;M;14/03/1998;Kita\n"
    keys.open_list(written(tmp_path, text))
    keys.go_on_to_preview()
    keys.bring_in()
    [known] = opened.people.search()
    keys.open_list(written(tmp_path, text + "BAH;Issa;M;1990;Kayes\n", "suite.csv"))
    keys.go_on_to_preview()
    preview = view.wizard.preview
    preview.people.setCurrentIndex(preview.table.index(0, REMARK))
    assert preview.people.currentIndex().data().startswith(f"looks like {known.code}: ")
    keys.press(ENTER)
    QApplication.processEvents()
    assert preview.chips.code() == ALIKE
    assert preview.likenesses.pairs.hasFocus()


def test_the_grid_says_whom_somebody_looks_like_and_enter_shows_both(
    keys: Keys, view: ArrivalsView, tmp_path: Path, opened: Centre
) -> None:
    text = "Nom;Prénom;Sexe;Né le;Origine\nKEITA;Moussa;M;14/03/1998;Kita\n"
    site = opened.setup.sites()[0].code
    for name, more in (("un.csv", ""), ("deux.csv", "BAH;Issa;M;1990;Kayes\n")):
        opened.convoys.import_list(written(tmp_path, text + more, name), site, datetime.now(UTC))
    line = next(line for line in opened.convoy_desk.recent() if line.people == 2)
    view.show_in(view.grid, line)
    [pair] = opened.look_alike_queue.pairs()
    grid = view.grid
    cells = [grid.table.index(row, ALIKE_CELL) for row in range(2)]
    assert [cell.data() for cell in cells] == [f"looks like {pair.older.code}: {pair.reasons}", ""]
    assert not grid.table.setData(cells[0], "x")
    grid.grid.setFocus()
    grid.grid.setCurrentIndex(cells[0])
    keys.press(ENTER)
    assert view.review.isVisible()
    assert view.review.pair() == pair
    keys.press(Qt.Key.Key_N)
    keys.press(Qt.Key.Key_Escape)
    assert view.grid.isVisible()
    assert cells[0].data() == ""
