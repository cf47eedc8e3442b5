"""The people of a list held against everybody known, and against each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.models.people import LookAlike
from desktop.services.look_alikes import Match, Pair, find, within
from desktop.services.new_people import NewPerson
from desktop.spreadsheets.manifest import Manifest, ManifestRow
from desktop.storage.unit_of_work import Reading, UnitOfWork
from desktop.vocabulary import LookAlikeVerdict

# The row of a line in its spreadsheet, and whom it looks like: a known person, or an earlier row of the same list.
PairKey = tuple[int, UUID | int]
Decisions = Mapping[PairKey, LookAlikeVerdict]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a comparison found: known people for each line, and pairs of lines."""

    known: list[list[Match]]
    pairs: list[Pair]

    @property
    def count(self) -> int:
        """Count the lines that may be somebody known, or somebody further up the list; twins are two people."""
        again = {place for place, matches in enumerate(self.known) if not all(match.twin for match in matches)}
        return len(again | {pair.high for pair in self.pairs if not pair.twin})


def newcomers(manifest: Manifest) -> list[NewPerson]:
    """Give the people a list tells of, in its order."""
    return [_newcomer(line) for line in manifest.lines]


def compare(look: Reading, people: list[NewPerson]) -> Compared:
    """Hold the people of a list against everybody known, and against each other."""
    return Compared(find(look, people), within(people))


def flag(work: UnitOfWork, compared: Compared, people: list[UUID], manifest: Manifest, decided: Decisions) -> None:
    """Write a row for each pair with what the preview decided; twins are written as such, and wait for nobody."""
    numbers = [line.row for line in manifest.lines]
    rows = [
        _row(key, match.person_id, match, decided.get((number, match.person_id)))
        for key, number, matches in zip(people, numbers, compared.known, strict=True)
        for match in matches
    ]
    rows += [
        _row(people[pair.low], people[pair.high], pair, decided.get((numbers[pair.high], numbers[pair.low])))
        for pair in compared.pairs
    ]
    work.insert_many(LookAlike, rows)


def _row(one: UUID, other: UUID, found: Match | Pair, verdict: LookAlikeVerdict | None) -> dict[str, Any]:
    return {
        "low": min(one, other),
        "high": max(one, other),
        "score": found.score,
        "reasons": list(found.reasons),
        "verdict": verdict or (LookAlikeVerdict.TWIN if found.twin else None),
    }


def _newcomer(line: ManifestRow) -> NewPerson:
    return NewPerson(
        given_names=line.given_names,
        family_name=line.family_name,
        sex=line.sex,
        birth=line.birth,
        nationality=line.nationality or None,
        languages=line.language,
        origin=line.origin or None,
        phone=line.phone or None,
        father=line.father_name,
        mother=line.mother_name,
    )
