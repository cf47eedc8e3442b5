"""The pictures are of the pages, in every look, and differ from one another."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.views.pages import PAGES
from tests.centres import TestCentre
from tests.pictures.drawing import LOOKS, draw
from tests.services.house import House
from tests.views.opened import signed_in
from tests.views.walk import ROOM


@pytest.mark.slow
@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_a_page_is_drawn_in_every_look_and_what_its_first_line_opens(
    qapp: QApplication, centre: TestCentre, tmp_path: Path
) -> None:
    done = {page.name for page in PAGES} - {"people"}
    with signed_in(centre, "awa") as opened:
        House(opened.desk, opened.setup.sites()[0].id).lodge("Moussa KEITA")
        drawn = list(draw(qapp, opened, tmp_path, done))
    assert [path.name for path in drawn] == [
        f"people_{theme}{percent}{what}.png" for theme, percent in LOOKS for what in ("", "_opened")
    ]
    images = [QImage(str(path)) for path in drawn]
    assert {image.size().toTuple() for image in images} == {ROOM}
    assert len({bytes(image.constBits()) for image in images}) == len(images)
    assert "people" in done
