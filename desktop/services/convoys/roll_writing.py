"""What the acts of a roll write, and how they are taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from desktop.errors import BadValue, DeskError, NotFound
from desktop.i18n import mark
from desktop.models.partial_date import PartialDate, parse_birth
from desktop.models.stays import Convoy, ManifestLine, Stay
from desktop.services.beds import place_newcomers
from desktop.services.convoys.alone import led_in_list, with_protection
from desktop.services.convoys.arriving import Arrival
from desktop.services.convoys.newcomers import compare, flag, newcomers
from desktop.services.convoys.receiving import Lines, Received, receive, remember_lines, remember_rows
from desktop.services.person_changes import BirthUnclear
from desktop.spreadsheets.manifest import Manifest, ManifestRow
from desktop.storage.unit_of_work import UnitOfWork
from desktop.vocabulary import ManifestState, Sex

ARRIVE, ADD, CLOSE = "call the roll", "add to convoy", "close the roll"
_WAITING = (ManifestState.EXPECTED, ManifestState.ABSENT)


class NobodySaid(DeskError):
    """One identifier is enough, and needed."""

    sentence = mark("Write a name or a wristband number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """Somebody in the bus who is not on the list; a name or a wristband is enough."""

    family_name: str = ""
    given_names: str = ""
    sex: Sex = Sex.UNKNOWN
    birth: str = ""
    wristband: str = ""


def waiting_lines(work: UnitOfWork, import_id: UUID, lines: Sequence[UUID]) -> list[sa.Row[Any]]:
    """Give those lines of a list that wait for somebody, in its order.

    Raises:
        NotFound: none of them does.
    """
    rows = work.rows(
        sa.select(ManifestLine.__table__)
        .where(ManifestLine.import_id == import_id, ManifestLine.id.in_(lines), ManifestLine.state.in_(_WAITING))
        .order_by(ManifestLine.row_no)
    )
    if not rows:
        raise NotFound(code=lines[0] if lines else import_id)
    return list(rows)


def unlisted_line(who: Unlisted, row: int, came: Arrival) -> ManifestRow:
    """Give somebody who is not on the list as a line of it.

    Raises:
        NobodySaid: neither a name nor a wristband is given.
        BirthUnclear: the birth means nothing.
    """
    family, given = (" ".join(said.split()) for said in (who.family_name, who.given_names))
    band = "".join(who.wristband.split())
    if not (family or given or band):
        raise NobodySaid
    try:
        birth = parse_birth(who.birth, came.local.date()) if who.birth.strip() else PartialDate()
    except BadValue as problem:
        raise BirthUnclear(value=who.birth.strip()) from problem
    return ManifestRow(row=row, cells={}, family_name=family, given_names=given, sex=who.sex, birth=birth,
                       wristband=band)  # fmt: skip


def receive_now(work: UnitOfWork, lines: Lines, came: Arrival, convoy: sa.Row[Any]) -> Received:
    """Write those of `lines` down, with whom they look like."""
    manifest = Manifest(lines=lines, errors=(), ignored=(), headings={}, columns={}, key="")
    day = came.local.date()
    people = with_protection(newcomers(manifest), lines, led_in_list(work, convoy, lines, day), day)
    compared = compare(work, people)
    here = receive(work, lines, people, came, convoy.id)
    flag(work, compared, here.people, manifest, {})
    return here


def finish(
    work: UnitOfWork, row: sa.Row[Any], act: UUID, came: Arrival, here: Received, waited: Sequence[sa.Row[Any]] = ()
) -> None:
    """Give beds to those who are here, and remember what the act wrote, and how the lines that `waited` stood."""
    placed = place_newcomers(work, came.site, here.stays, came.at)
    if row.arrived_at is None:
        work.change(Convoy, row.id, arrived_at=came.at)
    remember_rows(work, act, {"convoy": [row.id], "placement": [one["id"] for one in placed]} | here.touched)
    remember_states(work, act, waited)
    work.trace(ARRIVE if waited else ADD, "convoy", row.id, ["people", "returns", "stays", "wristbands", "beds"])


def remember_states(work: UnitOfWork, act: UUID, lines: Sequence[sa.Row[Any]]) -> None:
    """Note what lines were before an act, for an undo."""
    remember_lines(work, act, {line.id: {"state": line.state.value} for line in lines})


def let_wait(work: UnitOfWork, kind: str, rows: list[sa.Row[Any]]) -> None:
    """Let the lines of an act wait as before, unless another act changed them since."""
    became = ManifestState.ABSENT if kind == CLOSE else ManifestState.ARRIVED
    before = {row.row_id: ManifestState(row.before["state"]) for row in rows if row.table_name == "manifest_line"}
    still = work.rows(sa.select(ManifestLine.id).where(ManifestLine.id.in_(before), ManifestLine.state == became))
    for line in still:
        work.change(ManifestLine, line.id, state=before[line.id], person_id=None, stay_id=None)


def anybody_here(work: UnitOfWork, import_id: UUID) -> bool:
    """Say whether anybody of a list is or was in the house."""
    here = sa.select(ManifestLine.id).join(Stay, Stay.id == ManifestLine.stay_id)
    alive = here.where(ManifestLine.import_id == import_id, Stay.removed_at.is_(None)).limit(1)
    return work.row(alive) is not None
