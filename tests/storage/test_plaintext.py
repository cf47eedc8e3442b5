"""Nothing can be read without the key: not in files, not in what is written, not in memory afterwards."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.storage.migrate import create_database
from tests.conftest import KEY

MARKER = b"Fatoumata-marqueur-Diarra"

_WORK = """
import sys
from pathlib import Path
from desktop.storage.engine import open_raw
path, temp_store = Path(sys.argv[1]), sys.argv[2]
marker = bytes.fromhex(sys.argv[3]).decode()
connection = open_raw(path, bytes(range(32)), 200)
connection.execute(f"PRAGMA temp_store = {temp_store}")
connection.execute("BEGIN IMMEDIATE")
rows = [(f"{marker} {n * 7919 % 20011}", b"x") for n in range(20000)]
connection.executemany("INSERT INTO vault_meta VALUES (?, ?)", rows)
connection.execute("COMMIT")
connection.execute("CREATE TEMP TABLE copy AS SELECT name, name || name FROM vault_meta ORDER BY value, name DESC")
connection.execute("SELECT count(*) FROM (SELECT DISTINCT name || name || name FROM copy)").fetchone()
connection.execute("VACUUM INTO ?", (str(path.with_name("copy.db")),))
"""


@pytest.mark.parametrize(("temp_store", "leaks"), [("MEMORY", False), ("FILE", True)])
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace tells what is written; it is not installed here")
def test_no_write_holds_what_was_typed(tmp_path: Path, temp_store: str, *, leaks: bool) -> None:
    """With temporary tables on disk it leaks, which shows that the test can see."""
    path, trace = tmp_path / "data-1.db", tmp_path / "trace"
    create_database(path, KEY)
    follow = ["strace", "-f", "-qq", "-s", "70000", "-e", "trace=write,pwrite64,writev,pwritev", "-o", str(trace)]
    command = [*follow, sys.executable, "-c", _WORK, str(path), temp_store, MARKER.hex()]
    subprocess.run(command, check=True, capture_output=True)
    written = trace.read_bytes()
    assert written.count(b"pwrite64") > 500
    assert (MARKER in written) is leaks
    for file in tmp_path.glob("*.db*"):
        assert MARKER not in file.read_bytes(), file.name


_MEMORY = """
import re, sys
from pathlib import Path
from desktop.storage.engine import open_engines

def secret():
    return bytearray((n * 73 + 19) % 251 for n in range(32))

def copies(wanted):
    found = 0
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if "rw" not in rights or "[v" in line:
                continue
            start, end = (int(one, 16) for one in span.split("-"))
            try:
                memory.seek(start)
                block = memory.read(end - start)
            except OSError:
                continue
            found += sum(all(block[m.start() + n] == wanted(n) for n in range(1, 32))
                         for m in re.finditer(re.escape(bytes([wanted(0)])), block))
    return found

raw = lambda n: (n * 73 + 19) % 251
hexed = lambda n: b"0123456789abcdef"[raw(n // 2) >> 4 if n % 2 == 0 else raw(n // 2) & 15]
from desktop.storage.migrate import create_database
key = secret()
create_database(Path(sys.argv[1]), key)
doors = open_engines(Path(sys.argv[1]), key)
doors.writer.connect().close(); doors.reader.connect().close()
open_copies = copies(raw)
doors.close()
key[:] = bytes(32)
print(open_copies > 0, copies(raw), copies(hexed))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process read its own memory as a file")
def test_no_copy_of_the_key_is_left_once_closed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MEMORY, str(tmp_path / "data-1.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == ["True", "0", "0"]
