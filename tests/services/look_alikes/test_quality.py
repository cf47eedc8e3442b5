"""Precision and recall of look-alikes on labelled pairs, beside two plain rules."""

from collections import Counter
from functools import partial

import pytest
from rapidfuzz import fuzz

from desktop.models.names import fold
from desktop.rights import Permission
from desktop.services.look_alikes import Reason, find, within
from desktop.services.look_alikes.births import births
from desktop.services.new_people import NewPerson
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import Sex
from tests.services.look_alikes.known import known
from tests.services.look_alikes.labelled import Labelled, Quality, labelled, quality

PAIRS = labelled()
# What may not be lost: precision and recall of the part the rules were fitted on, and of the part they were not.
MARKS = {"fit": (0.98, 0.95), "held": (0.97, 0.82)}
BIRTHS_APART = {Reason.NEAR_BIRTH, Reason.BIRTH_DIFFERS}


def _joined(desk: Desk) -> set[int]:
    """Give the places of the pairs that the search in a real file joins; twins are told apart by it."""
    keys = known(desk, [pair.known for pair in PAIRS])
    with desk.read(Permission.SEE_PEOPLE) as look:
        answers = find(look, [pair.newcomer for pair in PAIRS])
    return {
        place
        for place, (key, matches) in enumerate(zip(keys, answers, strict=True))
        if any(match.person_id == key and not match.twin for match in matches)
    }


def _named(person: NewPerson) -> str:
    return fold(f"{person.given_names} {person.family_name}")


def _folded(pair: Labelled) -> bool:
    return sorted(_named(pair.known).split()) == sorted(_named(pair.newcomer).split())


def _fuzzy(pair: Labelled, least: int, *, told: bool) -> bool:
    """Hold names against each other as rapidfuzz does; `told` leaves out those of another sex or age as well."""
    one, other = pair.known, pair.newcomer
    said = births(one.birth.min, one.birth.max, other.birth.min, other.birth.max)
    sexes = {one.sex, other.sex} - {Sex.UNKNOWN}
    if told and (len(sexes) > 1 or BIRTHS_APART & set(said)):
        return False
    return fuzz.token_sort_ratio(_named(one), _named(other)) >= least


def _best_fuzzy(pairs: list[Labelled], *, told: bool) -> tuple[int, Quality]:
    """Give rapidfuzz the threshold that serves it best on these very pairs."""
    tried = [(least, quality(pairs, partial(_fuzzy, least=least, told=told))) for least in range(50, 100)]
    return max(tried, key=lambda one: one[1].f1)


def _say(part: str, rule: str, found: Quality) -> None:
    print(f"\n{part}: {rule}: precision {found.precision:.3f}, recall {found.recall:.3f}, F1 {found.f1:.3f}", end="")


def test_the_lists_are_long_enough_and_both_parts_hold_every_kind() -> None:
    assert sum(pair.same for pair in PAIRS) >= 200
    assert sum(not pair.same for pair in PAIRS) >= 500
    assert len({frozenset(pair.kind for pair in PAIRS if pair.part == part) for part in MARKS}) == 1


def test_look_alikes_beat_plain_rules_on_the_same_pairs(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    joined = _joined(desk)
    ours = {id(pair) for place, pair in enumerate(PAIRS) if place in joined}
    with capsys.disabled():
        missed = Counter(pair.kind for pair in PAIRS if pair.same and id(pair) not in ours)
        false = Counter(pair.kind for pair in PAIRS if not pair.same and id(pair) in ours)
        print(f"\nnot joined: {dict(missed)}; falsely joined: {dict(false)}", end="")
        for part, (precision, recall) in MARKS.items():
            pairs = [pair for pair in PAIRS if pair.part == part]
            mine, exact = quality(pairs, lambda pair: id(pair) in ours), quality(pairs, _folded)
            (names_from, names), (told_from, told) = (_best_fuzzy(pairs, told=with_all) for with_all in (False, True))
            _say(part, "ours", mine)
            _say(part, "exact folded names", exact)
            _say(part, f"rapidfuzz token_sort_ratio >= {names_from}", names)
            _say(part, f"the same >= {told_from}, of one sex and age", told)
            assert mine.precision >= precision
            assert mine.recall >= recall
            assert mine.f1 > max(exact.f1, names.f1, told.f1)
            assert mine.precision > max(exact.precision, names.precision, told.precision)


def test_twins_are_never_one_person(desk: Desk) -> None:
    twins = {place for place, pair in enumerate(PAIRS) if pair.kind == "twins"}
    assert len(twins) >= 30
    assert not twins & _joined(desk)


def test_a_list_held_against_itself_matches_nobody_with_themselves() -> None:
    people = [pair.known for pair in PAIRS]
    assert all(pair.low < pair.high for pair in within(people))
    assert within(people[:1]) == []
