"""Children who come with nobody of their own: the night team is told to call protection, never why."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import sqlalchemy as sa

from desktop.models.stays import ManifestLine
from desktop.services.convoys.rereading import reread
from desktop.services.new_people import NewPerson
from desktop.services.room_rules import child_on
from desktop.spreadsheets.manifest import ManifestRow
from desktop.storage.unit_of_work import Reading
from desktop.vocabulary import ManifestState


def with_protection(
    people: list[NewPerson], lines: Iterable[ManifestRow], led: frozenset[str], day: date
) -> list[NewPerson]:
    """Flag those who may be children on `day` and whose family has no adult; `led` names the families that have one.

    A doubtful age is a child's (`product.md` 1); an age nobody wrote down flags nobody, or a whole bus would be.
    """
    return [
        replace(person, protect_flag=_perhaps_child(line, day) and line.family_group not in led)
        for person, line in zip(people, lines, strict=True)
    ]


def led_families(lines: Iterable[ManifestRow], day: date) -> frozenset[str]:
    """Give the families with somebody who is an adult on `day` for sure."""
    return frozenset(
        line.family_group
        for line in lines
        if line.family_group and child_on(line.birth.min, line.birth.max, day) is False
    )


def led_in_list(look: Reading, convoy: Any, lines: Iterable[ManifestRow], day: date) -> frozenset[str]:
    """Give the families of perhaps children of `lines` with an adult on their list who is here, or still expected."""
    families = {line.family_group for line in lines if line.family_group and _perhaps_child(line, day)}
    column = convoy.mapping.get("family_group", "")
    if not families or not column:
        return frozenset()
    states = (ManifestState.EXPECTED, ManifestState.ARRIVED)
    rows = look.rows(
        sa.select(ManifestLine.row_no, ManifestLine.cells).where(
            ManifestLine.import_id == convoy.import_id, ManifestLine.state.in_(states)
        )
    )
    read = (reread(row.row_no, row.cells, convoy.mapping, day) for row in rows if row.cells.get(column))
    return led_families((line for line in read if line.family_group in families), day)


def _perhaps_child(line: ManifestRow, day: date) -> bool:
    return line.birth.max is not None and child_on(line.birth.min, line.birth.max, day) is not False
