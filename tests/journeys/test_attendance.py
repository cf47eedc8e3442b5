"""Somebody marks a sheet by keys alone; the command line finds every mark."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.journeys.program import Journey

USER = "fanta"


def _mark_last_week(journey: Journey, *letters: str) -> int:
    """Mark the top of the sheet that waits first in last week, and give the participations of that week."""
    with journey.program() as hands:
        journey.sign_in(hands, USER)
        hands.press("alt+r")
        hands.wait_for_window("^Présences · Jatigi$")
        hands.press_and_see("alt+Left")
        hands.press_and_see("ctrl+Home", *letters)
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    week = datetime.now(tz=UTC).date() - timedelta(days=7)
    counted: int = journey.ask("weekly-summary", "--week", f"{week}", user=USER)["participations"]
    return counted


@pytest.mark.slow
def test_marks_made_by_keys_are_counted_by_the_weekly_summary(journey: Journey) -> None:
    none_came = _mark_last_week(journey, *"nnnnnn")
    assert _mark_last_week(journey, *"preadn") - none_came == 3
    assert _mark_last_week(journey, *"pppppp") - none_came == 6
