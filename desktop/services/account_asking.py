"""What somebody needs to choose a password in a process that no administrator is signed in to (`keys.md` 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from desktop.errors import BadValue
from desktop.services.account_keys import AccountRequest, request_account
from desktop.vault.derive import Kdf
from desktop.vault.refusals import DamagedHeader
from desktop.vault.requests import read_request

__all__ = ["Terms", "read_request"]


@dataclass(frozen=True, slots=True)
class Terms:
    """The organisation, the public key of its root, and what a guess at a password must cost; nothing secret."""

    org: UUID
    root_e: bytes
    cost: tuple[int, int, int]

    def to_text(self) -> str:
        """Write the terms as one word of a command line."""
        return ".".join((self.org.hex, self.root_e.hex(), *map(str, self.cost)))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read what `to_text` wrote.

        Raises:
            BadValue: it did not write this.
        """
        try:
            org, root_e, memory, passes, lanes = text.split(".")
            terms = cls(UUID(org), bytes.fromhex(root_e), (int(memory), int(passes), int(lanes)))
            Kdf.fresh(*terms.cost)
        except (ValueError, DamagedHeader) as problem:
            raise BadValue(value=text) from problem
        return terms

    def request(self, login: str, password: str, known: Sequence[str] = ()) -> AccountRequest:
        """Make the request of whoever chose this password; takes most of a second.

        `known` are names that others link with them.

        Raises:
            WeakPassword: the password is too short or easy to guess.
        """
        return request_account(self.org, self.root_e, login, password, Kdf.fresh(*self.cost), known)
