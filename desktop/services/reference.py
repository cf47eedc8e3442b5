"""The lists a new centre starts from, read from `resources/lists` and sown into its data."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import sqlalchemy as sa

from desktop.models.activity import ActivityType
from desktop.models.age_bands import Band
from desktop.models.base import Base, table_of
from desktop.models.centre import AgeBand, AgeScheme, ListItem
from desktop.models.directory import Organisation
from desktop.models.keys import named_key
from desktop.models.sealed import Compartment
from desktop.paths import RESOURCES
from desktop.storage.unit_of_work import UnitOfWork

LISTS = ("regions", "cercles", "four_ws", "needs", "departure_reasons", "countries", "languages")


class BrokenList(ValueError):
    """A list shipped with the program misses what it must hold; a bug of the build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One code of a list, with its words in both languages."""

    code: str
    fr: str
    en: str
    parent: str | None = None
    lives_in: str = "clear"
    position: int = 0


@dataclass(frozen=True, slots=True)
class Holiday:
    """A closed day; one that follows the moon is an estimate."""

    day: date
    fr: str
    en: str
    moon: bool


@cache
def load(name: str) -> dict[str, Any]:
    """Give a list as shipped; every one says its version and its source.

    Raises:
        BrokenList: it does not.
    """
    content = tomllib.loads((RESOURCES / "lists" / f"{name}.toml").read_text("utf-8"))
    if not content.get("version") or not content.get("source"):
        raise BrokenList(name)
    return content


def entries(name: str) -> list[Entry]:
    """Give the codes of a list of `LISTS`, in order.

    Raises:
        BrokenList: a code stands twice, or lacks its words.
    """
    items = load(name)["items"]
    found = [Entry(**({"position": place, "en": item["fr"]} | item)) for place, item in enumerate(items)]
    if len({entry.code for entry in found}) != len(found) or not all(entry.fr and entry.en for entry in found):
        raise BrokenList(name)
    return found


def age_schemes() -> dict[str, tuple[Band, ...]]:
    """Give the age bands of every scheme, by the code of the scheme."""
    return {scheme["code"]: tuple(Band(*band) for band in scheme["bands"]) for scheme in load("age_schemes")["schemes"]}


def alias_groups() -> list[tuple[str, ...]]:
    """Give the groups of names that are one name in different mouths."""
    return [tuple(group) for group in load("aliases")["groups"]]


def holidays(year: int) -> list[Holiday]:
    """Give the closed days of a year, in order, as far as they are known."""
    content = load("holidays")
    days = [
        Holiday(date.fromisoformat(f"{year}-{item['day']}"), item["fr"], item["en"], moon=False)
        for item in content["fixed"]
    ]
    days += [Holiday(**item) for item in content["dated"] if item["day"].year == year]
    return sorted(days, key=lambda holiday: holiday.day)


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
