"""A day at one computer: each role signs in, walks its pages by keys and mouse, does its main act, and locks."""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from tests.journeys.hands import Hands
from tests.journeys.papers import leave
from tests.journeys.program import Journey
from tests.journeys.screen import wait_until
from tests.journeys.sidebar import Pages, click_page, lock, walk

TODAY = datetime.now(tz=UTC).date()
NEXT_WEEK, LAST_WEEK = (str(TODAY + timedelta(days=days)) for days in (7, -7))
NAME = "Zoumanakoro"
# The pages a role must find, and one that it must not.
PAGES = {
    "awa": ({"Arrivées", "Personnes", "Semaine", "Rapports", "Administration"}, "Références"),
    "seydou": ({"Arrivées", "Personnes", "Semaine", "Présences"}, "Suivi"),
    "fanta": ({"Semaine", "Présences", "Rapports"}, "Personnes"),
    "mariam": ({"Personnes", "Suivi", "Références", "Annuaire"}, "Administration"),
    "bakary": ({"Personnes", "Suivi", "Références", "Présences"}, "Arrivées"),
    "oumar": ({"Semaine", "Rapports"}, "Présences"),
}
# From the layout: the middle of the first line of a list.
_FIRST_LINE = (330, 261)


Acts = dict[str, Callable[[Hands, Pages], None]]


def copy_the_week(hands: Hands, pages: Pages) -> None:
    """Copy this week into the next one."""
    click_page(hands, pages, "Semaine")
    hands.press("Next")
    hands.press_button("alt+c")


def _correct_a_name(hands: Hands, pages: Pages) -> None:
    click_page(hands, pages, "Personnes")
    hands.type("a")  # straight into the search: a click leads into the page
    hands.press_and_see("BackSpace", still_s=0.4)
    hands.double_click(*_FIRST_LINE)
    hands.press_and_see("Return", still_s=0.4)
    hands.type(NAME)
    hands.press_and_see("ctrl+s")


def _mark(hands: Hands, pages: Pages) -> None:
    click_page(hands, pages, "Présences")
    hands.press_and_see("alt+Left")
    hands.press_and_see("ctrl+End", "p")  # the end of a sheet that was begun


def _send_the_letter(hands: Hands, pages: Pages) -> None:
    click_page(hands, pages, "Références")
    hands.type("0001")
    hands.press_until("ctrl+p", lambda: hands.sees("^REF-"))
    hands.wait_for_window("^REF-")
    leave(hands, "^REF-")
    hands.press_button("alt+n")


def _save_the_figures(hands: Hands, pages: Pages, target: Path) -> None:
    click_page(hands, pages, "Rapports")
    hands.press("alt+Left")
    hands.press_until("ctrl+s", lambda: hands.sees("^Enregistrer$"))
    hands.wait_for_window("^Enregistrer$")
    hands.press("alt+n", "ctrl+a")
    hands.type(str(target))
    hands.press("Return")
    wait_until(target.is_file, target.name)
    hands.wait_for_window("· Jatigi$")


def _a_day(journey: Journey, acts: Acts) -> None:
    """Let one after the other sign in at the same computer, walk, act and lock; the last one closes the program."""
    with journey.program() as hands:
        for user, act in acts.items():
            if hands.sees("· Jatigi$"):
                lock(hands)
            journey.sign_in(hands, user)
            act(hands, walk(hands, *PAGES[user]))
        hands.press("ctrl+q")
        hands.wait_for_no_window()


def _marked(journey: Journey) -> int:
    return sum(one["marked"] for one in journey.ask("sessions", "--week", LAST_WEEK, user="fanta"))


@pytest.mark.slow
def test_the_house_has_its_day(journey: Journey) -> None:
    """Coordination copies the week, reception corrects a name, activities mark a sheet."""
    marked = _marked(journey)
    _a_day(journey, {"awa": copy_the_week, "seydou": _correct_a_name, "fanta": _mark})
    assert _marked(journey) == marked + 1
    assert [one["name"].split()[0] for one in journey.ask("people", "--search", NAME, user="awa")] == [NAME]
    assert journey.ask("sessions", "--week", NEXT_WEEK, user="awa")


@pytest.mark.slow
def test_those_who_follow_people_and_those_who_count_have_theirs(journey: Journey, tmp_path: Path) -> None:
    """Social work sends a letter, psychology marks a sheet, monitoring saves the figures."""
    marked, target = _marked(journey), tmp_path / "chiffres.xlsx"
    save_them = partial(_save_the_figures, target=target)
    _a_day(journey, {"mariam": _send_the_letter, "bakary": _mark, "oumar": save_them})
    assert _marked(journey) == marked + 1
    assert [one["state"] for one in journey.ask("referrals", user="mariam")] == ["sent"]
    counted = journey.ask("weekly-summary", "--week", LAST_WEEK, user="oumar")
    with zipfile.ZipFile(target) as book:
        cells = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/"))
    assert f"<v>{counted['participations']}</v>" in cells
