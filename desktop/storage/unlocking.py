"""The key file opened with a secret: a password, or the code of a paper (`keys.md` 3, Unlock 1 to 5)."""

from dataclasses import dataclass

from desktop.errors import DeskError
from desktop.i18n import mark
from desktop.storage.folder import VaultFolder
from desktop.storage.header_file import load_headers
from desktop.storage.throttle import Throttle
from desktop.vault.derive import Kdf, login_tag
from desktop.vault.header import Header
from desktop.vault.identity import Identity
from desktop.vault.refusals import DamagedHeader, SealBroken, WrongPassword
from desktop.vault.slots import open_dek, open_slot


class Suspended(DeskError):
    """The account exists and may not be used now."""

    sentence = mark("This account is suspended. Speak to the coordination.")


class KeysReplaced(DeskError):
    """The password is right, and the keys behind it are not those that the chains name."""

    sentence = mark(
        "The keys of this account are not those that the organisation certified: somebody may have put others in "
        "their place. Tell your team and the coordination in person before you sign in again."
    )


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A key file that was opened: who opened it, the root they trust, the data key."""

    header: Header
    identity: Identity
    root_e: bytes
    dek: bytes


def unlock(files: VaultFolder, login: str, secret: bytes) -> Unlocked:
    """Open the key file of a vault, or its spare.

    Raises:
        WrongPassword: the login or the secret is wrong.
        Suspended: the account is kept out.
        DamagedHeader: neither file makes sense.
    """
    throttle = Throttle(files.throttle)
    throttle.check()
    refusals: list[DeskError] = []
    for header in load_headers(files):
        try:
            unlocked = _unlock_with(header, login, secret)
        except (WrongPassword, DamagedHeader) as refusal:
            refusals.append(refusal)
        else:
            throttle.succeeded()
            return unlocked
    if isinstance(refusals[0], WrongPassword):
        throttle.failed()
    raise refusals[0]


def _unlock_with(header: Header, login: str, secret: bytes) -> Unlocked:
    slot = header.slot_of(login_tag(header.org, login))
    if slot is None:
        # An unknown login costs and says the same as a wrong password.
        known = next((one.kdf for one in header.slots if one.kind == "password"), None)
        (known.again() if known else Kdf.fresh()).key_from(secret)
        raise WrongPassword
    identity, root_e = open_slot(slot, header.org, secret)
    if not slot.dek:
        raise Suspended
    try:
        dek = open_dek(slot, identity, header.vault, header.org, header.n)
    except SealBroken as problem:
        raise DamagedHeader from problem
    header.check_door(root_e, dek)
    if not header.is_sealed_by(dek):
        raise DamagedHeader
    return Unlocked(header, identity, root_e, dek)
