"""Weighing what fits between two people against what does not."""

from functools import cache
from math import log10

from desktop.services.look_alikes.births import births
from desktop.services.look_alikes.faces import Face
from desktop.services.look_alikes.reasons import Reason
from desktop.services.look_alikes.rules import rules
from desktop.services.look_alikes.words import bearing, fit, share
from desktop.vocabulary import Sex

Verdict = tuple[int, tuple[Reason, ...]]
Weight = tuple[float, tuple[Reason, ...]]
_HIGHEST = 100
_FATHERS = {1: (Reason.FATHER,), 0: (), -1: (Reason.FATHER_DIFFERS,)}
_MOTHERS = {1: (Reason.MOTHER,), 0: (), -1: (Reason.MOTHER_DIFFERS,)}


def judge(one: Face, other: Face, crowd: int = 1) -> Verdict | None:
    """Give the score of a pair with its reasons, or None where nothing need be shown.

    `crowd` is how many people of the file share the name that brought the two together.
    """
    return settle(one, other, weigh(one, other, crowd))


def settle(one: Face, other: Face, weighed: Weight) -> Verdict | None:
    """Complete what was weighed with the names of the parents, and decide whether the pair is shown."""
    score, reasons = weighed
    points = rules().points
    parents = (*_FATHERS[bearing(one.father, other.father)], *_MOTHERS[bearing(one.mother, other.mother)])
    for reason in parents:
        score += points[reason]
    twins = Reason.SAME_BIRTH in reasons and _twins(one, other, parents)
    if score < rules().least and not twins:
        return None
    found = (*reasons, *parents, Reason.TWIN) if twins else (*reasons, *parents)
    return min(_HIGHEST, max(0, round(score))), found


def may_fit(one: Face, weighed: Weight) -> bool:
    """Say whether a pair could be shown once the names of the parents are known too."""
    score, reasons = weighed
    points = rules().points
    parents = (points[Reason.FATHER] if one.father else 0) + (points[Reason.MOTHER] if one.mother else 0)
    return score + parents >= rules().least or (parents > 0 and Reason.SAME_BIRTH in reasons)


def weigh(one: Face, other: Face, crowd: int) -> Weight:
    """Give the score of a pair without the names of the parents, and its reasons."""
    points = rules().points
    lost = _lost_in(crowd)
    score = share(one.words, other.words) * points[Reason.NAME] + lost
    if not score:
        return 0.0, ()
    reasons = births(one.birth_min, one.birth_max, other.birth_min, other.birth_max)
    if one.sex is not Sex.UNKNOWN and other.sex is not Sex.UNKNOWN:
        reasons += (Reason.SEX,) if one.sex is other.sex else (Reason.SEX_DIFFERS,)
    if one.origin and one.origin == other.origin:
        reasons += (Reason.ORIGIN,)
    if one.phone and one.phone == other.phone:
        reasons += (Reason.PHONE,)
    for reason in reasons:
        score += points[reason]
    return score, (Reason.NAME, *reasons, Reason.CROWD) if lost else (Reason.NAME, *reasons)


@cache
def _lost_in(crowd: int) -> int:
    """Give what a name loses that many people share."""
    return round(rules().points[Reason.CROWD] * log10(crowd))


def _twins(one: Face, other: Face, parents: tuple[Reason, ...]) -> bool:
    """Say whether two born on one day have the same parents, as far as known, and names that are not one."""
    fitting, against, _ = fit(one.words, other.words)
    theirs = set(parents)
    return bool(fitting and against and theirs and theirs <= {Reason.FATHER, Reason.MOTHER})
