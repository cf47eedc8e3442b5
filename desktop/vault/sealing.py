"""Sealing: to one identity, or under one key, always bound to where it belongs."""

import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from desktop.vault.framing import frame
from desktop.vault.identity import Identity
from desktop.vault.refusals import SealBroken

NONCE_BYTES = 12
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def binding(kind: str, org: UUID, obj: UUID, kv: int, kid: bytes) -> bytes:
    """Give what a sealed key is bound to; elsewhere it does not open."""
    return frame("hpke", kind, org, obj, kv, kid)


def seal_to(x: bytes, secret: bytes, info: bytes) -> bytes:
    """Seal a secret to the identity with the public key `x` (HPKE base mode, RFC 9180).

    Raises:
        SealBroken: the key is one that everybody can open.
    """
    try:
        sealed: bytes = _SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(x), info)
    except ValueError as problem:
        raise SealBroken from problem
    return sealed


def open_with(identity: Identity, sealed: bytes, info: bytes) -> bytes:
    """Open what was sealed to `identity`.

    Raises:
        SealBroken: it was sealed to another, altered, or moved.
    """
    try:
        secret: bytes = _SUITE.decrypt(sealed, identity.x, info)
    except (InvalidTag, ValueError) as problem:
        raise SealBroken from problem
    return secret


def lock(key: bytes, text: bytes, bound_to: bytes, nonce: bytes | None = None) -> bytes:
    """Encrypt under `key` (AES-256-GCM-SIV, RFC 8452); a repeated nonce is no disaster."""
    chosen = nonce or secrets.token_bytes(NONCE_BYTES)
    return chosen + AESGCMSIV(key).encrypt(chosen, text, bound_to)


def unlock(key: bytes, locked: bytes, bound_to: bytes) -> bytes:
    """Decrypt what `lock` made.

    Raises:
        SealBroken: altered, moved, or under another key.
    """
    try:
        return AESGCMSIV(key).decrypt(locked[:NONCE_BYTES], locked[NONCE_BYTES:], bound_to)
    except (InvalidTag, ValueError) as problem:
        raise SealBroken from problem
