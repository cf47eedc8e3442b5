"""The lists a new centre starts from, as read from `resources/lists`."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop.models.age_bands import Band
from desktop.paths import RESOURCES

LISTS = ("regions", "cercles", "four_ws", "needs", "departure_reasons", "countries", "languages", "statuses")


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
