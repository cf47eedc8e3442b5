"""Inventing people for the demonstration."""

from pathlib import Path
from random import Random

from desktop.demonstration.inventions import HEADINGS, invent_arrivals, invented, write_list


def test_the_same_seed_invents_the_same_people() -> None:
    assert invent_arrivals(Random(1), 30) == invent_arrivals(Random(1), 30)
    assert invent_arrivals(Random(1), 30) != invent_arrivals(Random(2), 30)


def test_a_written_list_has_a_line_for_each_person(tmp_path: Path) -> None:
    arrivals = invent_arrivals(Random(1), 30)
    write_list(arrivals, tmp_path / "list.csv")
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == ";".join(HEADINGS)
    assert len(lines) == 31


def test_every_role_has_an_invented_account() -> None:
    roles = {role for account in invented()["accounts"] for role in account["roles"]}
    assert {"coordination", "reception", "activities", "social_work", "psychology", "monitoring"} <= roles
