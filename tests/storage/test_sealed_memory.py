"""What a coordinator's process holds in memory after signing in: no sealed key (`keys.md` 5)."""

import subprocess
import sys
from contextlib import closing

import pytest

from desktop.services.cases import CaseService
from tests.centres import PASSWORD, SOCIAL, TestCentre
from tests.services.test_cases import NOTE, person_of

_MASK = 0x5A
_SCAN = """
import re, sys
from pathlib import Path
from desktop.errors import DeskError
from desktop.storage.opening import open_vault

def copies(masked):
    found, first = 0, re.compile(re.escape(bytes([masked[0] ^ 0x5A, masked[1] ^ 0x5A])))
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
            found += sum(
                m.start() + 32 <= len(block) and all(block[m.start() + n] == masked[n] ^ 0x5A for n in range(32))
                for m in first.finditer(block)
            )
    return found

vault = open_vault(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
kept = []
for cards in vault.desk.keys.ledger.cards.values():
    if cards[-1].what != "root":
        try:
            kept.append(vault.desk.keys.key(cards[-1]))
        except DeskError:
            pass
print(len(kept), *(copies(bytes.fromhex(masked)) > 0 for masked in sys.argv[4:]))
vault.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process read its own memory as a file")
@pytest.mark.parametrize(("login", "holds"), [("mariam", True), ("awa", False), ("sira", False)])
def test_a_sealed_key_is_in_the_memory_of_its_holder_only(centre: TestCentre, login: str, *, holds: bool) -> None:
    with closing(centre.open("mariam")) as vault:
        cases = CaseService(vault.desk)
        case = cases.open_case(person_of(vault), "social").id
        cases.write_note(case, NOTE)
        secrets = [vault.desk.keys.versioned(obj)[0] for obj in (SOCIAL, case)]
    masked = [bytes(byte ^ _MASK for byte in secret).hex() for secret in secrets]
    command = [sys.executable, "-c", _SCAN, str(centre.folder), login, PASSWORD, *masked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == ["2" if holds else "0", str(holds), str(holds)]
