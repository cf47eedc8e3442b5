"""Ages in whole years, counted forth and back without a contradiction."""

from datetime import date, timedelta

ADULT = 18


def age_between(birth: date, day: date) -> int:
    """Give the age in whole years on `day`; born on 29 February, one turns a year older on 1 March elsewhen."""
    return max(0, day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day)))


def years_before(day: date, years: int) -> date:
    """Give the last birth date of somebody who is at least `years` old on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        # From 29 February: whoever was born on 1 March has not had their birthday yet.
        return date(day.year - years, 2, 28)


def born_at_age(low: int, high: int, day: date) -> tuple[date, date]:
    """Give the first and last birth date of somebody aged `low` to `high` years on `day`."""
    return years_before(day, high + 1) + timedelta(days=1), years_before(day, low)


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """Give the first and last day of a month.

    Raises:
        ValueError: there is no such month.
    """
    following = date(year + month // 12, month % 12 + 1, 1) if 1 <= month <= 12 else date(year, month, 1)
    return date(year, month, 1), following - timedelta(days=1)
