"""The guide is searched and read by keys alone, and what it shows fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.i18n import LANGUAGES
from desktop.settings import LARGEST_TEXT, THEMES
from desktop.views.guide.chapters import NAMES, chapters
from desktop.views.guide.guide_window import GuideWindow, open_guide
from desktop.views.guide.searching import answering, places
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.views.walk import ROOM, faults


@pytest.fixture
def work(qtbot: QtBot) -> QWidget:
    """Give a window to read the guide beside."""
    beside = QWidget()
    beside.resize(*ROOM)
    qtbot.addWidget(beside)
    beside.show()
    return beside


@pytest.fixture
def guide(qtbot: QtBot, qapp: QApplication, work: QWidget) -> GuideWindow:
    """Give the French guide, open at its first chapter."""
    load_fonts()
    speak(qapp, "fr")
    return _opened(qtbot, work)


def _opened(qtbot: QtBot, work: QWidget) -> GuideWindow:
    open_guide(work, "")
    guide = work.findChild(GuideWindow)
    assert guide is not None
    qtbot.waitUntil(guide.isActiveWindow)
    return guide


def _shown(guide: GuideWindow) -> list[str]:
    return [guide.contents.item(row).text() for row in range(guide.contents.count())]


def test_words_are_found_whatever_their_accents() -> None:
    found = [one.name for one in answering(chapters("fr"), "PRESENCES emargement s'imprim")]
    assert found == ["week"]
    assert answering(chapters("fr"), "zzz") == []
    text = "Le cœur, déjà"
    assert [text[start:end] for start, end in places(text, "deja coeur")] == ["cœur", "déjà"]
    assert list(places("parler", "ler")) == []


def test_the_title_counts_more_than_the_text() -> None:
    assert answering(chapters("fr"), "sauvegarde")[0].name == "backup"


def test_typing_narrows_the_chapters_and_lights_the_words(guide: GuideWindow) -> None:
    assert len(_shown(guide)) == len(NAMES)
    QTest.keyClicks(guide.sought, "horloge")
    assert _shown(guide) == ["En cas de problème"]
    lit = [one.cursor.selectedText() for one in guide.leaf.extraSelections()]
    assert lit == ["horloge"]
    QTest.keyClicks(guide.sought, "zzz")
    assert (guide.contents.isVisible(), guide.nothing.isVisible()) == (False, True)
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert (len(_shown(guide)), guide.isVisible()) == (len(NAMES), True)


def test_arrows_walk_the_chapters_and_escape_goes_back_to_the_work(guide: GuideWindow) -> None:
    QTest.keyClick(guide.sought, Qt.Key.Key_Down)
    QTest.keyClick(guide.contents, Qt.Key.Key_Down)
    assert guide.leaf.toPlainText().startswith("Aujourd’hui")
    QTest.keyClick(guide.contents, Qt.Key.Key_Return)
    assert guide.leaf.hasFocus()
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_keys_are_named_as_the_keyboard_names_them(guide: GuideWindow) -> None:
    guide.open_at("keys")
    text = guide.leaf.toPlainText()
    assert "Ctrl+Maj+L" in text
    assert "Shift" not in text


def test_a_link_turns_to_its_chapter(guide: GuideWindow) -> None:
    guide.leaf.anchorClicked.emit("backup.md")
    assert guide.contents.currentItem().text() == "Sauvegarde"


def test_an_unknown_page_opens_the_first_chapter(guide: GuideWindow) -> None:
    guide.open_at("nowhere")
    assert guide.contents.currentRow() == 0


def test_the_guide_turns_rather_than_opening_twice(guide: GuideWindow, work: QWidget) -> None:
    open_guide(work, "people")
    assert len(work.findChildren(GuideWindow)) == 1
    assert guide.contents.currentItem().text() == "Personnes"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chapter_fits_at_the_largest_text(
    qtbot: QtBot, qapp: QApplication, work: QWidget, language: str, theme: str
) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, theme, LARGEST_TEXT)
    guide = _opened(qtbot, work)
    for name in NAMES:
        guide.open_at(name)
        QApplication.processEvents()
        assert list(faults(guide, language)) == []
        assert not guide.leaf.horizontalScrollBar().isVisible(), name
