"""Pages moved, put back or torn: what the seals tell, and what only the journal's anchors tell."""

import random
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import desktop
from desktop.storage import journal
from desktop.storage.anchors import Anchor, OlderThanAnchor, refuse_older
from desktop.storage.check import full_check
from desktop.storage.engine import open_engines, open_raw
from desktop.storage.faults import DamagedFile
from desktop.storage.migrate import create_database
from tests.conftest import KEY

PAGE = 4096
AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a sound file with rows in it."""
    path = tmp_path / "data-1.db"
    create_database(path, KEY)
    with closing(open_raw(path, KEY)) as connection:
        connection.executemany("INSERT INTO vault_meta VALUES (?, ?)", [(f"row {n}", bytes(500)) for n in range(200)])
    return path


def _page(content: bytes, number: int) -> bytes:
    return content[PAGE * number : PAGE * (number + 1)]


def _is_found(path: Path) -> bool:
    try:
        return not full_check(path, KEY).sound
    except DamagedFile:
        return True


def test_two_pages_that_changed_places_are_found(path: Path) -> None:
    content, chance = path.read_bytes(), random.Random(3)
    for _ in range(10):
        first, second = sorted(chance.sample(range(1, len(content) // PAGE), 2))
        harmed = bytearray(content)
        harmed[PAGE * first : PAGE * (first + 1)] = _page(content, second)
        harmed[PAGE * second : PAGE * (second + 1)] = _page(content, first)
        path.write_bytes(harmed)
        assert _is_found(path)


def _append(path: Path, count: int) -> journal.Head:
    doors = open_engines(path, KEY)
    with doors.writer.begin() as connection:
        for _ in range(count):
            head = journal.append(connection, journal.Line(AT, b"s", None, "test"))
    doors.close()
    return head


def test_an_old_page_put_back_passes_the_seals_and_is_told_by_the_anchor(path: Path) -> None:
    """The seal of a page covers its number, not its age: freshness is the journal's and the anchors' business."""
    head = _append(path, 1)
    older = path.read_bytes()
    newer_head = _append(path, 1)
    newer = path.read_bytes()
    assert len(older) == len(newer)
    changed = [number for number in range(len(newer) // PAGE) if _page(older, number) != _page(newer, number)]
    harmed = bytearray(newer)
    assert changed == [number for number in changed if number]
    for number in changed:
        harmed[PAGE * number : PAGE * (number + 1)] = _page(older, number)
    path.write_bytes(harmed)
    assert full_check(path, KEY).seal_problems == ()
    doors = open_engines(path, KEY)
    with doors.reader.connect() as connection:
        assert journal.head(connection) == head
        with pytest.raises(OlderThanAnchor):
            refuse_older(connection, [Anchor(newer_head.seq, newer_head.hash, AT, "header")])
    doors.close()


def test_a_damaged_page_does_not_follow_into_a_backup(path: Path) -> None:
    with closing(open_raw(path, KEY)) as connection:
        connection.execute("INSERT INTO vault_meta VALUES ('waste', zeroblob(100000))")
        connection.execute("DELETE FROM vault_meta WHERE name = 'waste'")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    content = bytearray(path.read_bytes())
    content[-2000] ^= 1
    path.write_bytes(content)
    report = full_check(path, KEY)
    assert (len(report.seal_problems), report.structure_problems) == (1, ())
    copy = path.with_name("copy.db")
    with closing(open_raw(path, KEY)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    assert full_check(copy, KEY, mode="ro").sound


def test_the_program_compacts_no_file_in_its_place() -> None:
    """`VACUUM` without `INTO` meets the damaged page above, fails, and spoils the connection."""
    program = Path(desktop.__file__).parent
    said = [line for source in program.rglob("*.py") for line in source.read_text("utf-8").splitlines()
            if "VACUUM" in line]  # fmt: skip
    assert [line for line in said if "VACUUM INTO" in line]
    assert [line for line in said if "VACUUM" in line.replace("VACUUM INTO", "")] == []


def test_the_library_says_nothing_on_the_error_stream(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[PAGE * 5 + 7] ^= 1
    path.write_bytes(content)
    script = (
        "import sys; from pathlib import Path\n"
        "from desktop.storage.check import full_check\n"
        "from desktop.storage.engine import open_raw\n"
        "print(full_check(Path(sys.argv[1]), bytes(range(32))).sound)\n"
        "try:\n    open_raw(Path(sys.argv[1]), bytes(32))\n"
        "except Exception as problem:\n    print(type(problem).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == (["False", "DamagedFile"], "")
