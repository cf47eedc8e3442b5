"""Recovery papers: made, typed back before anything relies on them, and opened again (`keys.md` 1, 3)."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from desktop.vault.derive import Kdf, key_id, login_tag
from desktop.vault.identity import Identity
from desktop.vault.key_cards import KeyCard
from desktop.vault.papers import GROUPS, fresh_code, groups_of, same_group
from desktop.vault.refusals import ChainBroken, DamagedHeader, NotGranted, NotTypedBack, SealBroken, WrongPaper
from desktop.vault.sealing import binding, open_with
from desktop.vault.signed import base64_of
from desktop.vault.slots import PAPER_LOGIN, Slot, make_slot, open_slot, read_slot


def _two_groups() -> tuple[int, int]:
    first, second = sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2))
    return first, second


@dataclass(slots=True)
class Paper:
    """A recovery paper at its making: the code to print, the identity it opens, what the card keeps of it.

    Nothing may rely on it before the groups `asked` for, counted from 1, were typed back from the print.
    """

    code: bytes
    identity: Identity
    data: dict[str, Any]
    asked: tuple[int, int] = field(default_factory=_two_groups)
    _typed_back: bool = False

    @property
    def groups(self) -> list[str]:
        """Give the groups to print."""
        return groups_of(self.code)

    def type_back(self, typed: Sequence[str]) -> None:
        """Compare what was typed from the print with the groups asked for.

        Raises:
            WrongPaper: a group differs; it is named.
        """
        groups = self.groups
        for number, text in zip(self.asked, typed, strict=True):
            if not same_group(text, groups[number - 1]):
                raise WrongPaper(group=number)
        self._typed_back = True

    def require_typed_back(self) -> None:
        """Refuse a paper that nobody has shown to hold in print.

        Raises:
            NotTypedBack: its groups were not typed back.
        """
        if not self._typed_back:
            raise NotTypedBack


def make_paper(org: UUID, root_e: bytes, kdf: Kdf) -> Paper:
    """Make a recovery paper; the code exists here and on paper, nowhere else."""
    code, identity = fresh_code(), Identity.fresh()
    slot = make_slot(org, "paper", PAPER_LOGIN, code, identity, root_e, kdf).as_json()
    kept = {"kdf": slot["kdf"], "id": slot["id"], "kid": slot["kid"], "x": identity.card.x, "e": identity.card.e}
    return Paper(code, identity, kept)


def open_paper(org: UUID, card: KeyCard, code: bytes) -> Identity:
    """Give the identity of the paper on a card, from the code that stands on it.

    Raises:
        NotGranted: the card has no paper.
        WrongPassword: the code is that of another paper.
        SealBroken: what the card keeps of the paper does not fit.
    """
    identity, _ = open_slot(_slot(org, card), org, code)
    if identity.card != card.paper:
        raise SealBroken
    return identity


def _slot(org: UUID, card: KeyCard) -> Slot:
    if not card.paper_slot:
        raise NotGranted
    kept = {name: value for name, value in card.paper_slot.items() if name not in {"x", "e"}}
    try:
        return read_slot(kept | {"kind": "paper", "tag": base64_of(login_tag(org, PAPER_LOGIN)), "dek": ""})
    except (DamagedHeader, ChainBroken) as problem:
        raise SealBroken from problem


def key_by_paper(org: UUID, card: KeyCard, paper: Identity) -> bytes:
    """Open the key on a card with a paper: that of a root or compartment, or of a case of the compartment.

    Raises:
        NotGranted: it is not sealed to this paper.
        SealBroken: what was sealed is not the key the card names.
    """
    line = card.recipient(paper.kid)
    if line is None:
        raise NotGranted
    key = open_with(paper, line.sealed, binding(card.what, org, card.obj, card.kv, paper.kid))
    if key_id(key) != card.key_id:
        raise SealBroken
    return key
