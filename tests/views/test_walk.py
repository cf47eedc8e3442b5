"""Every page, in both languages and all themes, large, on a small screen: nothing foreign, cut or unnamed."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, time
from gettext import translation

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES, use_catalogue
from desktop.paths import TRANSLATIONS
from desktop.services.new_people import NewPerson
from desktop.services.planning import SessionPlan
from desktop.settings import LARGEST_TEXT, THEMES
from desktop.views.main_window import MainWindow
from desktop.views.pages import PAGES
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from desktop.views.sign_in.demonstration import accounts_hint
from desktop.views.sign_in.welcome import WelcomeWindow
from desktop.views.sign_in.window import SignInWindow
from desktop.views.window.shortcuts import EVERYWHERE, ShortcutSheet
from tests.centres import PASSWORD, TestCentre
from tests.views.walk import ROOM, Doubled, faults, is_foreign, shared_letters, walk

WHO = ("awa", "mariam")  # between them they see every page
LOOKS = [(language, theme) for language in LANGUAGES for theme in THEMES]


@pytest.fixture(params=WHO)
def opened(request: pytest.FixtureRequest, centre: TestCentre) -> Iterator[Centre]:
    """Give a centre with somebody of a long name and a session of today, as one account sees it."""
    made = Centre.open(centre.folder, "awa", PASSWORD)
    long = NewPerson(given_names="Mahamadou Abdoul-Karim Bandiougou", family_name="COULIBALY DIT SAMAKÉ")
    made.people.add(long, made.setup.sites()[0].id)
    plan = SessionPlan(activity="pfa", site="BKO", on=datetime.now(tz=UTC).date(), at=time(9, 0))
    made.planning.create(plan)
    made.standing.mark_invented()
    made.close()
    made = Centre.open(centre.folder, request.param, PASSWORD)
    yield made
    made.close()


def _look(qapp: QApplication, language: str, theme: str) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, theme, LARGEST_TEXT)


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_every_page_stands_the_walk(qapp: QApplication, opened: Centre, language: str, theme: str) -> None:
    _look(qapp, language, theme)
    shell = Shell(opened)
    window = MainWindow(shell)
    with ExitStack() as held:
        held.callback(shell.tasks.finish)
        held.callback(delete, window)  # before its centre closes: a table still asks for lines when it is dressed
        window.resize(*ROOM)
        window.show()
        assert list(walk(window, language)) == []
        sheet = ShortcutSheet(window.header.title.text(), EVERYWHERE, window)
        sheet.show()
        QApplication.processEvents()
        assert list(faults(sheet, language)) == []
        assert sheet.height() < ROOM[1]


def test_every_page_has_room_for_a_language_of_twice_the_words(qapp: QApplication, opened: Centre) -> None:
    load_fonts()
    speak(qapp, "fr")
    dress(qapp)
    use_catalogue(Doubled(translation("jatigi", TRANSLATIONS, ["fr"])))
    shell = Shell(opened)
    window = MainWindow(shell)
    with ExitStack() as held:
        held.callback(shell.tasks.finish)
        held.callback(delete, window)
        window.resize(*ROOM)
        window.show()
        assert list(walk(window, "fr", may_elide=True)) == []


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_the_first_windows_stand_it_too(qtbot: QtBot, qapp: QApplication, language: str, theme: str) -> None:
    _look(qapp, language, theme)
    for window in (WelcomeWindow(can_create=True), SignInWindow("Centre.vault", "awa", accounts_hint())):
        qtbot.addWidget(window)
        window.show()
        QApplication.processEvents()
        assert list(faults(window, language)) == []


def test_between_them_they_see_every_page(centre: TestCentre) -> None:
    seen: set[str] = set()
    for login in WHO:
        opened = Centre.open(centre.folder, login, PASSWORD)
        seen |= {page.name for page in PAGES if page.opens_for(Shell(opened))}
        opened.close()
    assert seen == {page.name for page in PAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_answer_to_the_same_letter(qapp: QApplication, language: str) -> None:
    from desktop.i18n import tr  # noqa: PLC0415 - used here only

    speak(qapp, language)
    titles = [tr(page.title) for page in PAGES]
    letters = [title[title.index("&") + 1].casefold() for title in titles if "&" in title]
    assert len(letters) == len(set(letters))
    # A page seldom visited leaves its letter to the acts of the others.
    assert [title for title in titles if "&" not in title] == [tr("Compartments")]


def test_the_walk_sees_each_fault(qtbot: QtBot, qapp: QApplication) -> None:
    _look(qapp, "fr", "light")
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    cut = QLabel("Une phrase bien trop longue pour sa place")
    cut.setFixedWidth(40)
    for widget in (cut, QLineEdit(), QPushButton("Lock")):
        column.addWidget(widget)
    root.setMinimumSize(1300, 100)
    root.show()
    QApplication.processEvents()
    told = " ".join(faults(root, "fr"))
    assert "no name: QLineEdit" in told
    assert "clipped" in told
    assert "not fr: 'Lock'" in told


def test_the_walk_sees_a_letter_asked_twice(opened: Centre, qtbot: QtBot, qapp: QApplication) -> None:
    _look(qapp, "fr", "light")
    shell = Shell(opened)
    window = MainWindow(shell)
    qtbot.addWidget(window)
    for words in ("&Semer", "Se&mer", "Se&mbler"):
        QPushButton(words, window).show()
    window.show()
    told = list(shared_letters(window))
    shell.tasks.finish()
    assert any("&Semaine" in one and "&Semer" in one for one in told)
    assert any("Se&mer" in one and "Se&mbler" in one for one in told)


def test_texts_with_values_are_known_by_their_shape() -> None:
    assert is_foreign("The encrypted file is open: Bamako.vault", "fr")
    assert not is_foreign("The encrypted file is open: Bamako.vault", "en")
    assert not is_foreign("Moussa KEITA", "fr")
