"""Whom a room may lodge, and beds proposed to people who come (`product.md`: rooms carry rules)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from uuid import UUID

from desktop.models.years import ADULT, age_between
from desktop.vocabulary import RoomRule, Sex


class Lodger(NamedTuple):
    """What the rules ask of somebody; whether a doubtful age is a child's is None, and `group` names a family."""

    sex: Sex
    is_child: bool | None
    group: str = ""

    def related(self, other: "Lodger") -> bool:
        """Say whether both are known to belong together."""
        return bool(self.group) and self.group == other.group

    def endangers(self, other: "Lodger") -> bool:
        """Say whether one may be a child and the other an adult who does not belong to it."""
        return not self.related(other) and (self.is_child is None or self.is_child is not other.is_child)


@dataclass(slots=True)
class OpenRoom:
    """A room as it stands: its free beds in order, and who sleeps there."""

    rule: RoomRule
    free: list[UUID]
    inside: list[Lodger] = field(default_factory=list)

    def welcomes(self, lodger: Lodger) -> bool:
        """Say whether somebody may be proposed a bed here, without anybody deciding against a rule."""
        return bool(self.free) and _admits(self.rule, lodger) and all(_suits(lodger, one) for one in self.inside)

    def holds(self, family: Sequence[Lodger]) -> bool:
        """Say whether a whole family finds room here, without strangers it should not sleep beside."""
        if self.rule not in (RoomRule.FAMILIES, RoomRule.ANY) or len(self.free) < len(family):
            return False
        return all(_suits(one, other) for one in family for other in self.inside)

    def give(self, lodger: Lodger) -> UUID:
        """Give the next bed to somebody."""
        self.inside.append(lodger)
        return self.free.pop(0)


def child_on(low: date | None, high: date | None, day: date) -> bool | None:
    """Say whether birth dates from `low` to `high` make somebody a child on a day; None where it is in doubt."""
    if high is None:
        return None
    if age_between(high, day) >= ADULT:
        return False
    return True if low is not None and age_between(low, day) < ADULT else None


def propose(rooms: Sequence[OpenRoom], people: Sequence[Lodger]) -> list[UUID | None]:
    """Give each a bed in the order of `people`, families first and together; None is the staging area."""
    ordered = sorted(rooms, key=lambda room: room.rule is RoomRule.ANY)
    given: list[UUID | None] = [None] * len(people)
    families: dict[str, list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        if person.group:
            families[person.group].append(place)
    for places in families.values():
        family = [people[place] for place in places]
        home = next((room for room in ordered if len(places) > 1 and room.holds(family)), None)
        for place in places if home else ():
            given[place] = home.give(people[place]) if home else None
    for place, person in enumerate(people):
        if given[place] is None:
            room = next((room for room in ordered if room.welcomes(person)), None)
            given[place] = room.give(person) if room else None
    return given


def keeps_out(rule: RoomRule, lodger: Lodger, inside: Sequence[Lodger]) -> bool:
    """Say whether a room is meant for others; whoever has family there belongs with them."""
    meant_for_some = rule in {RoomRule.MEN, RoomRule.WOMEN, RoomRule.CHILDREN}
    return meant_for_some and not _admits(rule, lodger) and not any(lodger.related(one) for one in inside)


def _admits(rule: RoomRule, lodger: Lodger) -> bool:
    # Somebody of a doubtful age belongs with nobody unrelated until staff decide.
    allowed = {
        RoomRule.MEN: lodger.sex is Sex.MALE and lodger.is_child is False,
        RoomRule.WOMEN: lodger.sex is Sex.FEMALE and lodger.is_child is False,
        RoomRule.CHILDREN: lodger.is_child is True,
        RoomRule.FAMILIES: bool(lodger.group),
        RoomRule.ANY: lodger.is_child is not None,
    }
    return allowed[rule]


def _suits(one: Lodger, other: Lodger) -> bool:
    if one.related(other):
        return True
    return one.sex is other.sex is not Sex.UNKNOWN and not one.endangers(other)
