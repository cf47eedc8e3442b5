"""The weights of a comparison, from `resources/lists/look_alikes.toml`."""

from dataclasses import dataclass
from functools import cache

from desktop.services.look_alikes.reasons import Reason
from desktop.services.reference import load


@dataclass(frozen=True, slots=True)
class Rules:
    """What two files must share to be shown; points add up to a score of 0 to 100."""

    least: int
    most: int
    near_days: int
    points: dict[Reason, int]
    alike: float
    shortest: int
    missing: float
    other: float
    single: float
    rare: int
    sure: int
    likely: int


@cache
def rules() -> Rules:
    """Give the rules as shipped.

    Raises:
        BrokenList: the file does not say its version and source.
    """
    told = load("look_alikes")
    points = {Reason(name): value for name, value in told["points"].items()}
    return Rules(told["least"], told["most"], told["near_days"], points, **told["name"], **told["words"])
