"""Comparing newcomers with everybody known, and the people of one list with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.services.look_alikes.births import window
from desktop.services.look_alikes.blocks import blocks_of
from desktop.services.look_alikes.faces import Face, face_of
from desktop.services.look_alikes.judging import Verdict, Weight, judge, may_fit, settle, weigh
from desktop.services.look_alikes.known import Span, add_parents, read_faces, read_spans
from desktop.services.look_alikes.reasons import Reason
from desktop.services.look_alikes.rows import read_blocks
from desktop.services.look_alikes.rules import rules
from desktop.services.new_people import NewPerson
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import Sex

_OTHER = {Sex.FEMALE: Sex.MALE.value, Sex.MALE: Sex.FEMALE.value}


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody known who may be the one looked for: a score up to 100, and the codes of `Reason`."""

    person_id: UUID
    score: int
    reasons: tuple[Reason, ...]

    @property
    def twin(self) -> bool:
        """Say whether the two seem to be twins, and so two people."""
        return Reason.TWIN in self.reasons


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of one list, by their places in it, who may be one person, or twins."""

    low: int
    high: int
    score: int
    reasons: tuple[Reason, ...]

    @property
    def twin(self) -> bool:
        """Say whether the two seem to be twins, and so two people."""
        return Reason.TWIN in self.reasons


def find(look: Reading, candidates: Sequence[NewPerson]) -> list[list[Match]]:
    """Give, for each candidate in order, the known people who may be them: a few, the best first."""
    wanted = [face_of(person) for person in candidates]
    blocks = read_blocks(look, wanted)
    near = [blocks.near(face) for face in wanted]
    spans = read_spans(look, set().union(*near))
    near = [_of_age(face, crowds, spans) for face, crowds in zip(wanted, near, strict=True)]
    known = read_faces(look, sorted(set().union(*near)))
    close = [_close(face, crowds, known) for face, crowds in zip(wanted, near, strict=True)]
    add_parents(look, known, sorted(set().union(*close)))
    return [_best(face, weights, known) for face, weights in zip(wanted, close, strict=True)]


def within(candidates: Sequence[NewPerson]) -> list[Pair]:
    """Give those of one list who may be one person, or twins."""
    faces = [face_of(person) for person in candidates]
    blocks = blocks_of(faces)
    found = []
    for place, face in enumerate(faces):
        for other, crowd in sorted(blocks.near(face).items()):
            verdict = judge(face, faces[other], crowd) if other > place else None
            if verdict is not None:
                found.append(Pair(place, other, *verdict))
    return found


def _of_age(face: Face, crowds: Mapping[Any, int], spans: dict[Any, Span]) -> dict[Any, int]:
    """Leave out those of a crowd who are of another age or sex; whoever shares something rare stays."""
    other_sex = _OTHER.get(face.sex)
    earliest, latest = window(face.birth_min, face.birth_max)
    kept = {}
    for key, crowd in crowds.items():
        span = spans.get(key)
        if span is None:
            continue
        sex, first, last = span
        if crowd == 1 or (
            sex != other_sex and (last is None or last >= earliest) and (first is None or first <= latest)
        ):
            kept[key] = crowd
    return kept


def _close(face: Face, crowds: Mapping[Any, int], known: dict[Any, Face]) -> dict[Any, Weight]:
    """Weigh those of an age, and keep whom the names of the parents could still show to be the one."""
    weighed = ((key, weigh(face, known[key], crowd)) for key, crowd in crowds.items())
    return {key: weight for key, weight in weighed if may_fit(face, weight)}


def _best(face: Face, weights: dict[Any, Weight], known: dict[Any, Face]) -> list[Match]:
    judged: list[tuple[Any, Verdict]] = []
    for key, weight in weights.items():
        verdict = settle(face, known[key], weight)
        if verdict is not None:
            judged.append((key, verdict))
    judged.sort(key=lambda one: (-one[1][0], one[0]))
    return [Match(_key(key), *verdict) for key, verdict in judged[: rules().most]]


def _key(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(bytes=value)
