"""The choices of one computer, read once at start-up."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from desktop.errors import DeskError
from desktop.i18n import LANGUAGES, mark

THEMES = ("light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 90, 150  # percent


class SettingsUnreadable(DeskError):
    """The settings file of this computer cannot be understood."""

    sentence = mark("The settings file {path} cannot be read: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How the program speaks and looks; a computer has one, and so has each account."""

    language: str = "fr"
    theme: str = "light"
    text_percent: int = 100

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(LANGUAGES)}")
        if self.theme not in THEMES:
            raise ValueError(f"theme must be one of {', '.join(THEMES)}")
        if not SMALLEST_TEXT <= self.text_percent <= LARGEST_TEXT:
            raise ValueError(f"text_percent must lie between {SMALLEST_TEXT} and {LARGEST_TEXT}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Appearance):
    """Choices read once at start-up and never changed while running."""

    vault: str = ""
    lock_after_minutes: int = 5
    remember_login: bool = False

    def __post_init__(self) -> None:
        Appearance.__post_init__(self)  # a class with slots is made twice, so that super() misses it
        if not 1 <= self.lock_after_minutes <= 60:
            raise ValueError("lock_after_minutes must lie between 1 and 60")

    @property
    def appearance(self) -> Appearance:
        """Give how the program looks until somebody has signed in."""
        return Appearance(language=self.language, theme=self.theme, text_percent=self.text_percent)

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read `path`; a missing file means every default.

        Raises:
            SettingsUnreadable: the file holds an unknown name or a value out of bounds.
        """
        try:
            values = tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
            unknown = values.keys() - {field.name for field in fields(cls)}
            if unknown:
                raise ValueError(f"unknown names {sorted(unknown)}")
            return cls(**values)
        except (OSError, ValueError, TypeError) as problem:
            raise SettingsUnreadable(path=path, reason=problem) from problem
