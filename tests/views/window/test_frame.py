"""What stands around the pages: the strip, the keys, the menu, the banner."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.centre import Centre
from desktop.settings import LARGEST_TEXT
from desktop.views.main_window import MainWindow
from desktop.views.pages import PAGES
from desktop.views.shared.discretion import discretion
from desktop.views.shared.shell import Shell
from desktop.views.shared.style import dress, load_fonts
from desktop.views.window.shortcuts import EVERYWHERE, ShortcutSheet
from desktop.views.window.side import Side
from tests.centres import PASSWORD, TestCentre
from tests.views.walk import ROOM


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


def test_every_page_is_in_sight_in_the_sidebar_at_large_letters(
    qtbot: QtBot, qapp: QApplication, opened: Centre
) -> None:
    load_fonts()
    dress(qapp, "light", LARGEST_TEXT)
    side = Side([*PAGES, PAGES[0]], Shell(opened), None)
    qtbot.addWidget(side)
    side.resize(side.width(), ROOM[1] - 40)
    side.show()
    QApplication.processEvents()
    lowest = side.pages.visualItemRect(side.pages.item(side.pages.count() - 1))
    assert lowest.bottom() <= side.pages.viewport().height()
    assert side.roles.isHidden()
    assert side.roles.text() == side.member.toolTip()
    dress(qapp)
    side.resize(side.width(), ROOM[1] * 2)
    assert not side.roles.isHidden()


def test_a_long_title_ends_in_dots_and_never_makes_the_window_wider(qtbot: QtBot, opened: Centre) -> None:
    window = _window(qtbot, opened)
    window.resize(*ROOM)
    name = "Mahamadou Abdoul-Karim Bandiougou COULIBALY DIT SAMAKÉ " * 3
    window.header.title.setText(name)
    QApplication.processEvents()
    assert window.width() == ROOM[0]
    assert window.header.title.toolTip() == name
