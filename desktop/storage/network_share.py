"""Whether a folder lies on another computer, where locks and shared memory cannot be trusted."""

import os
import sys
from pathlib import Path

from desktop.errors import DeskError
from desktop.i18n import mark

_MOUNTS = Path("/proc/self/mounts")
_NETWORK_KINDS = frozenset(
    {
        *("9p", "afs", "ceph", "cifs", "gfs2", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb3", "smbfs"),
        *("davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"),
    }
)
_DRIVE_REMOTE = 4


class OnNetworkShare(DeskError):
    """The vault lies on another computer."""

    sentence = mark("This folder lies on another computer. A vault must stay on this computer’s own disk.")


def refuse_network_share(folder: Path, mounts: str | None = None) -> None:
    """Refuse a folder on a network share; `mounts` is the text of /proc/self/mounts, read when not given.

    Raises:
        OnNetworkShare: the folder lies on another computer.
    """
    if sys.platform == "win32":
        remote = _remote_drive(folder)
    else:
        text = mounts if mounts is not None else _read_mounts()
        remote = kind_of(folder, text) in _NETWORK_KINDS
    if remote:
        raise OnNetworkShare


def kind_of(folder: Path, mounts: str) -> str:
    """Give the kind of file system that `folder` lies on, or nothing when it cannot be told."""
    place, best, kind = os.path.realpath(folder), "", ""
    for line in mounts.splitlines():
        _, point, found, *_ = line.split(" ", 3)
        point = point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        # The last of two mounts on one point hides the first.
        if inside and len(point) >= len(best):
            best, kind = point, found
    return kind


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _remote_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes  # noqa: PLC0415 - Windows only

    anchor = folder.absolute().anchor
    if anchor.startswith("\\\\"):
        return True
    return bool(ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE)
