"""The figures of a week, beside bare SQL that answers the same."""

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from desktop.services.figures import FiguresService
from tests.benchmarks.figures import Figure, in_turns
from tests.benchmarks.ground import Ground
from tests.benchmarks.lives import MONDAY


def measure(ground: Ground) -> list[Figure]:
    """Count one busy week through the service and by hand; both must say the same."""
    service, week = FiguresService(ground.desk), MONDAY.date()
    days = {"first": str(week), "last": str(week + timedelta(days=6)), "start": f"{week} 00:00:00.000000",
            "end": f"{week + timedelta(days=7)} 00:00:00.000000"}  # fmt: skip
    with ground.raw(reading=True) as raw:
        _refuse_other_answers(service.week(week), by_hand(raw, days))
        rounds = ground.rounds(40)
        acts, bare = [lambda: service.week(week)] * rounds, [lambda: by_hand(raw, days)] * rounds
        pair = in_turns(acts, bare, again=ground.again("week"))
    return [pair.ratio("weekly figures / bare SQL", 1.5, "the same answers in bare SQL")]


@cache
def _questions() -> tuple[str, ...]:
    rows, bands, *questions = Path(__file__).with_suffix(".sql").read_text("utf-8").split(";")
    return tuple(one.replace("BANDS", bands).replace("ROWS", rows) for one in questions)


def by_hand(raw: Any, days: dict[str, str]) -> list[Any]:
    """Give the rows of every question."""
    return [raw.execute(question, days).fetchall() for question in _questions()]


def _refuse_other_answers(week: Any, rows: list[Any]) -> None:
    ours = (week.participations, week.unique_people, len(week.by_activity), week.new_people, week.look_alikes)
    theirs = (*rows[0][0], len(rows[1]), rows[0][0][1] - rows[5][0][0], rows[8][0][0])
    cells = {(cell.sex.value, cell.band): cell.unique_people for cell in week.by_sex_age if cell.unique_people}
    if ours != theirs or cells != {(sex, band): count for sex, band, count in rows[4]}:
        raise RuntimeError(f"the baseline counts otherwise: {ours} {theirs}")
