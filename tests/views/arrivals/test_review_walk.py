"""Look-alikes with long names and something to know beforehand, large, on a small screen, in both languages."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.centre import Centre
from desktop.i18n import LANGUAGES
from desktop.services.convoys import ConvoyService
from desktop.settings import LARGEST_TEXT
from desktop.spreadsheets.sources import Pasted
from desktop.views.main_window import MainWindow
from desktop.views.people.merged_card import MergedCard
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from desktop.vocabulary import AttendanceStatus
from tests.centres import TestCentre
from tests.services.house import MONDAY, moment
from tests.views.opened import house_of, signed_in
from tests.views.walk import ROOM, faults

LINE = "COULIBALY DIT SAMAKÉ\tMahamadou Abdoul-Karim Bandiougou\tM\t14/03/1998\t+223 76 12 34 56"


@pytest.fixture
def opened(centre: TestCentre) -> Iterator[Centre]:
    """Give a centre with two files of one long name, marked present at the same three sessions."""
    with signed_in(centre, "awa") as made:
        for hour, line in enumerate((LINE, LINE.replace("COULI", "KOULI")), 1):
            list_ = Pasted(f"Nom\tPrénom\tSexe\tNé le\tTéléphone\n{line}\n", "Pasted list")
            ConvoyService(made.desk).import_list(list_, "BKO", moment(MONDAY, hour))
        for day in range(3):
            session = house_of(made).plan(day=day)
            for person in made.people.search(""):
                made.attendance.mark_by_code(session, person.code, AttendanceStatus.PRESENT)
        yield made


@pytest.mark.parametrize("language", LANGUAGES)
def test_pairs_and_files_of_one_person_stand_the_walk(qapp: QApplication, opened: Centre, language: str) -> None:
    load_fonts()
    speak(qapp, language)
    dress(qapp, "light", LARGEST_TEXT)
    shell = Shell(opened)
    window = MainWindow(shell)
    with ExitStack() as held:
        held.callback(shell.tasks.finish)
        held.callback(delete, window)  # before its centre closes: a table still asks for lines when it is dressed
        window.resize(*ROOM)
        window.show()
        shell.go_to("arrivals", "look-alikes")
        _settle()
        assert list(faults(window, language)) == []
        assert (window.width(), window.height()) == ROOM
        (pair,) = opened.look_alike_queue.pairs()
        shell.go_to("people", pair.older.code)
        card = window.findChildren(MergedCard)[0]
        card.begin.click()
        card.form.sought.setText(pair.newer.code)
        card.form.sought.returnPressed.emit()
        _settle()
        assert card.form.agree.isVisible()
        assert list(faults(window, language)) == []
        house_of(opened).leave(pair.newer.code, moment(MONDAY, 12))
        card.form.agree.click()
        _settle()
        assert list(card.parting) == [pair.newer.code]
        assert list(faults(window, language)) == []
        assert (window.width(), window.height()) == ROOM


def _settle() -> None:
    for _ in range(4):
        QApplication.processEvents()
