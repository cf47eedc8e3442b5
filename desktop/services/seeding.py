"""Sowing the lists of a new centre into its data."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from desktop.models.activity import ActivityType
from desktop.models.base import Base, table_of
from desktop.models.centre import AgeBand, AgeScheme, ListItem
from desktop.models.directory import Organisation
from desktop.models.keys import named_key
from desktop.models.sealed import Compartment
from desktop.services.reference import LISTS, age_schemes, entries, load
from desktop.storage.unit_of_work import UnitOfWork


def seed(work: UnitOfWork) -> None:
    """Write the lists of a new centre; whatever stands there already stays as it is."""
    for name in LISTS:
        _seed_list(work, name)
    _seed_schemes(work)
    _add(work, ActivityType, "activity", (_activity(place, item) for place, item in _items("activity_types")))
    _add(work, Compartment, "compartment", (_labelled(item) for _, item in _items("compartments")))
    _add(work, Organisation, "organisation", (
        {"code": item["code"], "name": item["name"], "acronym": item["code"]} for _, item in _items("organisations")
    ))  # fmt: skip


def _items(name: str) -> Iterable[tuple[int, dict[str, Any]]]:
    return enumerate(load(name)["items"])


def _seed_list(work: UnitOfWork, name: str) -> None:
    title = load(name)["list"]
    rows = [
        {
            "id": named_key("list", title, entry.code),
            "list": title,
            "code": entry.code,
            "label_fr": entry.fr,
            "label_en": entry.en,
            "parent": entry.parent,
            "lives_in": entry.lives_in,
            "position": entry.position,
        }
        for entry in entries(name)
    ]
    there = {row.code for row in work.rows(sa.select(ListItem.code).where(ListItem.list == title))}
    work.insert_many(ListItem, [row for row in rows if row["code"] not in there])


def _seed_schemes(work: UnitOfWork) -> None:
    there = {row.code for row in work.rows(sa.select(AgeScheme.code))}
    for scheme in load("age_schemes")["schemes"]:
        code = scheme["code"]
        if code in there:
            continue
        key = work.insert(AgeScheme, id=named_key("age_scheme", code), code=code, name=scheme["name"])
        bands = [
            {"id": named_key("age_band", code, band.low), "scheme_id": key, "low": band.low, "high": band.high}
            for band in age_schemes()[code]
        ]
        work.insert_many(AgeBand, bands)


def _labelled(item: dict[str, Any]) -> dict[str, Any]:
    return {"code": item["code"], "label_fr": item["fr"], "label_en": item["en"]}


def _activity(place: int, item: dict[str, Any]) -> dict[str, Any]:
    kept = {name: item[name] for name in ("pictogram", "minutes", "four_ws")}
    return _labelled(item) | kept | {"position": place}


def _add(work: UnitOfWork, model: type[Base], kind: str, rows: Iterable[dict[str, Any]]) -> None:
    there = {row.code for row in work.rows(sa.select(table_of(model).c.code))}
    fresh = [{"id": named_key(kind, row["code"]), **row} for row in rows if row["code"] not in there]
    work.insert_many(model, fresh)
