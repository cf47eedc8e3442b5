"""What every test may ask for: an encrypted centre of its own and somebody at its desk."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import UUID

import pytest

from desktop.i18n import use_language
from desktop.models.catalogue import METADATA
from desktop.models.keys import uuid7
from desktop.rights import Role
from desktop.storage.engine import Engines, open_engines, open_raw
from desktop.storage.unit_of_work import Desk, Member
from desktop.vault.derive import Kdf
from tests.centres import TestCentre, make_centre

KEY = bytes(range(32))

DeskFor = Callable[..., Desk]


@pytest.fixture(scope="session", autouse=True)
def _stretched_once() -> Iterator[None]:
    """Stretch a password with the same salt once in a whole run: every copy of the centre's vault shares its salts.

    The answer is the real one at the real cost; only the second sign-in of the same account to a copy is spared it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Kdf, "key_from", cache(Kdf.key_from))
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Read sentences as they stand in the sources, whatever a test switches to."""
    use_language("en")
    yield
    use_language("en")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an encrypted file with every table and no row, made once."""
    path = tmp_path_factory.mktemp("template") / "data-1.db"
    open_raw(path, KEY, mode="rwc").close()
    engines = open_engines(path, KEY)
    with engines.writer.begin() as connection:
        METADATA.create_all(connection)
    engines.close()
    return path


@pytest.fixture
def engines(tmp_path: Path, empty_file: Path) -> Iterator[Engines]:
    """Give the doors to a fresh encrypted file."""
    path = tmp_path / "data-1.db"
    path.write_bytes(empty_file.read_bytes())
    doors = open_engines(path, KEY)
    yield doors
    doors.close()


@pytest.fixture
def desk_for(engines: Engines) -> DeskFor:
    """Sit somebody with the named roles at the desk."""

    def sit(*roles: Role, sites: frozenset[UUID] = frozenset()) -> Desk:
        return Desk(engines, Member(uuid7(), "test", "Test", frozenset(roles), sites))

    return sit


@pytest.fixture
def desk(desk_for: DeskFor) -> Desk:
    """Give a desk where every role is held."""
    return desk_for(*Role)


@pytest.fixture(scope="session")
def _centre_template(tmp_path_factory: pytest.TempPathFactory) -> TestCentre:
    return make_centre(tmp_path_factory.mktemp("centre") / "Centre.vault")


@pytest.fixture
def centre(tmp_path: Path, _centre_template: TestCentre) -> TestCentre:
    """Give a real vault of one's own, with accounts and keys."""
    folder = tmp_path / "Centre.vault"
    shutil.copytree(_centre_template.folder, folder)
    return replace(_centre_template, folder=folder)
