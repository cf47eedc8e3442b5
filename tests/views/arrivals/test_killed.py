"""The program is killed while a convoy is written down: each cell that was left is there, the one begun is not."""

import os
import subprocess
import sys
from pathlib import Path

from tests.centres import PASSWORD, TestCentre
from tests.services.convoys.test_importing import ARRIVED
from tests.spreadsheets.lists import written
from tests.views.arrivals import writing_grid
from tests.views.opened import signed_in


def test_after_a_kill_every_cell_that_was_left_is_there(centre: TestCentre, tmp_path: Path) -> None:
    with signed_in(centre, "seydou") as made:
        [site] = made.setup.sites()
        made.convoys.import_list(written(tmp_path, "Nom;Bracelet\n;K-1\n;K-2\n"), site.code, ARRIVED)
    call = [sys.executable, "-m", writing_grid.__name__, str(centre.folder), "seydou", PASSWORD]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ) as writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        writer.kill()
    assert said == "typed\n"
    with signed_in(centre, "seydou") as made:
        people = made.convoy_people.people(made.convoy_desk.recent()[0].id)
        assert [(one.family_name, one.given_names) for one in people] == [("Keita", ""), ("", "")]
