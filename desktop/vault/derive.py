"""Keys from keys, and keys from passwords."""

import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.vault.framing import frame
from desktop.vault.refusals import DamagedHeader

MEMORY_MIB = (64, 512)
PASSES = (3, 10)
LANES = (1, 4)
SALT_BYTES = 16


def hkdf(key: bytes, name: str) -> bytes:
    """Derive the 32-byte key called `name` (RFC 5869, SHA-256, no salt)."""
    return HKDF(hashes.SHA256(), 32, None, f"jatigi/1/{name}".encode()).derive(key)


def key_id(key: bytes) -> bytes:
    """Give the public name of a key, which tells nothing of it."""
    return hkdf(key, "key-id")


@dataclass(frozen=True, slots=True)
class Kdf:
    """How a password becomes a key: memory in MiB, passes, lanes, salt."""

    m: int
    t: int
    p: int
    salt: bytes

    def __post_init__(self) -> None:
        bounds = ((self.m, MEMORY_MIB), (self.t, PASSES), (self.p, LANES))
        if len(self.salt) != SALT_BYTES or any(not low <= value <= high for value, (low, high) in bounds):
            # Weaker would be a downgrade, stronger a way to keep everybody out.
            raise DamagedHeader

    @classmethod
    def fresh(cls, m: int = MEMORY_MIB[0], t: int = PASSES[0], p: int = LANES[0]) -> Self:
        """Give parameters with a new salt."""
        return cls(m, t, p, secrets.token_bytes(SALT_BYTES))

    def again(self) -> Self:
        """Give the same cost with a new salt."""
        return self.fresh(self.m, self.t, self.p)

    def framed(self) -> bytes:
        """Give the parameters as bytes to bind a slot to."""
        return frame("kdf", self.m, self.t, self.p, self.salt)

    def key_from(self, secret: bytes) -> bytes:
        """Stretch a password or a paper's code into the key that encrypts a slot; takes most of a second."""
        argon = Argon2id(salt=self.salt, length=32, iterations=self.t, lanes=self.p, memory_cost=self.m * 1024)
        return hkdf(argon.derive(secret), "kek")


def password_bytes(password: str) -> bytes:
    """Give a password the same bytes whatever keyboard typed it (NFKC)."""
    return unicodedata.normalize("NFKC", password).encode()


def login_key(login: str) -> str:
    """Give a login as it is compared: two that differ in capitals only are one."""
    return unicodedata.normalize("NFKC", login).casefold().strip()


def login_tag(org: UUID, login: str) -> bytes:
    """Give the tag a slot is found by; it hides the login from a glance, not from a guess."""
    return hmac.digest(org.bytes, login_key(login).encode(), "sha256")
