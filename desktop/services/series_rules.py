"""The rules of RFC 5545 of repeated sessions, cut and moved: a rule here is one that `repeats` wrote."""

from datetime import date, timedelta

from desktop.services.repeats import DAYS, days_of


def ended_before(rule: str, day: date) -> str:
    """Give a rule that names the same days, as far as they lie before `day`."""
    parts = _parts(rule)
    parts.pop("COUNT", None)
    return _rule(parts | {"UNTIL": f"{day - timedelta(days=1):%Y%m%d}"})


def beginning_at(rule: str, start: date, day: date) -> str:
    """Give a rule that names the same days from `day` on, which is one of them or lies after one."""
    parts = _parts(rule)
    if "COUNT" in parts:
        parts["COUNT"] = str(sum(one >= day for one in days_of(rule, start)))
    return _rule(parts)


def counted(rule: str, count: int) -> str:
    """Give a rule that ends after so many days."""
    parts = _parts(rule)
    parts.pop("UNTIL", None)
    return _rule(parts | {"COUNT": str(count)})


def moved_by(rule: str, days: int) -> str:
    """Give a rule that names each day some days later; the first day of its weeks moves with it."""
    parts = _parts(rule)
    parts["BYDAY"] = ",".join(_later(one, days) for one in parts["BYDAY"].split(","))
    parts["WKST"] = _later(parts["WKST"], days)
    if "UNTIL" in parts:
        parts["UNTIL"] = f"{date.fromisoformat(parts['UNTIL']) + timedelta(days=days):%Y%m%d}"
    return _rule(parts)


def _later(day: str, days: int) -> str:
    return DAYS[(DAYS.index(day) + days) % len(DAYS)]


def _parts(rule: str) -> dict[str, str]:
    named = [part.partition("=") for part in rule.split(";")]
    return {name: value for name, _, value in named}


def _rule(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
