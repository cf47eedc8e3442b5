"""Who somebody is to the vault: one seed, a key to receive with and a key to sign with."""

import hashlib
import secrets
from dataclasses import dataclass
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop.vault.derive import hkdf
from desktop.vault.framing import frame

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_P = 2**255 - 19
# The y of the points of order 8; with 0, 1 and -1 these are all of small order (RFC 8032, 5.1).
_Y8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7


def _small_order() -> frozenset[bytes]:
    signed = [y | sign << 255 for y in (1, _P - 1, 0, _P, _P + 1, _Y8, _P - _Y8) for sign in (0, 1)]
    return frozenset(value.to_bytes(32, "little") for value in signed)


SMALL_ORDER = _small_order()


@dataclass(frozen=True, slots=True)
class Card:
    """The public half of an identity."""

    x: bytes
    e: bytes

    @property
    def kid(self) -> bytes:
        """Give the name that rights are given to."""
        return hashlib.sha256(frame("kid", self.x, self.e)).digest()

    def fingerprint(self) -> str:
        """Give the first 80 bits as four groups of four symbols, to compare face to face."""
        number = int.from_bytes(self.kid[:10], "big")
        symbols = "".join(SYMBOLS[number >> shift & 31] for shift in range(75, -1, -5))
        return " ".join(symbols[at : at + 4] for at in range(0, 16, 4))

    def verifies(self, signature: bytes, message: bytes) -> bool:
        """Say whether this identity signed `message`; keys of small order sign anything, so never."""
        return verify(self.e, signature, message)


def verify(e: bytes, signature: bytes, message: bytes) -> bool:
    """Say whether the key `e` signed `message`."""
    if e in SMALL_ORDER or signature[:32] in SMALL_ORDER or len(signature) != 64:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(e).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


class Identity:
    """The secret half: whoever holds the seed is this identity."""

    def __init__(self, seed: bytes) -> None:
        if len(seed) != 32:
            raise ValueError("a seed has 32 bytes")
        self.seed = seed

    @classmethod
    def fresh(cls) -> "Identity":
        """Make a new identity."""
        return cls(secrets.token_bytes(32))

    @cached_property
    def x(self) -> X25519PrivateKey:
        """Give the key that opens what is sealed to this identity."""
        return X25519PrivateKey.from_private_bytes(hkdf(self.seed, "x"))

    @cached_property
    def _e(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(hkdf(self.seed, "e"))

    @cached_property
    def card(self) -> Card:
        """Give the public half."""
        return Card(self.x.public_key().public_bytes_raw(), self._e.public_key().public_bytes_raw())

    @property
    def kid(self) -> bytes:
        """Give the name that rights are given to."""
        return self.card.kid

    def sign(self, message: bytes) -> bytes:
        """Sign `message`."""
        return self._e.sign(message)
