"""The choices of one computer, read once at start-up."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from desktop.errors import DeskError
from desktop.i18n import LANGUAGES, mark

THEMES = ("light", "dark", "contrast")
SMALLEST_TEXT, LARGEST_TEXT = 90, 150  # percent


class SettingsUnreadable(DeskError):
    """The settings file of this computer cannot be understood."""

    sentence = mark("The settings file {path} cannot be read: {reason}")


class SettingsNotKept(DeskError):
    """The settings file cannot be written."""

    sentence = mark("The choices of this computer could not be kept in {path}. Start the program with --vault {vault}.")


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
    """Choices read once at start-up; the first start writes them, nothing else does."""

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
            values = _read(path) if path.exists() else {}
            unknown = values.keys() - {field.name for field in fields(cls)}
            if unknown:
                raise ValueError(f"unknown names {sorted(unknown)}")
            return cls(**values)
        except (OSError, ValueError, TypeError) as problem:
            raise SettingsUnreadable(path=path, reason=problem) from problem

    def write(self, path: Path) -> None:
        """Keep every choice that differs from the usual one, for the next start.

        Raises:
            SettingsNotKept: the file cannot be written.
        """
        import json  # noqa: PLC0415 - only needed to write

        chosen = {field.name: getattr(self, field.name) for field in fields(self)}
        # A JSON text, number or truth is written in TOML as it is.
        lines = [f"{name} = {json.dumps(value)}" for name, value in chosen.items() if value != _USUAL[name]]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join([*lines, ""]), "utf-8")
        except OSError as problem:
            raise SettingsNotKept(path=path, vault=self.vault) from problem


_USUAL = {field.name: field.default for field in fields(Settings)}


def _read(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - the sign-in window waits for nothing it can do without

    return tomllib.loads(path.read_text("utf-8"))
