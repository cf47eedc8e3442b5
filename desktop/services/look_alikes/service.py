"""Look-alikes for the screens: who a newcomer may be, and the pairs that wait for a decision."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.models.people import LookAlike, Person
from desktop.models.stays import ManifestLine
from desktop.rights import Permission
from desktop.services.look_alikes.apart import pairs_apart
from desktop.services.look_alikes.deciding import write_verdict
from desktop.services.look_alikes.finding import find
from desktop.services.look_alikes.telling import likeness, said_reasons
from desktop.services.merging import Side, sides_of
from desktop.services.new_people import NewPerson
from desktop.services.people_search import Wanted, wanted_people
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import LookAlikeVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Somebody known who may be the one being written down, and why, in the language of the screen."""

    code: str
    name: str
    score: int
    likeness: str
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPair:
    """A newcomer and the earlier file that may be theirs, and why, in the language of the screen."""

    id: UUID
    newcomer: str
    newcomer_name: str
    known: str
    known_name: str
    score: int
    likeness: str
    reasons: str


class LookAlikeService:
    """Say who may already be known; the program never decides."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def similar(self, person: NewPerson) -> list[Suggestion]:
        """Give the few known people who may be `person`, the best first; nothing is written."""
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            [matches] = find(look, [person])
            keys = [match.person_id for match in matches]
            shown = sa.select(Person.id, Person.code, Person.given_names, Person.family_name)
            rows = look.rows(shown.where(*wanted_people(look, Wanted()), Person.id.in_(keys)))
        known = {row.id: row for row in rows}
        return [
            Suggestion(
                code=known[match.person_id].code,
                name=_name(known[match.person_id].given_names, known[match.person_id].family_name),
                score=match.score,
                likeness=likeness(match.score),
                reasons=said_reasons(match.reasons),
            )
            for match in matches
            if match.person_id in known
        ]

    def waiting(self, limit: int = 50, *, import_id: UUID | None = None) -> list[WaitingPair]:
        """Give the pairs nobody has decided on, the likeliest first; of one import where it is named."""
        with self._desk.read(Permission.SEE_PEOPLE) as look:
            waits = sa.or_(LookAlike.verdict.is_(None), LookAlike.verdict == LookAlikeVerdict.LATER)
            question = pairs_apart(look).where(waits).order_by(LookAlike.score.desc(), LookAlike.id).limit(limit)
            if import_id is not None:
                brought = sa.select(ManifestLine.person_id).where(ManifestLine.import_id == import_id)
                question = question.where(LookAlike.high.in_(brought))
            rows = look.rows(question)
            sides = sides_of(look, {key for row in rows for key in (row.older, row.newer)})
        return [_pair(row, sides[row.older], sides[row.newer]) for row in rows]

    def decide(self, pair: UUID, verdict: LookAlikeVerdict) -> None:
        """Keep what was decided about a pair; it may be decided again, and `LATER` lets it wait.

        Raises:
            NotFound: there is no such pair, or the reader may not see both of it.
        """
        with self._desk.begin(Permission.EDIT_PEOPLE) as work:
            write_verdict(work, pair, verdict)
            work.trace("decide look-alike", "look_alike", pair, ["verdict"])


def _pair(row: sa.Row[Any], known: Side, newcomer: Side) -> WaitingPair:
    return WaitingPair(
        id=row.id,
        newcomer=newcomer.code,
        newcomer_name=newcomer.name,
        known=known.code,
        known_name=known.name,
        score=row.score,
        likeness=likeness(row.score),
        reasons=said_reasons(row.reasons),
    )


def _name(given: str, family: str) -> str:
    return f"{given} {family}".strip()
