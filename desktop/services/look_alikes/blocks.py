"""Who is worth a comparison: those who share two words of a name, or one and something rarer."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Generic, TypeVar

from desktop.services.look_alikes.faces import Face
from desktop.services.look_alikes.reasons import Reason
from desktop.services.look_alikes.rules import rules

K = TypeVar("K", bound=Hashable)


def _sets() -> "defaultdict[str, set[K]]":
    return defaultdict(set)


@dataclass(slots=True)
class Blocks(Generic[K]):
    """People by what brings two of them together: words, lone words, telephones, days of birth."""

    words: dict[str, set[K]] = field(default_factory=_sets)
    lone: dict[str, set[K]] = field(default_factory=_sets)
    phones: dict[str, set[K]] = field(default_factory=_sets)
    days: dict[date, set[K]] = field(default_factory=lambda: defaultdict(set))
    pairs: dict[tuple[str, str], set[K]] = field(default_factory=dict)

    def near(self, face: Face) -> Mapping[K, int]:
        """Give those to compare `face` with, each with how many people share the name that led to them."""
        found: dict[K, int] = dict.fromkeys(self._rare(face), 1)
        # Rarer names last: somebody who shares three words is not lost in the crowd that shares two.
        for bearers in sorted(map(self._bearers, combinations(face.classes, 2)), key=len, reverse=True):
            found |= dict.fromkeys(bearers, len(bearers))
        return found

    def _bearers(self, pair: tuple[str, str]) -> set[K]:
        if pair not in self.pairs:
            one, other = pair
            self.pairs[pair] = self.words.get(one, set()) & self.words.get(other, set())
        return self.pairs[pair]

    def _rare(self, face: Face) -> Iterable[K]:
        found: set[K] = set()
        if len(face.classes) == 1 and lone_can_fit(face):
            found |= self.words.get(face.classes[0], set())
        for word in face.classes:
            found |= self.lone.get(word, set())
        if face.phone:
            found |= self.phones.get(face.phone, set())
        if face.day:
            found |= self.days.get(face.day, set())
        return found


def lone_can_fit(face: Face) -> bool:
    """Say whether a name of one word, with all else that is known, could ever be shown."""
    given, points = rules(), rules().points
    said = points[Reason.NAME] * given.single + points[Reason.SEX]
    said += points[Reason.SAME_BIRTH] if face.day else points[Reason.BIRTH] if face.birth_max else 0
    known = ((face.father, Reason.FATHER), (face.mother, Reason.MOTHER), (face.origin, Reason.ORIGIN))
    said += sum(points[reason] for value, reason in (*known, (face.phone, Reason.PHONE)) if value)
    return said >= given.least


def blocks_of(faces: Iterable[Face]) -> Blocks[int]:
    """Give the people of a list by their places in it."""
    blocks: Blocks[int] = Blocks()
    for place, face in enumerate(faces):
        for word in face.classes:
            blocks.words[word].add(place)
        if len(face.classes) == 1:
            blocks.lone[face.classes[0]].add(place)
        if face.phone:
            blocks.phones[face.phone].add(place)
        if face.day:
            blocks.days[face.day].add(place)
    return blocks
