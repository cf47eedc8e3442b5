"""Whether two spans in which people may be born can hold one day."""

from datetime import date, timedelta
from functools import lru_cache

from desktop.services.look_alikes.reasons import Reason
from desktop.services.look_alikes.rules import rules

_KEPT = 1 << 16
Day = date | None


def born_apart(first: Day, last: Day, other_first: Day, other_last: Day, days: int) -> bool:
    """Say whether more than `days` lie between two spans; what is open on a side fits everything there."""
    if last is not None and other_first is not None and (other_first - last).days > days:
        return True
    return first is not None and other_last is not None and (first - other_last).days > days


def window(first: Day, last: Day) -> tuple[date, date]:
    """Give the days between which somebody was born who may be the one born between `first` and `last`."""
    near = timedelta(rules().near_days)
    return (date.min if first is None else first - near, date.max if last is None else last + near)


@lru_cache(_KEPT)
def births(first: Day, last: Day, other_first: Day, other_last: Day) -> tuple[Reason, ...]:
    """Give what two spans say of two people being one; nothing where one is unknown."""
    spans = (first, last, other_first, other_last)
    if born_apart(*spans, 0):
        return (Reason.BIRTH_DIFFERS if born_apart(*spans, rules().near_days) else Reason.NEAR_BIRTH,)
    if None in spans:
        return ()
    return (Reason.SAME_BIRTH if first == last and other_first == other_last else Reason.BIRTH,)
