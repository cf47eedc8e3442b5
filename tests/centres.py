"""A real vault with several accounts, for tests that need keys."""

from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from desktop.models.keys import named_key
from desktop.rights import Role
from desktop.services.account_keys import request_account
from desktop.services.accounts import AccountsService
from desktop.services.centre_setup import CentreSetupService, RoomPlan
from desktop.services.compartments import CompartmentService
from desktop.storage.creation import VaultPlan, create_vault
from desktop.storage.opening import OpenVault, open_vault
from desktop.storage.unit_of_work import Desk
from desktop.vault.derive import Kdf
from desktop.vault.identity import Identity
from desktop.vocabulary import RoomRule

PASSWORD = "long-enough-1"
SOCIAL = named_key("compartment", "social")
ACCOUNTS: dict[str, tuple[Role, ...]] = {
    "seydou": (Role.RECEPTION,),
    "fanta": (Role.ACTIVITIES,),
    "mariam": (Role.SOCIAL_WORK,),
    "sira": (Role.SOCIAL_WORK,),
}


@dataclass(frozen=True, slots=True)
class TestCentre:
    """A vault on disk, the keys of its accounts and the groups of its papers."""

    __test__ = False
    folder: Path
    paper: list[str]
    uids: dict[str, UUID]
    social: list[str] = field(default_factory=list)

    def open(self, login: str, password: str = PASSWORD) -> OpenVault:
        """Sign somebody in."""
        return open_vault(self.folder, login, password)


def make_centre(folder: Path) -> TestCentre:
    """Make a vault with one site, a coordinator and the accounts above; mariam founded the social compartment."""
    plan = VaultPlan(organisation="Test", login="awa", name="Awa", password=PASSWORD, kdf=Kdf.fresh(), reserve=4096)
    paper = create_vault(folder, plan).paper
    vault = open_vault(folder, "awa", PASSWORD)
    setup = CentreSetupService(vault.desk)
    setup.seed_lists()
    rooms = [RoomPlan(name="A1", beds=4, rule=RoomRule.MEN), RoomPlan(name="B1", beds=2, rule=RoomRule.WOMEN)]
    setup.add_site("BKO", "Bamako", rooms)
    accounts = AccountsService(vault.desk, vault.headers)
    uids = {}
    for login, roles in ACCOUNTS.items():
        request = request_account(vault.desk.keys.org, accounts.root_key(), login, PASSWORD, Kdf.fresh())
        founds = [SOCIAL] if login == "mariam" else []
        uids[login] = accounts.add(request, login.title(), roles, founds=founds)
    vault.close()
    vault = open_vault(folder, "mariam", PASSWORD)
    social = found(CompartmentService(vault.desk), "social")
    vault.close()
    return TestCentre(folder, paper, uids, social)


def symbols(desk: Desk, uid: UUID) -> str:
    """Give the fingerprint of an account's present keys."""
    return desk.keys.ledger.certs[uid].card.fingerprint()


def root_of(desk: Desk) -> Identity:
    """Open the organisation's root as somebody who holds it."""
    return Identity(desk.keys.key(desk.keys.card(desk.keys.org)))


def let_in(desk: Desk, uid: UUID) -> None:
    """Grant the social compartment to somebody whose fingerprint was compared."""
    CompartmentService(desk).grant("social", uid, seen=symbols(desk, uid))


def found(compartments: CompartmentService, code: str) -> list[str]:
    """Found a compartment as its first holder does, and give the groups of its paper."""
    paper = compartments.new_paper(code, Kdf.fresh())
    paper.type_back([paper.groups[number - 1] for number in paper.asked])
    compartments.found(code, paper)
    return paper.groups
