"""Our icons are drawn in the colours of the theme, for every kind of screen."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.paths import RESOURCES
from desktop.services.reference import load
from desktop.views.pages import PAGES
from desktop.views.shared.icons import RATIOS, icon, put_icon, retint
from desktop.views.shared.pills import SHAPES
from desktop.views.shared.style import dress
from desktop.views.shared.themes import DARK, LIGHT

FILES = sorted((RESOURCES / "icons").glob("*.svg"))


def _colours(button: QPushButton) -> set[str]:
    image = button.icon().pixmap(QSize(20, 20)).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(pixel.rgb()).name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_icon_keeps_to_the_grid_and_the_stroke(path: Path) -> None:
    root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - files of our own
    drawn = {name: root.get(name) for name in ("viewBox", "stroke", "stroke-width", "stroke-linecap")}
    assert drawn == {
        "viewBox": "0 0 24 24", "stroke": "currentColor", "stroke-width": "1.75", "stroke-linecap": "round"
    }  # fmt: skip


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_icon_is_sharp_on_every_screen(path: Path) -> None:
    drawn = icon(path.stem)
    for ratio in RATIOS:
        pixmap = drawn.pixmap(QSize(20, 20), float(ratio))
        assert pixmap.width() == 20 * ratio
        image = pixmap.toImage()
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))
        assert 0 < inked < image.width() * image.height()


@pytest.mark.usefixtures("qapp")
def test_pages_activities_and_statuses_have_their_icon() -> None:
    pictograms = {item["pictogram"] for item in load("activity_types")["items"]}
    for name in {page.icon for page in PAGES} | pictograms | set(SHAPES.values()):
        assert not icon(name).isNull()


@pytest.mark.usefixtures("qapp")
def test_an_icon_nobody_drew_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        icon("no such icon")


def test_an_icon_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, "light")
    root = QWidget()
    qtbot.addWidget(root)
    button = QPushButton(root)
    put_icon(button, "plus")
    assert _colours(button) == {LIGHT.text.lower()}
    dress(qapp, "dark")
    retint(root)
    assert _colours(button) == {DARK.text.lower()}
    dress(qapp, "light")


@pytest.mark.usefixtures("qapp")
def test_an_icon_on_a_disabled_button_is_as_muted_as_its_words() -> None:
    image = icon("plus", "on_primary").pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert {QColor(one.rgb()).name() for one in pixels if one.alpha() == 255} == {LIGHT.muted.lower()}
