"""The convoys of a centre, and how their senders' lists are understood."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from desktop.models.centre import Placement, Site
from desktop.models.people import LookAlike
from desktop.models.stays import Convoy, ManifestImport, ManifestLine, Return, Stay
from desktop.rights import Permission
from desktop.services.convoys.understanding import remembered
from desktop.spreadsheets.headings import HeadingPlace, correct, find_layout, layout_at
from desktop.spreadsheets.table import Table
from desktop.storage.unit_of_work import Desk
from desktop.vocabulary import LookAlikeVerdict, ManifestState

# The one list of a convoy that was not taken back.
_STANDS = (ManifestImport.convoy_id == Convoy.id) & ManifestImport.undone_at.is_(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvoyLine:
    """One convoy by the clock of its site: how many came, are still here, have a bed, and may be somebody known."""

    id: UUID
    name: str
    site: str
    at: datetime
    has_arrived: bool
    people: int
    in_house: int
    with_bed: int
    to_examine: int
    expected: int
    absent: int
    import_id: UUID | None


@dataclass(frozen=True, slots=True)
class Understood:
    """What the columns of a list mean: field by column letter, and whether that was learnt from an earlier list."""

    columns: dict[str, str]
    learnt: bool


class ConvoyDeskService:
    """Read the convoys of the sites within reach."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def recent(self, limit: int = 200) -> list[ConvoyLine]:
        """Give the convoys that came or are expected, the latest first."""
        when = sa.func.coalesce(Convoy.arrived_at, Convoy.planned_at, Convoy.created_at)
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            question = (
                sa.select(Convoy.id, Convoy.name, Convoy.arrived_at, Convoy.planned_at, Convoy.created_at)
                .add_columns(Site.name.label("site"), Site.zone, *_counts())
                .join(Site, Site.id == Convoy.site_id)
                .where(Convoy.removed_at.is_(None), look.own_sites(Convoy.site_id))
                .order_by(when.desc(), Convoy.id)
                .limit(limit)
            )
            return [_line(row) for row in look.rows(question)]

    def meaning(self, table: Table, heading: HeadingPlace | None = None) -> Understood:
        """Say what the columns of a list mean, as this sender's last list was corrected or else as it is guessed.

        Raises:
            NoHeading: no row names the columns.
        """
        with self._desk.read(Permission.IMPORT_CONVOY) as look:
            kept = remembered(look, table, heading)
        layout = layout_at(table, heading) if heading else find_layout(table)
        columns = correct(layout, kept).columns if kept else layout.columns
        return Understood({column: field.value for field, column in columns.items()}, kept is not None)


def _counts() -> list[sa.Label[Any]]:
    stays = sa.select(Stay.id).join(Return, Return.id == Stay.return_id)
    stays = stays.where(Return.convoy_id == Convoy.id, Stay.removed_at.is_(None)).correlate(Convoy)
    in_bed = Placement.until_at.is_(None) & Placement.bed_id.is_not(None) & Placement.stay_id.in_(stays)
    brought = sa.select(ManifestLine.person_id).join(ManifestImport, ManifestImport.id == ManifestLine.import_id)
    brought = brought.where(ManifestImport.convoy_id == Convoy.id).correlate(Convoy)
    waits = sa.or_(LookAlike.verdict.is_(None), LookAlike.verdict == LookAlikeVerdict.LATER)
    return [
        sa.select(sa.func.count()).select_from(stays.subquery()).scalar_subquery().label("people"),
        sa.select(sa.func.count()).select_from(stays.where(Stay.out_at.is_(None)).subquery()).scalar_subquery()
        .label("in_house"),
        sa.select(sa.func.count(Placement.id)).where(in_bed).correlate(Convoy).scalar_subquery().label("with_bed"),
        sa.select(sa.func.count(LookAlike.id)).where(LookAlike.high.in_(brought), waits).correlate(Convoy)
        .scalar_subquery().label("to_examine"),
        _lines_in(ManifestState.EXPECTED).label("expected"),
        _lines_in(ManifestState.ABSENT).label("absent"),
        sa.select(ManifestImport.id).where(_STANDS).correlate(Convoy).limit(1).scalar_subquery().label("import_id"),
    ]  # fmt: skip


def _lines_in(state: ManifestState) -> sa.ScalarSelect[int]:
    question = sa.select(sa.func.count(ManifestLine.id)).join(
        ManifestImport, ManifestImport.id == ManifestLine.import_id
    )
    return question.where(_STANDS, ManifestLine.state == state).correlate(Convoy).scalar_subquery()


def _line(row: sa.Row[Any]) -> ConvoyLine:
    at: datetime = row.arrived_at or row.planned_at or row.created_at
    return ConvoyLine(
        id=row.id,
        name=row.name,
        site=row.site,
        at=at.astimezone(ZoneInfo(row.zone)),
        has_arrived=row.arrived_at is not None,
        people=row.people,
        in_house=row.in_house,
        with_bed=row.with_bed,
        to_examine=row.to_examine,
        expected=row.expected,
        absent=row.absent,
        import_id=row.import_id,
    )
