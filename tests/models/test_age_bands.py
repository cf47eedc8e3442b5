"""Which age band somebody belongs to."""

from datetime import date

from desktop.models.age_bands import Band, band_of
from desktop.models.partial_date import parse_birth

BANDS = (Band(0, 4), Band(5, 11), Band(12, 17), Band(18, 59), Band(60))
TODAY = date(2026, 11, 24)


def _band(said: str, on: date = TODAY) -> Band | None:
    birth = parse_birth(said, TODAY)
    return band_of(birth.min, birth.max, birth.mid, on, BANDS)


def test_both_ends_in_one_band_decide() -> None:
    assert _band("20-40 ans") == Band(18, 59)
    assert _band("75 ans") == Band(60)


def test_else_the_middle_decides() -> None:
    assert _band("16-20 ans") == Band(18, 59)


def test_else_the_band_is_unknown() -> None:
    assert _band("10-40 ans") is None
    assert _band("adulte") is None
    assert _band("") is None


def test_the_band_is_that_of_the_day_of_the_event() -> None:
    assert _band("24/11/2008", date(2026, 11, 23)) == Band(12, 17)
    assert _band("24/11/2008", date(2026, 11, 24)) == Band(18, 59)
