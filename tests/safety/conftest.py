"""One prepared vault for the whole session."""

from pathlib import Path

import pytest

from tests.safety.prepared import Prepared, prepare


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """Give a real vault whose session awaits its marks."""
    return prepare(Path(tmp_path_factory.mktemp("safety")) / "Centre.vault")
