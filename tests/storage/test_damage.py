"""Damage, a full disk and a folder that cannot be written to: each found, each with its sentence."""

import os
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from desktop.storage.check import CheckReport, full_check
from desktop.storage.engine import open_raw
from desktop.storage.faults import DamagedFile
from desktop.storage.migrate import create_database
from desktop.storage.quick_check import quick_check
from tests.conftest import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a sound file with rows in it."""
    path = tmp_path / "data-1.db"
    create_database(path, KEY)
    with closing(open_raw(path, KEY)) as connection:
        connection.executemany("INSERT INTO vault_meta VALUES (?, ?)", [(f"row {n}", bytes(500)) for n in range(200)])
    return path


def test_a_sound_file_is_called_sound(path: Path) -> None:
    report = full_check(path, KEY)
    assert report.sound
    assert report.counts["vault_meta"] == 200
    quick_check(path, KEY)


def test_every_flipped_bit_is_found(path: Path) -> None:
    whole, chance, missed = path.read_bytes(), random.Random(7), []
    for _ in range(60):
        harmed, place = bytearray(whole), chance.randrange(len(whole))
        harmed[place] ^= 1 << chance.randrange(8)
        path.write_bytes(harmed)
        try:
            if full_check(path, KEY).sound:
                missed.append(place)
        except DamagedFile:
            continue
    assert missed == []


def test_the_full_look_takes_in_what_still_lies_beside_the_file(path: Path) -> None:
    """The seals of the main file alone are read: a page that waits in the journal file would not be looked at."""
    beside = path.with_name(f"{path.name}-wal")
    with closing(open_raw(path, KEY)) as busy:
        busy.execute("INSERT INTO vault_meta VALUES ('late', zeroblob(20000))")
        assert beside.stat().st_size > 20000
        assert full_check(path, KEY).sound
        assert beside.stat().st_size == 0


def test_every_row_of_the_answer_is_reported(path: Path) -> None:
    harmed = bytearray(path.read_bytes())
    for page in (5, 9, 12):
        harmed[4096 * page + 77] ^= 1
    path.write_bytes(harmed)
    assert len(full_check(path, KEY).seal_problems) == 3


def test_each_kind_of_fault_has_its_sentence() -> None:
    assert CheckReport().faults == []
    report = CheckReport(("a", "b"), ("c",), ("d", "e"), 7, gone=3, doubts=2)
    assert report.faults == [
        "2 pages of the file are damaged.",
        "The structure of the file is damaged.",
        "2 rows point at nothing.",
        "The journal was changed at line 7.",
        "3 sealed texts that the journal names are gone.",
        "2 signed marks do not fit the journal: it was rewritten.",
    ]


def test_a_damaged_page_in_use_is_met_at_opening_or_at_the_full_check(path: Path) -> None:
    harmed = bytearray(path.read_bytes())
    for start in range(4096, len(harmed), 4096):
        harmed[start + 77] ^= 1
    path.write_bytes(harmed)
    with pytest.raises(DamagedFile):
        quick_check(path, KEY)


_FILL = """
import sys
from pathlib import Path
from desktop.i18n import use_language
from desktop.storage.engine import open_engines
from desktop.storage.faults import DiskFault
use_language("en")
path = Path(sys.argv[1])
doors = open_engines(path, bytes(range(32)))
saved = 0
try:
    while True:
        with doors.writer.begin() as connection:
            connection.exec_driver_sql("INSERT INTO vault_meta VALUES (?, zeroblob(20000))", (f"more {saved}",))
        saved += 1
except DiskFault as refusal:
    print(saved, type(refusal).__name__, (path.parent / "reserve.bin").exists())
with doors.writer.begin() as connection:
    connection.exec_driver_sql("INSERT INTO vault_meta VALUES ('after', x'00')")
print("goes on")
"""


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs the right to mount a small disk")
def test_a_full_disk_loses_nothing_and_gives_the_reserve_back(path: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    try:
        small = disk / "data-1.db"
        shutil.copyfile(path, small)
        (disk / "reserve.bin").write_bytes(bytes(500_000))
        command = [sys.executable, "-c", _FILL, str(small)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        first, last = done.stdout.splitlines()
        saved, refusal, reserve = first.split()
        assert (refusal, reserve, last) == ("DiskFull", "False", "goes on")
        with closing(open_raw(small, KEY)) as connection:
            counted = connection.execute("SELECT count(*) FROM vault_meta WHERE name LIKE 'more %'").fetchone()
        assert counted == (int(saved),)
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


_OPEN = """
import os, sys
from pathlib import Path
from desktop.errors import DeskError
from desktop.i18n import use_language
from desktop.storage.engine import open_raw
from desktop.storage.instance_lock import only_instance
import sqlcipher3.dbapi2
use_language("en")
path = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setuid(65534)
try:
    open_raw(path, bytes(range(32))).execute("INSERT INTO vault_meta VALUES ('x', x'00')")
except DeskError as refusal:
    print(type(refusal).__name__)
try:
    with only_instance(path.parent / "in-use.lock"):
        print("held")
except DeskError as refusal:
    print(refusal.explain())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no folders that are read-only in this sense")
def test_a_read_only_folder_has_its_sentence(path: Path) -> None:
    # Not below tmp_path, whose parents are closed to the powerless user that root turns into.
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "data-1.db"
        shutil.copyfile(path, copy)
        copy.chmod(0o444)
        Path(name).chmod(0o555)
        command = [sys.executable, "-c", _OPEN, str(copy)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        Path(name).chmod(0o755)
    assert done.stderr == ""
    kind, sentence = done.stdout.splitlines()
    assert kind == "ReadOnlyFolder"
    assert sentence.startswith("This computer does not let you write")
