"""What a program asked of the disk, in its order, as strace tells it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.safety.prepared import Prepared

ROOT = Path(__file__).parents[2]
_CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat"
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")
_FILE = re.compile(r"\d+<((?:\\x[0-9a-f]{2})*)>")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: `what` is create, write, cut, sync, rename, unlink or said; paths are those of the moment."""

    what: str
    path: str
    content: bytes = b""
    place: int = 0


def follow(prepared: Prepared, act: str, count: int, *, loose: bool) -> list[Asked]:
    """Do `count` acts in a process of its own and give everything it asked of the disk and acknowledged.

    A `loose` program does not wait for the disk at each commit (synchronous=NORMAL).
    """
    log = prepared.folder.with_name(f"{prepared.folder.name}.trace")
    words = [prepared.folder, prepared.dek.hex(), prepared.session, act, count, "loose" if loose else "durable"]
    watch = ["strace", "-qq", "-y", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-o", str(log)]
    command = [*watch, sys.executable, "-m", "tests.safety.traced", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    try:
        with log.open(encoding="ascii") as lines:
            return list(_asked(lines, str(prepared.folder)))
    finally:
        log.unlink()


def _asked(lines: Iterator[str], folder: str) -> Iterator[Asked]:
    for line in lines:
        if (found := _LINE.match(line)) is None:
            continue
        call, arguments, answer = found.groups()
        one = _one(call, arguments, int(answer))
        if one and (one.what == "said" or one.path.startswith(folder)):
            yield one


def _one(call: str, arguments: str, answer: int) -> Asked | None:
    texts = [bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(arguments)]
    file = _FILE.match(arguments)
    path = bytes.fromhex(file.group(1).replace("\\x", "")).decode() if file else ""
    if call == "openat" and "O_CREAT" in arguments:
        return Asked("truncate" if "O_TRUNC" in arguments else "create", texts[0].decode())
    if call == "write" and arguments.startswith("1<"):
        return Asked("said", "", texts[0])
    if call in {"write", "pwrite64"}:
        return Asked("write", path, texts[0][:answer], -1 if call == "write" else _last_number(arguments))
    if call == "ftruncate":
        return Asked("cut", path, place=_last_number(arguments))
    return _named(call, path, texts)


def _named(call: str, path: str, texts: list[bytes]) -> Asked | None:
    if call in {"fsync", "fdatasync"}:
        return Asked("sync", path)
    if call.startswith("rename"):
        return Asked("rename", texts[0].decode(), texts[1])
    return Asked("unlink", texts[0].decode()) if call.startswith("unlink") else None


def _last_number(arguments: str) -> int:
    return int(arguments.rpartition(", ")[2])
