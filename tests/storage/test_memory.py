"""After the lock no copy of the data key is left in memory, on a real vault with its services."""

import subprocess
import sys

import pytest

from desktop.vault.wiping import wipe
from tests.centres import PASSWORD, TestCentre

_SCAN = """
import re, sys
from pathlib import Path
from desktop.centre import Centre
from desktop.storage.opening import open_vault

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
            starts = (m.start() for m in re.finditer(re.escape(bytes([wanted(0)])), block[:-31]))
            found += sum(all(block[start + n] == wanted(n) for n in range(1, 32)) for start in starts)
    return found

vault = open_vault(Path(sys.argv[1]), "awa", sys.argv[2])
centre = Centre(vault)
centre.people
centre.care.check()
# Kept under a mask: the scan must not find itself.
masked = bytes(one ^ 0x5A for one in vault.headers.dek)
raw = lambda n: masked[n] ^ 0x5A
hexed = lambda n: b"0123456789abcdef"[raw(n // 2) >> 4 if n % 2 == 0 else raw(n // 2) & 15]
open_copies = copies(raw)
centre.close()
print(open_copies > 0, copies(raw), copies(hexed))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process read its own memory as a file")
def test_no_copy_of_the_data_key_is_left_after_the_lock(centre: TestCentre) -> None:
    command = [sys.executable, "-c", _SCAN, str(centre.folder), PASSWORD]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == ["True", "0", "0"]


def test_a_wiped_key_is_zeros_under_every_name() -> None:
    secret = bytes(bytearray(range(32)))
    same = secret
    wipe(secret)
    assert same == bytes(32)


def test_a_closed_vault_changes_no_account(centre: TestCentre) -> None:
    vault = centre.open("awa")
    vault.close()
    assert not any(vault.headers.dek)
    centre.open("awa").close()
