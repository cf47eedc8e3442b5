"""Pairs of people whose label is known, as lists write them, and what any rule makes of them.

`same.csv` holds one person written twice; `different.csv` two people who share much. The rules and the
aliases were fitted on the part `fit`; whoever is one person in the part `held` bears other names, looked at by nobody
who fitted them.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.partial_date import parse_birth
from desktop.services.new_people import NewPerson
from desktop.vocabulary import Sex

SAID_ON = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A person of the file and a newcomer, whether they are one, and what makes the pair hard."""

    known: NewPerson
    newcomer: NewPerson
    same: bool
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Quality:
    """How many of the joined pairs are one person, and how many of those that are one were joined."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give both as one figure."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def labelled() -> list[Labelled]:
    """Read both lists."""
    return [_pair(row, same=same) for name, same in (("same", True), ("different", False)) for row in _rows(name)]


def quality(pairs: Sequence[Labelled], joined: Callable[[Labelled], bool]) -> Quality:
    """Measure a rule."""
    said = [pair for pair in pairs if joined(pair)]
    right = sum(pair.same for pair in said)
    return Quality(right / max(1, len(said)), right / sum(pair.same for pair in pairs))


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).with_name(f"{name}.csv")).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pair(row: dict[str, str], *, same: bool) -> Labelled:
    return Labelled(_person(row, "a_"), _person(row, "b_"), same, row["kind"], row["part"])


def _person(row: dict[str, str], side: str) -> NewPerson:
    told = {name.removeprefix(side): value for name, value in row.items() if name.startswith(side)}
    return NewPerson(
        given_names=told["given_names"],
        family_name=told["family_name"],
        sex=Sex(told["sex"]),
        birth=parse_birth(told["birth"], SAID_ON),
        father=told["father"],
        mother=told["mother"],
        origin=told["origin"] or None,
        phone=told["phone"] or None,
    )
