"""Changing one's own password: the keys stay, the slot around them is made anew (`keys.md` 3)."""

from desktop.errors import NotFound
from desktop.i18n import mark
from desktop.services.passwords import refuse_weak
from desktop.storage.header_file import HeaderFile
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import login_tag, password_bytes
from desktop.vault.refusals import WrongPassword
from desktop.vault.slots import Slot, make_slot, open_slot


class NotYourPassword(WrongPassword):
    """Somebody who is signed in mistyped the password they have."""

    sentence = mark("This is not the password you signed in with. Type it again.")


def remade_slot(desk: Desk, headers: HeaderFile, centre: str, old: str, new: str) -> Slot:
    """Prove the old password and lock the same identity under the new one, at no lower cost; takes a second or two.

    `centre` is the name of the organisation, which the new password must not be. The slot has no data key yet.

    Raises:
        NotYourPassword: the old one is not right.
        WeakPassword: the new one is too short or easy to guess.
    """
    refuse_weak(new, [desk.member.login, desk.member.name, centre])
    header, login = headers.current(), desk.member.login
    slot = header.slot_of(login_tag(header.org, login))
    if slot is None:
        raise NotFound(code=login)
    try:
        identity, root_e = open_slot(slot, header.org, password_bytes(old))
    except WrongPassword as problem:
        raise NotYourPassword from problem
    return make_slot(header.org, slot.kind, login, password_bytes(new), identity, root_e, slot.kdf.again())
