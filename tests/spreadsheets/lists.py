"""Where the lists of the demonstration stand, and how a test writes one of its own."""

from datetime import date
from pathlib import Path

from desktop.paths import RESOURCES
from desktop.spreadsheets.interpret import interpret
from desktop.spreadsheets.manifest import Manifest
from desktop.spreadsheets.reading import read_table

DEMO = RESOURCES / "demo"
CHARTER = DEMO / "manifeste_charter_tripoli.xlsx"
BUS = DEMO / "liste_bus_tamanrasset.csv"
NIGHT = DEMO / "arrivees_nuit_niamey.ods"
# Three people, saved in the binary format of 1997 below three blank rows.
OLD_OFFICE = Path(__file__).parent / "liste_1997.xls"
DAY = date(2026, 11, 22)


def understood(path: Path, mapping: dict[str, str] | None = None) -> Manifest:
    """Read and understand a list as of 22 November 2026."""
    return interpret(read_table(path), mapping, DAY)


def written(folder: Path, text: str, name: str = "liste.csv") -> Path:
    """Write a text list."""
    path = folder / name
    path.write_text(text, "utf-8")
    return path
