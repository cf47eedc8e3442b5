"""Every act on a compartment, in both languages and all themes, large, on a small screen."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.i18n import LANGUAGES
from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.settings import LARGEST_TEXT, THEMES
from desktop.views.compartments.compartments_view import CompartmentsView
from desktop.views.compartments.founding_pane import FoundingPane
from desktop.views.shared.shell import Shell
from desktop.views.shared.speech import speak
from desktop.views.shared.style import dress, load_fonts
from tests.centres import TestCentre
from tests.views.opened import signed_in
from tests.views.walk import ROOM, faults

WIDE, HIGH = ROOM[0] - 330, ROOM[1] - 110  # less the sidebar, the header and the foot at this size of text


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_fits_at_the_largest_text(
    qtbot: QtBot, qapp: QApplication, centre: TestCentre, language: str, theme: str
) -> None:
    with signed_in(centre, "awa") as opened:
        founds = [named_key("compartment", code) for code in ("social", "gbv_trafficking")]
        opened.accounts.appoint(centre.uids["mariam"], [Role.SOCIAL_WORK], founds=founds)
    load_fonts()
    speak(qapp, language)
    dress(qapp, theme, LARGEST_TEXT)
    with signed_in(centre, "mariam") as opened:
        shell = Shell(opened)
        view = CompartmentsView(shell)
        qtbot.addWidget(view)
        view.resize(WIDE, HIGH)
        view.show()
        cards = {card.line.code: card for card in view.list.cards}
        social = cards["social"]
        for button in (cards["gbv_trafficking"].found, social.let_in, social.test, social.team):
            button.click()
            pane = view.pane
            if isinstance(pane, FoundingPane):
                qtbot.waitUntil(pane.paper.show_paper.isEnabled, timeout=20_000)
            QTest.qWait(1)
            assert (view.width(), view.height()) == (WIDE, HIGH)
            assert list(faults(view, language)) == []
            view.show_list()
        shell.tasks.finish()
