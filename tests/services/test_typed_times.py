"""Days and hours are read as staff type them, and what cannot be read is answered."""

import re
from contextlib import suppress
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.formats import clock, day_and_month, day_name, long_date, short_date
from desktop.i18n import use_language
from desktop.services.typed_days import DayUnclear, read_day
from desktop.services.typed_hours import HourUnclear, LengthUnclear, read_hour, read_length

TODAY = date(2026, 11, 25)  # a Wednesday
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(("typed", "day"), [
    ("3/5", date(2027, 5, 3)), ("1/9", date(2026, 9, 1)), ("03/05/2026", date(2026, 5, 3)),
    ("3-5-26", date(2026, 5, 3)), ("2026-05-03", date(2026, 5, 3)), (" Hier ", date(2026, 11, 24)),
    ("avant-hier", date(2026, 11, 23)), ("aujourd’hui", TODAY), ("aujourd'hui", TODAY), ("demain", date(2026, 11, 26)),
    ("après-demain", date(2026, 11, 27)), ("tomorrow", date(2026, 11, 26)), ("lundi", date(2026, 11, 30)),
    ("mercredi", TODAY), ("mercredi prochain", date(2026, 12, 2)), ("lundi dernier", date(2026, 11, 23)),
    ("next monday", date(2026, 11, 30)), ("Ven.", date(2026, 11, 27)), ("27 mars", date(2027, 3, 27)),
    ("1er mars 2027", date(2027, 3, 1)), ("27 March 2026", date(2026, 3, 27)), ("29/2", date(2028, 2, 29)),
    ("mardi 1er décembre", date(2026, 12, 1)),
])  # fmt: skip
def test_a_day_is_read_as_it_is_typed(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "  ", "x", "31/2", "31/02/2026", "0/0", "32/1/2026", "lundi mardi", "27 xyz",
                                   "lundi 1er décembre", "1/1/1700", "lundi jamais", "3/5/2026 14h"])  # fmt: skip
def test_what_is_no_day_is_answered(typed: str) -> None:
    with pytest.raises(DayUnclear) as refusal:
        read_day(typed, TODAY)
    assert f"“{typed.strip()}”" in refusal.value.explain()


def test_a_weekday_is_meant_in_the_week_that_is_shown() -> None:
    assert read_day("jeudi", TODAY, date(2026, 12, 14)) == date(2026, 12, 17)
    assert read_day("lundi", TODAY, date(2026, 11, 23)) == date(2026, 11, 23)


@given(DAYS, st.sampled_from(["fr", "en"]))
def test_a_day_that_is_shown_is_read_back(day: date, language: str) -> None:
    use_language(language)
    assert read_day(short_date(day), TODAY) == day
    assert read_day(long_date(day), TODAY) == day
    assert read_day(day.isoformat(), TODAY) == day


@given(st.integers(-180, 180), st.sampled_from(["fr", "en"]))
def test_a_near_day_needs_no_year(days: int, language: str) -> None:
    use_language(language)
    day = TODAY + timedelta(days=days)
    assert read_day(f"{day_name(day)} {day_and_month(day)}", TODAY) == day
    assert read_day(f"{day.day}/{day.month}", TODAY) == day


@given(st.text(max_size=20) | st.from_regex(r"[0-9 /h:.-]{0,12}", fullmatch=True))
def test_whatever_is_typed_is_read_or_answered(typed: str) -> None:
    for read, refusal in (
        (lambda one: read_day(one, TODAY), DayUnclear),
        (read_hour, HourUnclear),
        (read_length, LengthUnclear),
    ):
        with suppress(refusal):  # anything else that is raised fails the test
            assert isinstance(read(typed), date | time | int)


@pytest.mark.parametrize(("typed", "hour"), [
    ("14h", time(14)), ("14 h 05", time(14, 5)), ("1405", time(14, 5)), ("905", time(9, 5)), ("9", time(9)),
    ("14:05", time(14, 5)), ("9.30", time(9, 30)), ("Midi", time(12)), ("minuit", time(0)), ("noon", time(12)),
    ("2 pm", time(14)), ("12:30 am", time(0, 30)), ("14H30", time(14, 30)), ("8 heures 15", time(8, 15)),
])  # fmt: skip
def test_an_hour_is_read_as_it_is_typed(typed: str, hour: time) -> None:
    assert read_hour(typed) == hour


@pytest.mark.parametrize("typed", ["", "25h", "14h60", "1460", "x", "14h5", "13 pm", "0 am", "-3", "²h"])
def test_what_is_no_hour_is_answered(typed: str) -> None:
    with pytest.raises(HourUnclear):
        read_hour(typed)


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(["fr", "en"]))
def test_an_hour_that_is_shown_is_read_back(at: time, language: str) -> None:
    use_language(language)
    assert read_hour(clock(at)) == at
    assert read_hour(re.sub(r"\s", "", clock(at))) == at


def test_a_length_is_read_in_minutes() -> None:
    lengths = {"45": 45, "90 min": 90, "1 h": 60, "1h30": 90, "1 h 30": 90, "2 heures 05": 125, "1 hour 15": 75}
    assert {typed: read_length(typed) for typed in lengths} == lengths
    for typed in ("", "x", "h", "-5", "1:30"):
        with pytest.raises(LengthUnclear):
            read_length(typed)
