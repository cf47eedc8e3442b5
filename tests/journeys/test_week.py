"""A session is planned in the grid, carried, marked and summarised by keys alone; the command line counts the same."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.hands import Hands
from tests.journeys.papers import leave, save, words_of
from tests.journeys.program import Journey

USER = "fanta"
PREVIEW = "^Synthèse hebdomadaire"
LAST_WEEK = str(datetime.now(tz=UTC).date() - timedelta(days=7))


def _plan(hands: Hands) -> None:
    """Plan a session of last Wednesday at 17 h, then carry it to Thursday and make it a quarter of an hour longer."""
    hands.press("alt+s")
    hands.wait_for_window("^Semaine · Jatigi$")
    hands.press("Prior", "ctrl+n", "alt+h", "shift+Tab", "ctrl+a")
    hands.type("mercredi")
    hands.press("Tab", "ctrl+a")
    hands.type("17 h")
    hands.press("Return", "ctrl+Right", "shift+Down")


def _summarise(hands: Hands, target: Path) -> None:
    hands.press("alt+t")
    hands.wait_for_window("^Rapports · Jatigi$")
    hands.press("alt+Left")
    hands.press_until("ctrl+p", lambda: hands.sees(PREVIEW))
    hands.wait_for_window(PREVIEW)
    save(hands, PREVIEW, target)
    leave(hands, PREVIEW)


@pytest.mark.slow
def test_a_week_is_planned_marked_and_summarised(journey: Journey, tmp_path: Path) -> None:
    before = _codes(journey)
    counted = journey.ask("weekly-summary", "--week", LAST_WEEK, user=USER)
    with journey.program() as hands:
        journey.sign_in(hands, USER)
        _plan(hands)
        hands.press("m")
        hands.wait_for_window("^Présences · Jatigi$")
        hands.press("ctrl+Home", *"ppreadn")
        _summarise(hands, tmp_path / "synthese.pdf")
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    (new,) = [one for code, one in _codes(journey).items() if code not in before]
    start = datetime.fromisoformat(new["start"])
    assert (start.isoweekday(), start.hour, new["marked"]) == (4, 17, 7)
    now = journey.ask("weekly-summary", "--week", LAST_WEEK, user=USER)
    assert now["sessions_planned"] == counted["sessions_planned"] + 1
    assert now["participations"] == counted["participations"] + 4
    lines = [line.split() for line in words_of(tmp_path / "synthese.pdf").splitlines()]
    assert ["Participations", str(now["participations"])] in [line[-3:-1] for line in lines]


def _codes(journey: Journey) -> dict[str, dict[str, Any]]:
    return {one["code"]: one for one in journey.ask("sessions", "--week", LAST_WEEK, user=USER)}
