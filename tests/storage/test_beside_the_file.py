"""What stands around the database: the lock, the share, the pause, the reserve, the hardening."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.storage.instance_lock import AlreadyOpen, only_instance
from desktop.storage.network_share import OnNetworkShare, kind_of, refuse_network_share
from desktop.storage.reserve import keep_reserve, release_reserve, room_is_short
from desktop.storage.throttle import Throttle, TooSoon, pause_after

_HOLD = """
import sys
from pathlib import Path
from desktop.storage.instance_lock import only_instance
with only_instance(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_program_gets_a_sentence(tmp_path: Path) -> None:
    lock = tmp_path / "in-use.lock"
    command = [sys.executable, "-c", _HOLD, str(lock)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(AlreadyOpen) as refusal, only_instance(lock):
            pass
        assert "already open" in refusal.value.explain()
        other.kill()
        other.wait()
    with only_instance(lock):
        pass


_MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//nas/centre /mnt/centre cifs rw 0 0
nas:/home /mnt/with\\040space nfs4 rw 0 0
/dev/sdb1 /mnt/centre/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ami/Centre.vault", "ext4"),
        ("/mnt/centre", "cifs"),
        ("/mnt/centre/Centre.vault", "cifs"),
        ("/mnt/centre-2", "ext4"),
        ("/mnt/with space/Centre.vault", "nfs4"),
        ("/mnt/centre/local/Centre.vault", "ext4"),
    ],
)
def test_the_nearest_mount_tells_the_kind_of_disk(folder: str, kind: str) -> None:
    assert kind_of(Path(folder), _MOUNTS) == kind


def test_a_folder_on_another_computer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OnNetworkShare):
        refuse_network_share(Path("/mnt/centre/Centre.vault"), _MOUNTS)
    refuse_network_share(Path("/home/ami"), _MOUNTS)
    refuse_network_share(tmp_path)


def test_the_pause_grows_to_a_minute() -> None:
    assert [pause_after(wrong) for wrong in range(10)] == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]


def test_wrong_passwords_are_counted_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "throttle.json"
    for _ in range(3):
        Throttle(path).check()
        Throttle(path).failed()
    with pytest.raises(TooSoon) as refusal:
        Throttle(path).check()
    assert refusal.value.explain() == "Several wrong passwords were typed. Wait 2 seconds, then try again."
    path.write_text(json.dumps({"wrong": 3, "at": time.time() - 2}))
    Throttle(path).check()
    Throttle(path).succeeded()
    Throttle(path).check()


def test_a_clock_set_back_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "throttle.json"
    path.write_text(json.dumps({"wrong": 50, "at": time.time() + 86400}))
    Throttle(path).check()


@given(st.binary(max_size=60) | st.sampled_from([b"[]", b'{"wrong": 1e999, "at": 0}', b'{"wrong": [], "at": 0}']))
def test_a_count_that_makes_no_sense_stops_nobody(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("throttle") / "throttle.json"
    path.write_bytes(content)
    Throttle(path).check()
    Throttle(path).failed()
    assert json.loads(path.read_bytes())["wrong"] >= 1


def test_room_is_set_aside_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "reserve.bin"
    assert keep_reserve(path, 1_500_000)
    assert path.stat().st_size == 1_500_000
    stamp = path.stat().st_mtime_ns
    assert keep_reserve(path, 1_500_000)
    assert path.stat().st_mtime_ns == stamp
    release_reserve(path)
    assert not path.exists()
    assert isinstance(room_is_short(tmp_path), bool)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whether a process may be dumped")
def test_the_program_cannot_be_dumped() -> None:
    script = (
        "import resource, ctypes; from desktop.storage.hardening import harden; libc = ctypes.CDLL(None)\n"
        "print(libc.prctl(3)); harden(); print(libc.prctl(3), resource.getrlimit(resource.RLIMIT_CORE))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["1", "0 (0, 0)", ""]
