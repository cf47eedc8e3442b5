"""What journeys start from."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.program import Journey, build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """Give an invented centre, made once."""
    return build(tmp_path_factory.mktemp("journeys"))


@pytest.fixture
def journey(built: Journey, tmp_path: Path) -> Journey:
    """Give a copy of it that nobody has opened yet."""
    vault = tmp_path / built.vault.name
    shutil.copytree(built.vault, vault)
    return replace(built, vault=vault, folder=tmp_path)
