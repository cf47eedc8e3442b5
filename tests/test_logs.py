"""Reports and logs say what broke and where, never about whom."""

import logging
from pathlib import Path

import pytest

from desktop.logs import start_logging, write_report


def _break(name: str) -> None:
    try:
        raise KeyError(name)
    except KeyError as problem:
        raise ValueError(f"cannot welcome {name} at /home/{name}") from problem


def _caught() -> ValueError:
    with pytest.raises(ValueError, match="cannot welcome") as caught:
        _break("Aminata")
    return caught.value


def test_a_report_names_types_and_places_but_no_value(tmp_path: Path) -> None:
    said = write_report(tmp_path / "logs", _caught()).read_text("utf-8")
    assert "ValueError" in said
    assert "KeyError" in said
    assert "_break" in said
    assert "Aminata" not in said
    assert str(Path(__file__).parent) not in said


def test_a_problem_that_comes_from_itself_is_told_once(tmp_path: Path) -> None:
    one, other = ValueError(), TypeError()
    one.__cause__, other.__cause__ = other, one
    said = write_report(tmp_path, one).read_text("utf-8")
    assert (said.count("ValueError"), said.count("TypeError")) == (1, 1)


def test_old_reports_make_room(tmp_path: Path) -> None:
    for _ in range(25):
        newest = write_report(tmp_path, ValueError())
    kept = sorted(tmp_path.iterdir())
    assert (len(kept), kept[-1]) == (20, newest)


def test_the_log_keeps_words_and_drops_values(tmp_path: Path) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        start_logging(tmp_path / "jatigi.log")
        logging.getLogger("room").warning("bed of %s is taken", "Aminata")
        root.handlers[0].close()
    finally:
        root.handlers[:], root.level = handlers, level
    said = (tmp_path / "jatigi.log").read_text("utf-8")
    assert "bed of %s is taken [str]" in said
    assert "Aminata" not in said
