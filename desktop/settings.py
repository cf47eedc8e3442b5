"""The choices of one computer, read once at start-up."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from desktop.errors import DeskError
from desktop.i18n import LANGUAGES, mark


class SettingsUnreadable(DeskError):
    """The settings file of this computer cannot be understood."""

    sentence = mark("The settings file {path} cannot be read: {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices read once at start-up and never changed while running."""

    vault: str = ""
    language: str = "fr"
    theme: str = "light"
    text_percent: int = 100
    lock_after_minutes: int = 5

    def __post_init__(self) -> None:
        if not 1 <= self.lock_after_minutes <= 60:
            raise ValueError("lock_after_minutes must lie between 1 and 60")
        if not 90 <= self.text_percent <= 150:
            raise ValueError("text_percent must lie between 90 and 150")
        if self.language not in LANGUAGES:
            raise ValueError(f"language must be one of {', '.join(LANGUAGES)}")

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
