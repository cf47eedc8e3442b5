"""A new centre, as the first start makes it: in memory until its paper was read back, then on disk in one piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.models.base import now
from desktop.reports.page import Printed, Target
from desktop.reports.recovery_paper import RecoveryPaper, write_recovery_paper
from desktop.rights import Permission
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.passwords import refuse_weak
from desktop.storage.creation import VaultPlan, prepare_vault, write_vault
from desktop.storage.opening import open_vault
from desktop.storage.place import check_place, made_whole
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import Kdf

__all__ = ["FirstAccount", "NewCentre", "SitePlan", "check_place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """A site to set up; `code` begins the numbers it gives."""

    code: str
    name: str
    rooms: tuple[RoomPlan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAccount:
    """The centre's name, and whoever signs in there first: coordination, with the accounts in their care."""

    organisation: str
    login: str
    name: str
    password: str


class NewCentre:
    """A centre being made; dropped before `write`, it leaves nothing behind."""

    def __init__(self, account: FirstAccount, kdf: Kdf | None = None) -> None:
        """Make the keys and the recovery paper, which takes some seconds: what a password costs is measured here.

        Raises:
            WeakPassword: the password is too short or easy to guess.
        """
        refuse_weak(account.password, [account.login, account.name, account.organisation])
        told = {"organisation": account.organisation, "login": account.login, "name": account.name}
        cost = {} if kdf is None else {"kdf": kdf}
        self._account = account
        self._vault = prepare_vault(VaultPlan(**told, password=account.password, **cost))  # type: ignore[arg-type]
        self._made_at: datetime = now().astimezone()

    @property
    def asked(self) -> tuple[int, int]:
        """Say which groups of the paper are to be typed back, counted from 1."""
        return self._vault.paper.asked

    def paper(self, target: Target) -> None:
        """Write the recovery paper; its target should be what shows or prints it, never a file that stays."""
        seen = self._vault.keys.root.card.fingerprint()
        paper = RecoveryPaper(groups=self._vault.paper.groups, fingerprint=seen, made_on=self._made_at.date())
        # The paper names nobody, its foot neither.
        write_recovery_paper(paper, target, Printed(by="", at=self._made_at, centre=self._account.organisation))

    def type_back(self, typed: Sequence[str]) -> None:
        """Compare what was typed from the print with the groups asked for.

        Raises:
            WrongPaper: a group differs; it is named.
        """
        self._vault.paper.type_back(typed)

    def write(self, folder: Path, sites: Sequence[SitePlan]) -> None:
        """Write the vault with its lists and sites; a power cut leaves all of it in `folder`, or nothing.

        Raises:
            NotTypedBack: the paper was not typed back.
            DeskError: the folder is taken or the disk does not take it, as for `check_place`.
        """
        self._vault.paper.require_typed_back()
        with made_whole(folder, now()) as fresh:
            write_vault(fresh, self._vault)
            opened = open_vault(fresh, self._account.login, self._account.password)
            try:
                _set_up(opened.desk, sites)
            finally:
                opened.close()


def _set_up(desk: Desk, sites: Sequence[SitePlan]) -> None:
    setup = CentreSetupService(desk)
    setup.seed_lists()
    for site in sites:
        setup.add_site(site.code, site.name, list(site.rooms))
    with desk.begin(Permission.MANAGE_ACCOUNTS) as work:
        work.trace("print recovery paper", "paper", "vault")
