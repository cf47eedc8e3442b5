"""Birth dates as people say them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import BadValue
from desktop.models.partial_date import ABOUT_ESTIMATED, PartialDate, from_age, parse_birth
from desktop.models.years import age_between
from desktop.vocabulary import Precision

TODAY = date(2026, 11, 24)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("said", "first", "last", "precision"),
    [
        ("1998", (1998, 1, 1), (1998, 12, 31), Precision.YEAR),
        (1998, (1998, 1, 1), (1998, 12, 31), Precision.YEAR),
        (1998.0, (1998, 1, 1), (1998, 12, 31), Precision.YEAR),
        ("vers 2004", (2003, 1, 1), (2005, 12, 31), Precision.ABOUT),
        ("Née vers 2004", (2003, 1, 1), (2005, 12, 31), Precision.ABOUT),
        ("03/1999", (1999, 3, 1), (1999, 3, 31), Precision.MONTH),
        ("mars 1999", (1999, 3, 1), (1999, 3, 31), Precision.MONTH),
        ("Févr. 2000", (2000, 2, 1), (2000, 2, 29), Precision.MONTH),
        ("12/03/1999", (1999, 3, 12), (1999, 3, 12), Precision.DAY),
        ("1999-03-12", (1999, 3, 12), (1999, 3, 12), Precision.DAY),
        ("1999-03-12 00:00:00", (1999, 3, 12), (1999, 3, 12), Precision.DAY),
        ("1er mars 1999", (1999, 3, 1), (1999, 3, 1), Precision.DAY),
        (date(1999, 3, 12), (1999, 3, 12), (1999, 3, 12), Precision.DAY),
        (36231, (1999, 3, 12), (1999, 3, 12), Precision.DAY),
        ("25 ans", (2000, 11, 25), (2001, 11, 24), Precision.AGE),
        (25, (2000, 11, 25), (2001, 11, 24), Precision.AGE),
        ("age 25", (2000, 11, 25), (2001, 11, 24), Precision.AGE),
        ("Âge : 25 ans", (2000, 11, 25), (2001, 11, 24), Precision.AGE),
        ("20-25 ans", (2000, 11, 25), (2006, 11, 24), Precision.RANGE),
        ("entre 20 et 25 ans", (2000, 11, 25), (2006, 11, 24), Precision.RANGE),
        ("6 mois", (2026, 4, 25), (2026, 5, 24), Precision.AGE),
        ("0", (2025, 11, 25), (2026, 11, 24), Precision.AGE),
    ],
)
def test_what_is_said_becomes_its_earliest_and_latest_day(
    said: str | float | date, first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision
) -> None:
    birth = parse_birth(said, TODAY)
    assert (birth.min, birth.max, birth.precision) == (date(*first), date(*last), precision)


@pytest.mark.parametrize("said", ["", None, "?", "inconnu", "Inconnue", "-"])
def test_nothing_said_is_unknown_and_a_child_until_shown_otherwise(said: str | None) -> None:
    birth = parse_birth(said, TODAY)
    assert birth.precision is Precision.UNKNOWN
    assert (birth.mid, birth.age_on(TODAY), birth.is_child_on(TODAY)) == (None, None, True)


@pytest.mark.parametrize("said", ["12/13/1999", "abc", "2050", "130 ans", "25 chèvres", 2.5, "31/02/2000", "12/03/99"])
def test_what_cannot_be_understood_is_refused(said: str | float) -> None:
    with pytest.raises(BadValue):
        parse_birth(said, TODAY)


def test_an_adult_said_to_be_one_is_no_child_and_has_no_middle() -> None:
    birth = parse_birth("Adulte", TODAY)
    assert (birth.min, birth.max, birth.mid) == (None, date(2008, 11, 24), None)
    assert not birth.is_child_on(TODAY)
    assert birth.is_child_on(TODAY - timedelta(days=1))


def test_an_estimate_by_a_colleague_is_wider() -> None:
    birth = parse_birth("vers 2004", TODAY, about_years=ABOUT_ESTIMATED)
    assert (birth.min, birth.max) == (date(2002, 1, 1), date(2006, 12, 31))


def test_a_span_above_ten_years_has_no_middle() -> None:
    assert parse_birth("20-29 ans", TODAY).mid is not None
    assert parse_birth("20-30 ans", TODAY).mid is None
    assert PartialDate(date(1990, 1, 1), date(2000, 1, 1)).mid == date(1995, 1, 1)
    assert PartialDate(date(1990, 1, 1), date(2000, 1, 2)).mid is None


def test_a_doubtful_age_is_a_childs() -> None:
    birth = parse_birth("17-20 ans", TODAY)
    assert birth.age_on(TODAY) == 18
    assert birth.youngest_age_on(TODAY) == 17
    assert birth.is_child_on(TODAY)


def test_born_on_29_february_one_turns_older_on_1_march() -> None:
    birth = parse_birth("29/02/2004", TODAY)
    assert birth.age_on(date(2022, 2, 28)) == 17
    assert birth.age_on(date(2022, 3, 1)) == 18


@given(st.integers(0, 110), DAYS)
def test_an_age_said_holds_exactly_the_birth_dates_of_that_age(age: int, day: date) -> None:
    birth = from_age(age, day)
    assert birth.min is not None
    assert birth.max is not None
    assert age_between(birth.min, day) == age == age_between(birth.max, day)
    assert age_between(birth.min - timedelta(days=1), day) == age + 1
    assert birth.max == day or age_between(birth.max + timedelta(days=1), day) == max(0, age - 1)
    assert birth.age_on(day) == age


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_a_full_date_is_understood_in_every_writing(day: date) -> None:
    writings: list[str | date] = [day, day.isoformat(), f"{day:%d/%m/%Y}", datetime(day.year, day.month, day.day)]  # noqa: DTZ001 - as spreadsheets give them
    for written in writings:
        birth = parse_birth(written, TODAY)
        assert (birth.min, birth.mid, birth.max) == (day, day, day)


@given(st.text(max_size=15))
def test_any_text_is_understood_or_refused_and_never_lies_ahead(text: str) -> None:
    try:
        birth = parse_birth(text, TODAY)
    except BadValue:
        return
    assert birth.min is None or birth.max is None or birth.min <= birth.max <= TODAY
