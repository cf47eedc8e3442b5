"""The folder of a vault: names, and files written whole or not at all."""

from pathlib import Path

import pytest

from desktop.storage.folder import VaultFolder, replacing, write_whole


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "data.keys"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert [one.name for one in tmp_path.iterdir()] == ["data.keys"]


def test_a_failed_writing_leaves_the_old_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "data.keys"
    write_whole(target, b"one")
    with pytest.raises(TypeError), replacing(target) as temporary:
        temporary.write_bytes("half")  # type: ignore[arg-type]
    assert target.read_bytes() == b"one"
    assert [one.name for one in tmp_path.iterdir()] == ["data.keys"]


@pytest.mark.parametrize("name", ["../data-1.db", "data-0.db", "data-1.db/x", "other.db", "data-1.db\n", ""])
def test_a_database_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name"):
        VaultFolder(tmp_path).database(name)


def test_databases_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("data-10.db", "data-9.db", "data-1.db.tmp", "notes.db"):
        (tmp_path / name).touch()
    assert [one.name for one in VaultFolder(tmp_path).databases()] == ["data-9.db", "data-10.db"]


def test_what_a_power_cut_left_behind_is_removed(tmp_path: Path) -> None:
    (tmp_path / "data.keys.tmp").write_bytes(b"half")
    (tmp_path / "data.keys").write_bytes(b"whole")
    (tmp_path / "photos.tmp").mkdir()  # nothing of ours, and nothing that keeps the vault shut
    assert [one.name for one in VaultFolder(tmp_path).clean_leftovers()] == ["data.keys.tmp"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data.keys", "photos.tmp"]
