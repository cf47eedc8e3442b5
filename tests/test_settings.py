"""A computer's choices are read once, and a wrong one is named."""

from pathlib import Path

import pytest

from desktop.settings import THEMES, Appearance, Settings, SettingsNotKept, SettingsUnreadable
from desktop.views.shared.themes import THEMES as DRAWN


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.toml") == Settings()
    assert Settings().appearance == Appearance(language="fr", theme="light", text_percent=100)


def test_every_theme_one_may_choose_is_drawn() -> None:
    assert tuple(DRAWN) == THEMES


@pytest.mark.parametrize(
    "line",
    [
        "theme = 'sepia'",
        "text_percent = 200",
        "language = 'xx'",
        "lock_after_minutes = 0",
        "nonsense = 1",
        "theme = 3",
        "text_percent = 'big'",
        "= =",
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, "utf-8")
    with pytest.raises(SettingsUnreadable) as refusal:
        Settings.load(path)
    assert str(path) in refusal.value.explain()


def test_what_is_chosen_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "dark"\nremember_login = true\nlock_after_minutes = 15\n', "utf-8")
    assert Settings.load(path) == Settings(theme="dark", remember_login=True, lock_after_minutes=15)


def test_choices_that_are_kept_are_read_again(tmp_path: Path) -> None:
    chosen = Settings(language="en", vault='C:\\Centre é"ɛ.vault', remember_login=True, lock_after_minutes=7)
    path = tmp_path / "not" / "there" / "settings.toml"
    chosen.write(path)
    assert Settings.load(path) == chosen
    assert "theme" not in path.read_text("utf-8")


def test_choices_that_cannot_be_kept_are_said_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(SettingsNotKept) as refusal:
        Settings(vault="/centre").write(tmp_path / "file" / "settings.toml")
    assert "--vault /centre" in refusal.value.explain()
