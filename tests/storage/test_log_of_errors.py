"""The technical log names types, never values."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.logs import start_logging
from desktop.storage.engine import Engines

MARKER = "Fatoumata-marqueur-Diarra"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Send the log to a file for one test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    start_logging(tmp_path / "jatigi.log")
    yield tmp_path / "jatigi.log"
    for handler in root.handlers:
        handler.close()
    root.handlers[:], root.level = handlers, level


def test_values_and_the_words_of_errors_stay_out(log: Path, engines: Engines) -> None:
    logger = logging.getLogger("desktop.test")
    logger.warning("saved %s for %s", MARKER, 7)
    logger.error("%(name)s", {"name": MARKER})
    try:
        with engines.writer.begin() as connection:
            connection.execute(sa.text("INSERT INTO vault_meta VALUES (:name, NULL)"), {"name": MARKER})
    except sa.exc.IntegrityError:
        logger.exception("not saved")
    try:
        raise ValueError(MARKER)
    except ValueError:
        logger.exception("not saved either")
    written = log.read_text("utf-8")
    assert MARKER not in written
    assert "[str int]" in written
    assert "IntegrityError" in written
    assert "ValueError" in written
