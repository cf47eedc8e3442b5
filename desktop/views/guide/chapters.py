"""The chapters of the guide, as they lie in the resources."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from desktop.paths import RESOURCES

NAMES = (
    "welcome",
    "today",
    "arrivals",
    "people",
    "house",
    "week",
    "attendance",
    "follow_up",
    "compartments",
    "referrals",
    "directory",
    "reports",
    "administration",
    "first_start",
    "sign_in",
    "backup",
    "rights",
    "keys",
    "trouble",
)
KEY = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter in Markdown; its keys stand between backticks, as QKeySequence reads them."""

    name: str
    title: str
    text: str

    def with_keys(self, native: Callable[[str], str]) -> str:
        """Give the Markdown with each key named as `native` names it."""
        return KEY.sub(lambda key: f"`{native(key[1])}`", self.text)


@lru_cache(maxsize=2)
def chapters(language: str) -> tuple[Chapter, ...]:
    """Give every chapter in a language, in the order of the program's pages."""
    return tuple(_read(language, name) for name in NAMES)


def _read(language: str, name: str) -> Chapter:
    text = (RESOURCES / "guide" / language / f"{name}.md").read_text("utf-8")
    return Chapter(name, text.split("\n", 1)[0].removeprefix("# "), text)
