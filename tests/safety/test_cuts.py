"""A short run of the simulated power cuts, and the disk they are simulated with."""

from pathlib import Path
from random import Random

import pytest

from tests.safety.disk import SECTOR, Disk
from tests.safety.prepared import Prepared
from tests.safety.run import measure_cuts, passes
from tests.safety.trace import Asked


@pytest.mark.slow
@pytest.mark.parametrize(("act", "count"), [("marks", 20), ("imports", 4)])
def test_what_was_acknowledged_is_there_after_a_power_cut(prepared: Prepared, act: str, count: int) -> None:
    line = measure_cuts(prepared, act, cuts=20, count=count)
    assert (line["tried"], line["lost"], line["half"]) == (20, 0, 0)
    assert line["control"] > 0
    assert passes(line)


def _shown(disk: Disk, folder: Path) -> set[tuple[tuple[str, bytes], ...]]:
    """Give everything that the disk may show, as far as 60 tries find it."""
    states = set()
    for number in range(60):
        target = folder / f"after-{number}"
        target.mkdir()
        disk.after_cut(target, Random(number))
        states.add(tuple(sorted((one.name, one.read_bytes()) for one in target.iterdir())))
    return states


def test_only_what_was_synced_is_sure_to_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "a").write_bytes(b"old")
    disk, path = Disk(folder), str(folder / "a")
    disk.ask(Asked("write", path, b"new", 0))
    assert _shown(disk, tmp_path) == {(("a", b"old"),), (("a", b"new"),)}
    disk.ask(Asked("sync", path))
    again = tmp_path / "again"
    again.mkdir()
    assert _shown(disk, again) == {(("a", b"new"),)}


def test_a_write_may_be_torn_between_sectors(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "a").write_bytes(bytes(2 * SECTOR))
    disk = Disk(folder)
    disk.ask(Asked("write", str(folder / "a"), b"\1" * 2 * SECTOR, 0))
    halves = {(state[0][1][:SECTOR], state[0][1][SECTOR:]) for state in _shown(disk, tmp_path)}
    old, new = bytes(SECTOR), b"\1" * SECTOR
    assert halves == {(old, old), (old, new), (new, old), (new, new)}


def test_a_removed_or_renamed_file_may_be_back(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "a").write_bytes(b"old")
    disk = Disk(folder)
    for one in (Asked("create", str(folder / "b")), Asked("write", str(folder / "b"), b"new", -1)):
        disk.ask(one)
    disk.ask(Asked("sync", str(folder / "b")))
    disk.ask(Asked("rename", str(folder / "b"), str(folder / "a").encode()))
    states = _shown(disk, tmp_path)
    assert states == {(("a", b"old"),), (("a", b"old"), ("b", b"new")), (("a", b"new"),)}
    disk.ask(Asked("unlink", str(folder / "a")))
    disk.ask(Asked("sync", str(folder)))
    (tmp_path / "end").mkdir()
    assert _shown(disk, tmp_path / "end") == {()}
