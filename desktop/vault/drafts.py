"""Unfinished texts, locked for their author alone (`keys.md` 2)."""

from uuid import UUID

from desktop.vault.derive import hkdf
from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.padding import pad, unpad
from desktop.vault.sealing import lock, unlock


def seal_draft(author: Identity, org: UUID, uid: UUID, draft: UUID, text: bytes) -> bytes:
    """Lock an unfinished text for its author alone; it is lost with the password.

    Raises:
        TooLong: it would pass 16 MiB.
    """
    return lock(hkdf(author.seed, "draft"), pad(text), frame("draft", org, uid, draft))


def open_draft(author: Identity, org: UUID, uid: UUID, draft: UUID, locked: bytes) -> bytes:
    """Give an unfinished text back to its author.

    Raises:
        SealBroken: it is somebody else's.
    """
    return unpad(unlock(hkdf(author.seed, "draft"), locked, frame("draft", org, uid, draft)))
