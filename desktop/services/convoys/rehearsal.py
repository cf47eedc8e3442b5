"""What an import would bring, line by line: likenesses side by side, and the beds the rules propose."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from desktop.models.centre import Bed, Room
from desktop.models.people import Person
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.newcomers import PairKey, compare, newcomers
from desktop.services.look_alikes import Match, Pair, likeness, said_reasons
from desktop.services.merging import Side, born, side_of
from desktop.services.open_rooms import open_rooms
from desktop.services.people_search import Wanted, wanted_people
from desktop.services.room_rules import Lodger, child_on, propose
from desktop.spreadsheets.manifest import Manifest, ManifestRow
from desktop.storage.unit_of_work import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A line of the list and whom it looks like, with the reasons in the language of the screen."""

    key: PairKey
    newcomer: Side
    other: Side
    score: int
    likeness: str
    reasons: str
    twin: bool


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A list as it would come in; `beds` are said for each line, empty where only the staging area is left."""

    manifest: Manifest
    likenesses: tuple[Likeness, ...]
    beds: tuple[str, ...]


def rehearse(look: Reading, manifest: Manifest, arrival: Arrival) -> Rehearsal:
    """Hold a list against everybody known and the free beds; nothing is written."""
    compared = compare(look, newcomers(manifest))
    known = _known(look, {match.person_id for matches in compared.known for match in matches})
    lines = manifest.lines
    alike = [
        _likeness((line.row, match.person_id), line, known[match.person_id], match)
        for line, matches in zip(lines, compared.known, strict=True)
        for match in matches
        if match.person_id in known
    ]
    alike += [
        _likeness((lines[pair.high].row, lines[pair.low].row), lines[pair.high], _side(lines[pair.low]), pair)
        for pair in compared.pairs
    ]
    alike.sort(key=lambda one: (one.twin, -one.score, one.key[0]))
    return Rehearsal(manifest, tuple(alike), _beds(look, manifest, arrival))


def _likeness(key: PairKey, line: ManifestRow, other: Side, found: Match | Pair) -> Likeness:
    return Likeness(
        key=key,
        newcomer=_side(line),
        other=other,
        score=found.score,
        likeness=likeness(found.score),
        reasons=said_reasons(found.reasons),
        twin=found.twin,
    )


def _side(line: ManifestRow) -> Side:
    return Side(
        code="",
        name=f"{line.given_names} {line.family_name}".strip(),
        sex=line.sex,
        birth=born(line.birth.min, line.birth.max, line.birth.said),
        origin=line.origin,
        phone=line.phone,
    )


def _known(look: Reading, keys: set[UUID]) -> dict[UUID, Side]:
    """Give those the reader may see; a file out of their sight looks like nobody."""
    shown = sa.select(Person.__table__).where(*wanted_people(look, Wanted()), Person.id.in_(sorted(keys)))
    return {row.id: side_of(row) for row in look.rows(shown)}


def _beds(look: Reading, manifest: Manifest, arrival: Arrival) -> tuple[str, ...]:
    day = arrival.local.date()
    people = [Lodger(line.sex, child_on(line.birth.min, line.birth.max, day), line.family_group)
              for line in manifest.lines]  # fmt: skip
    given = propose(open_rooms(look, arrival.site, arrival.at), people)
    rows = look.rows(
        sa.select(Bed.id, Bed.label, Room.name).join(Room, Room.id == Bed.room_id).where(Room.site_id == arrival.site)
    )
    labels = {row.id: row.label if row.label.startswith(row.name) else f"{row.name} {row.label}" for row in rows}
    return tuple("" if bed is None else labels[bed] for bed in given)
