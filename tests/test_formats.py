"""Dates, hours and amounts read as a Malian office writes them."""

from datetime import date, time

from desktop.formats import clock, day_name, long_date, money, short_date, whole_number
from desktop.i18n import trn, use_language


def test_french_dates_keep_the_day_with_its_month() -> None:
    use_language("fr")
    assert long_date(date(2019, 3, 27)) == "27\u00a0mars 2019"
    assert long_date(date(2019, 3, 1)) == "1er\u00a0mars 2019"
    assert long_date(date(2019, 3, 11)) == "11\u00a0mars 2019"
    assert day_name(date(2019, 3, 27)) == "mercredi"
    assert short_date(date(2019, 3, 7)) == "07/03/2019"


def test_french_hours_are_written_with_an_h() -> None:
    use_language("fr")
    assert clock(time(14, 5)) == "14\u00a0h\u00a005"
    assert clock(time(0, 0)) == "0\u00a0h\u00a000"


def test_thousands_stand_apart_by_a_narrow_space() -> None:
    use_language("fr")
    assert whole_number(52000) == "52\u202f000"
    assert whole_number(-1500) == "-1\u202f500"
    assert money(1234567) == "1\u202f234\u202f567\u00a0FCFA"


def test_english_reads_as_english() -> None:
    assert long_date(date(2019, 3, 1)) == "1\u00a0March 2019"
    assert clock(time(9, 5)) == "09:05"
    assert whole_number(52000) == "52,000"


def test_a_counted_sentence_sets_the_thousands_apart() -> None:
    use_language("fr")
    assert trn("{n} person", "{n} people", 1000) == "1\u202f000 personnes"
    use_language("en")
    assert trn("{n} person", "{n} people", 1000) == "1,000 people"
