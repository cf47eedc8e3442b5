"""Bringing lists in, with the look-alikes of everybody on them."""

import csv
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from desktop.services.convoys import ConvoyService
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground
from tests.benchmarks.names import Names

_ARRIVED = datetime(2026, 11, 23, 22, tzinfo=UTC)
_HEADINGS = ("Nom et prénoms", "Sexe", "Age", "Pays de provenance", "Téléphone", "Langue", "Région d'origine")


def measure(ground: Ground) -> list[Figure]:
    """Import buses and one very long list; beside each, the same list only read and understood."""
    small = ground.data.size.people < 10_000
    return [
        _import(ground, "import of 150 rows", 2, rows=150, rounds=ground.rounds(7)),
        _import(ground, "import of 5 000 people", 10, rows=200 if small else 5000, rounds=1),
    ]


def _import(ground: Ground, name: str, limit_s: float, *, rows: int, rounds: int) -> Figure:
    service, folder = ConvoyService(ground.desk), ground.data.folder.parent
    paths = [_write(ground, folder / f"{rows}-{number}.csv", rows) for number in range(rounds)]
    acts = [_bring(service, path) for path in paths]
    bare = [lambda path=path: service.understand(path, "BKO", _ARRIVED) for path in paths]
    beside = "the list only read and understood"
    return in_turns(acts, bare, again=1).seconds(f"{name} with look-alikes", limit_s, beside)


def _bring(service: ConvoyService, path: Path) -> Callable[[], object]:
    return lambda: service.import_list(path, "BKO", _ARRIVED)


def _write(ground: Ground, path: Path, rows: int) -> Path:
    chance, names = ground.chance, Names(ground.chance)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_HEADINGS)
        for _ in range(rows):
            woman = chance.randrange(10) == 0
            writer.writerow((
                f"{names.given(woman=woman)} {names.family().upper()}", "F" if woman else "M",
                max(1, round(chance.gauss(27, 9))), "Algérie", f"+223 7{chance.randrange(10_000_000):07d}", "bambara",
                chance.choice(("Kayes", "Sikasso", "Ségou", "Mopti")),
            ))  # fmt: skip
    return path
