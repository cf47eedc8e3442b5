"""One style sheet and one font for the whole program."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from desktop.views.shared.style import FAMILY, dress, load_fonts, sheet
from desktop.views.shared.themes import DARK, THEMES


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_of_the_sheet_is_filled_in(theme: str) -> None:
    filled = sheet(THEMES[theme])
    assert "$" not in filled
    assert THEMES[theme].primary in filled
    drawn = re.findall(r"url\(([^)]+)\)", filled)
    assert drawn
    assert all(Path(path).is_file() for path in drawn)


def test_our_letters_have_those_of_bambara(qapp: QApplication) -> None:
    assert FAMILY in load_fonts()
    dress(qapp)
    metrics = QFontMetrics(qapp.font())
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ɛɔɲŋé’")


def test_the_palette_follows_the_theme(qapp: QApplication) -> None:
    dress(qapp, "dark", 150)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background.lower()
    assert qapp.font().pointSizeF() == pytest.approx(15.75)
