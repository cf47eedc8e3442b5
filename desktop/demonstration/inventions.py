"""Inventing people for the demonstration: a list of arrivals written as a sender would."""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from desktop.paths import RESOURCES

DEMO = RESOURCES / "demo"
SAMPLES = ("manifeste_charter_tripoli.xlsx", "liste_bus_tamanrasset.csv", "arrivees_nuit_niamey.ods")
# Nine in ten who come back are men, most of them young (`domain.md` 1.2 and the sample lists).
WOMEN_IN_TEN = 1
HEADINGS = (
    "Nom et prénoms",
    "Genre",
    "Age",
    "Pays de provenance",
    "Téléphone",
    "Langue",
    "Région d'origine",
    "Nationalité",
)


@cache
def invented() -> dict[str, Any]:
    """Give what `resources/demo/invented.toml` says the demonstration is made of."""
    return tomllib.loads((DEMO / "invented.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Arrival:
    """One invented line of a list."""

    cells: tuple[str, ...]


def invent_arrivals(chance: Random, count: int) -> list[Arrival]:
    """Invent `count` people; the same `chance` invents the same people."""
    return [Arrival(_line(chance)) for _ in range(count)]


def _line(chance: Random) -> tuple[str, ...]:
    words = invented()["people"]
    woman = chance.randrange(10) < WOMEN_IN_TEN
    given = chance.choice(words["women" if woman else "men"])
    family = chance.choice(words["families"]).upper()
    phone = f"+223 {chance.choice('679')}{chance.randrange(10)} " + " ".join(
        f"{chance.randrange(100):02d}" for _ in range(3)
    )
    return (
        f"{given} {family}",
        "Femme" if woman else "Homme",
        str(min(70, max(1, round(chance.gauss(27, 9))))),
        chance.choice(words["countries"]),
        phone if chance.random() < 0.6 else "",
        chance.choice(words["languages"]),
        chance.choice(words["origins"]),
        chance.choice(words["nationalities"]),
    )


def write_list(arrivals: list[Arrival], target: Path) -> None:
    """Write the list as a spreadsheet would save it: semicolons, UTF-8 with its mark."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(arrival.cells for arrival in arrivals)
