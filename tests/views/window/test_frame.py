"""What stands around the pages: the strip, the keys, the menu, the banner."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.views.main_window import MainWindow
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.window.shortcuts import EVERYWHERE, ShortcutSheet
from tests.centres import PASSWORD, TestCentre


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give the centre as its coordination sees it."""
    made = Centre.open(centre.folder, "awa", PASSWORD)
    yield made
    made.close()


def _window(qtbot: QtBot, centre: Centre) -> MainWindow:
    made = MainWindow(Shell(centre))
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _labels(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if not label.isHidden()]


def test_the_strip_speaks_of_the_last_backup(qtbot: QtBot, opened: Centre) -> None:
    window = _window(qtbot, opened)
    strip = window.statusBar()
    assert "No backup yet" in _labels(window)
    opened.care.backup()
    strip.refresh()  # type: ignore[attr-defined]  # our own strip
    assert any(text.startswith("Last backup today at") for text in _labels(window))
    assert any(text.endswith("free on the disk") for text in _labels(window))


def test_who_may_not_keep_backups_hears_nothing_of_them(qtbot: QtBot, centre: TestCentre) -> None:
    reader = Centre.open(centre.folder, "seydou", PASSWORD)
    assert not any("ackup" in text for text in _labels(_window(qtbot, reader)))
    reader.close()


def test_an_invented_centre_says_so_above_every_page(qtbot: QtBot, opened: Centre) -> None:
    assert not any("DEMO" in text for text in _labels(_window(qtbot, opened)))
    opened.standing.mark_invented()
    assert any("DEMO" in text for text in _labels(_window(qtbot, opened)))


def test_f8_hides_names_and_shows_them_again(qtbot: QtBot, opened: Centre) -> None:
    window = _window(qtbot, opened)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert (discretion.hides, window.header.display.hide_names.isChecked()) == (True, True)
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert (discretion.hides, window.header.display.hide_names.isChecked()) == (False, False)


def test_the_keys_are_listed(qtbot: QtBot, opened: Centre) -> None:
    window = _window(qtbot, opened)
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    listed = {label.text() for label in sheet.findChildren(QLabel)}
    assert {words for _, words in EVERYWHERE} <= listed
    assert "Ctrl+K" in listed
    sheet.close()


def test_the_menu_offers_what_is_not_in_use(qtbot: QtBot, opened: Centre) -> None:
    offered = [one.objectName() for one in _window(qtbot, opened).header.display.choices()]
    assert {"dark", "contrast", "fr", "150"} <= set(offered)
    assert not {"light", "en"} & set(offered)
