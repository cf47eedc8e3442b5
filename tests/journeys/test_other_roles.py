"""Coordination gives two colleagues other roles; each finds what their role opens, and does its main act."""

from subprocess import CalledProcessError

import pytest

from desktop.rights import Role
from tests.journeys.hands import Hands
from tests.journeys.program import Journey
from tests.journeys.sidebar import click_page, lock, walk
from tests.journeys.test_day import NEXT_WEEK, copy_the_week

CARETAKER, TRAVELLER, LEAVER = "oumar", "bakary", "fanta"
# From the layout: the first line of the accounts, which stand by name, and the way to the next one.
_FIRST_ACCOUNT, _ACCOUNT_BELOW = (700, 248), 40
_BY_NAME = ("awa", "bakary", "fanta", "mariam", "oumar", "seydou")


def _choose(hands: Hands, user: str) -> None:
    x, y = _FIRST_ACCOUNT
    hands.click(x, y + _ACCOUNT_BELOW * _BY_NAME.index(user))


def _change_role(hands: Hands, user: str, before: Role, after: Role) -> None:
    """Untick a role and tick another one further on."""
    _choose(hands, user)
    hands.press_button("alt+g")
    for step, role in enumerate(Role):
        if step:
            hands.press("Tab")
        if role in {before, after}:
            hands.press("space")
    hands.press_button("alt+e")


def _refused(journey: Journey, *words: str, user: str) -> bool:
    try:
        journey.run(*words, user=user)
    except CalledProcessError as refused:
        return refused.returncode == 1
    return False


@pytest.mark.slow
def test_a_caretaker_and_the_mobile_team_have_their_day(journey: Journey) -> None:
    """Technical administration suspends an account, the mobile team plans its week."""
    with journey.program() as hands:
        journey.sign_in(hands, "awa")
        hands.press("alt+d")
        hands.wait_for_window("^Administration · Jatigi$")
        _change_role(hands, CARETAKER, Role.MONITORING, Role.ADMINISTRATION)
        _change_role(hands, TRAVELLER, Role.PSYCHOLOGY, Role.MOBILE_TEAM)
        lock(hands)
        journey.sign_in(hands, CARETAKER)
        pages = walk(hands, {"Administration"}, "Rapports")
        click_page(hands, pages, "Administration")
        _choose(hands, LEAVER)
        hands.press_button("alt+e")
        lock(hands)
        journey.sign_in(hands, TRAVELLER)
        copy_the_week(hands, walk(hands, {"Personnes", "Semaine", "Présences", "Suivi", "Références"}, "Arrivées"))
        hands.press("ctrl+q")
        hands.wait_for_no_window()
    journey.run("check", user=CARETAKER)
    assert _refused(journey, "weekly-summary", "--week", NEXT_WEEK, user=CARETAKER)
    assert _refused(journey, "sessions", "--week", NEXT_WEEK, user=LEAVER)
    assert journey.ask("sessions", "--week", NEXT_WEEK, user=TRAVELLER)
