"""The plan of a week on paper: what is published, on one page, and nothing of those who come."""

import subprocess
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from desktop.errors import NotFound
from desktop.i18n import use_language
from desktop.services.planning import PlanningService, SessionPlan
from desktop.services.sheets import SheetService
from desktop.storage.unit_of_work import Desk
from tests.services.house import MONDAY, House, make_house

PLAN = SessionPlan(activity="theatre", site="BKO", on=MONDAY, at=time(15, 30), room="A1", facilitators="Oumou SANGARE")


@pytest.fixture
def house(desk: Desk) -> House:
    """Give a house."""
    use_language("fr")
    return make_house(desk)


def printed(house: House, folder: Path) -> str:
    """Print the week and give its words."""
    target = folder / "week.pdf"
    SheetService(house.desk).week_plan(MONDAY + timedelta(days=3), "BKO", target)
    shown = subprocess.run(["pdftotext", "-raw", target, "-"], check=True, capture_output=True).stdout.decode()
    return shown.replace("\u00a0", " ")


def test_a_session_is_on_the_wall_with_hour_room_and_facilitator_and_a_draft_is_not(
    house: House, tmp_path: Path
) -> None:
    planning = PlanningService(house.desk)
    planning.create(PLAN)
    planning.create(replace(PLAN, activity="dance", draft=True))
    planning.create(replace(PLAN, activity="sport", on=MONDAY - timedelta(days=1)))
    shown = printed(house, tmp_path)
    for words in ("Semaine du 16 au 22 novembre 2026", "15 h 30 à", "Théâtre", "A1", "Oumou SANGARE", "Page 1 / 1"):
        assert words in shown
    assert "Danse" not in shown
    assert "Sport" not in shown


def test_a_cancelled_session_stays_with_the_word_and_without_its_reason(house: House, tmp_path: Path) -> None:
    code = PlanningService(house.desk).create(PLAN)
    PlanningService(house.desk).cancel(code, "Moussa KEITA is ill")
    shown = printed(house, tmp_path)
    assert "Annulée" in shown
    assert "Théâtre" in shown
    assert "KEITA" not in shown


def test_forty_sessions_fit_on_one_page(house: House, tmp_path: Path) -> None:
    planning = PlanningService(house.desk)
    for number in range(40):
        day = MONDAY + timedelta(days=number % 7)
        planning.create(replace(PLAN, on=day, at=time(8 + number // 7)))
    shown = printed(house, tmp_path)
    assert shown.count("Oumou SANGARE") == 40
    assert "Page 1 / 1" in shown


def test_an_empty_week_says_so_and_leaves_room_to_write(house: House, tmp_path: Path) -> None:
    shown = printed(house, tmp_path)
    assert "Rien n’est prévu cette semaine." in shown
    assert "17 h 00" in shown


def test_a_site_that_is_not_there_has_no_plan(house: House, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        SheetService(house.desk).week_plan(MONDAY, "KYS", tmp_path / "week.pdf")
    assert not (tmp_path / "week.pdf").exists()
