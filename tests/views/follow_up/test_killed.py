"""The program is killed while a note is written: the draft is back, for its author alone."""

import os
import subprocess
import sys
from contextlib import ExitStack

from pytestqt.qtbot import QtBot

from tests.centres import PASSWORD, TestCentre, symbols
from tests.views.follow_up import writing
from tests.views.follow_up.conftest import seat
from tests.views.opened import signed_in


def test_after_a_kill_the_draft_is_back_for_its_author_alone(
    qtbot: QtBot, centre: TestCentre, codes: list[str]
) -> None:
    with signed_in(centre, "mariam") as made:
        made.compartments.grant("social", centre.uids["sira"], seen=symbols(made.desk, centre.uids["sira"]))
    call = [sys.executable, "-m", writing.__name__, str(centre.folder), "mariam", PASSWORD, codes[0]]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ) as writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        writer.kill()
    assert said.startswith("Brouillon gardé à ")
    for login, back in (("sira", False), ("mariam", True)):
        with ExitStack() as held:
            desk = seat(qtbot, centre, codes, held, login)
            banners = desk.view.parts.found.banners
            assert banners.go_on.isVisible() is back
            assert len(desk.centre.drafts.own()) == back
            if back:
                banners.go_on.click()
                form = desk.view.parts.editor.form
                assert (form.title.text(), form.texts["text"].toPlainText()) == ("Half a title", "Half a sentence")
