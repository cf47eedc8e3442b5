"""The age band somebody belongs to on a day (`data-model.md` 3)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from desktop.models.years import age_between


class Band(NamedTuple):
    """Ages from `low` to `high` years, both included; no `high` means and older."""

    low: int
    high: int | None = None

    def holds(self, age: int) -> bool:
        """Say whether an age in years lies in the band."""
        return age >= self.low and (self.high is None or age <= self.high)


def band_of(
    birth_min: date | None,
    birth_max: date | None,
    birth_mid: date | None,
    on: date,
    bands: Sequence[Band],
) -> Band | None:
    """Give the band holding both ends of the birth date on that day, else that of its middle, else None."""
    if birth_min is not None and birth_max is not None:
        oldest, youngest = age_between(birth_min, on), age_between(birth_max, on)
        for band in bands:
            if band.holds(oldest) and band.holds(youngest):
                return band
    if birth_mid is None:
        return None
    age = age_between(birth_mid, on)
    return next((band for band in bands if band.holds(age)), None)
