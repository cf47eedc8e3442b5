"""Three centres to look at: one where nothing happened yet, one that lives, one with too much of everything."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

from desktop.centre import Centre
from desktop.demonstration.building import build_centre
from desktop.demonstration.inventions import HEADINGS, invent_arrivals
from desktop.models.base import now
from desktop.services.planning import SessionPlan
from desktop.services.sessions import monday_of
from tests.centres import PASSWORD, make_centre

MANY = 1000
SESSIONS = 120
_LONG = 60  # letters of a name
_SEED = 2019


@dataclass(frozen=True, slots=True)
class Place:
    """A vault to look at, and who signs in to it, by login."""

    folder: Path
    passwords: dict[str, str]

    @contextmanager
    def opened(self, login: str) -> Iterator[Centre]:
        """Open the centre as somebody sees it."""
        centre = Centre.open(self.folder, login, self.passwords[login])
        try:
            yield centre
        finally:
            centre.close()


def empty(folder: Path) -> Place:
    """Make a centre on its first day."""
    made = make_centre(folder)
    return Place(made.folder, dict.fromkeys(("awa", *made.uids), PASSWORD))


def typical(folder: Path) -> Place:
    """Make the centre of the demonstration."""
    accounts = build_centre(folder, people=300, weeks=3, seed=_SEED)
    return Place(folder, {one["user"]: one["password"] for one in accounts})


def full(folder: Path) -> Place:
    """Make a centre with a thousand people of long names and a week that has no room left."""
    place = typical(folder)
    target = folder.parent / "many.csv"
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(_with_long_name(one.cells) for one in invent_arrivals(Random(_SEED), MANY))
    with place.opened("awa") as centre:
        site = centre.setup.sites()[0]
        centre.convoys.import_list(target, site.code, now() - timedelta(hours=3))
        monday = monday_of(now().date())
        for number in range(SESSIONS):
            day, hour = monday + timedelta(days=number % 7), 8 + number // 7 % 10
            centre.planning.create(
                SessionPlan(activity="sport", site=site.code, on=day, at=(now().replace(hour=hour, minute=0)).time())
            )
    return place


def _with_long_name(cells: tuple[str, ...]) -> tuple[str, ...]:
    name, *rest = cells
    return (f"{name} {'dit Aboubacrine ' * 4}"[:_LONG].strip(), *rest)


CENTRES = {"empty": empty, "typical": typical, "full": full}
