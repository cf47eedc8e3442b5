"""The key file on disk: read with its copy, rewritten whole, never taken back to an older one."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import load_header, save_header
from desktop.vault.header import Header
from desktop.vault.refusals import DamagedHeader, NewerFormat
from tests.centres import TestCentre


def unchanged(header: Header) -> Header:
    """Rewrite nothing but the generation."""
    return header


def test_the_file_and_its_copy_say_the_same(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    assert files.header.read_bytes() == files.spare_header.read_bytes()
    assert load_header(files).slots


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff" * 90, b"[" * 5000])
def test_a_damaged_file_is_read_from_its_copy(centre: TestCentre, content: bytes) -> None:
    files = VaultFolder(centre.folder)
    whole = load_header(files)
    files.header.write_bytes(content)
    assert load_header(files) == whole
    files.spare_header.write_bytes(content)
    with pytest.raises(DamagedHeader):
        load_header(files)


def test_an_absent_file_and_copy_are_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedHeader):
        load_header(VaultFolder(tmp_path))


def test_a_later_format_does_not_fall_back_to_the_copy(centre: TestCentre) -> None:
    files = VaultFolder(centre.folder)
    files.header.write_bytes(files.header.read_bytes().replace(b'"v":1', b'"v":2'))
    with pytest.raises(NewerFormat):
        load_header(files)


def test_rewriting_raises_the_generation_in_both_files(centre: TestCentre) -> None:
    vault, files = centre.open("awa"), VaultFolder(centre.folder)
    before = vault.headers.current()
    with vault.engines.writer.begin() as connection:
        vault.headers.rewrite(connection, unchanged)
    assert vault.headers.current().gen == before.gen + 1
    assert files.header.read_bytes() == files.spare_header.read_bytes()
    vault.close()
    centre.open("awa").close()


def test_an_older_key_file_brings_nobody_back(centre: TestCentre, tmp_path: Path) -> None:
    files, kept = VaultFolder(centre.folder), tmp_path / "older.keys"
    shutil.copy(files.header, kept)
    vault = centre.open("awa")
    with vault.engines.writer.begin() as connection:
        vault.headers.rewrite(connection, lambda header: replace(header, slots=header.slots[:2]))
    vault.close()
    shutil.copy(kept, files.header)
    for login in ("awa", "seydou"):
        with pytest.raises(DamagedHeader):
            centre.open(login)
    files.header.unlink()
    centre.open("awa").close()


def test_a_key_file_changed_by_somebody_without_the_key_is_not_used(centre: TestCentre) -> None:
    vault, files = centre.open("awa"), VaultFolder(centre.folder)
    current = vault.headers.current()
    save_header(files, replace(current, gen=current.gen + 5))
    with pytest.raises(DamagedHeader):
        vault.headers.current()
    with vault.engines.writer.begin() as connection, pytest.raises(DamagedHeader):
        vault.headers.rewrite(connection, unchanged)
    save_header(files, current)
    vault.close()


@pytest.mark.parametrize("part", ["id", "tag", "dek", "kid"])
def test_a_flipped_bit_in_a_slot_is_made_good_by_the_spare_copy(centre: TestCentre, part: str) -> None:
    files = VaultFolder(centre.folder)
    header = load_header(files)
    changes: list[dict[str, Any]] = [{part: _flipped(getattr(slot, part))} for slot in header.slots]
    slots = tuple(replace(slot, **change) for slot, change in zip(header.slots, changes, strict=True))
    files.header.write_bytes(replace(header, slots=slots).to_bytes())
    vault = centre.open("awa")
    assert vault.headers.current() == header
    vault.close()


def _flipped(content: bytes) -> bytes:
    return bytes([content[0] ^ 1]) + content[1:]
