"""An open centre: the vault unlocked, somebody signed in, every service built once."""

from functools import cached_property
from pathlib import Path
from typing import Self

from desktop.models.base import now
from desktop.services.accounts import AccountsService
from desktop.services.attendance import AttendanceService
from desktop.services.behind_figures import BehindFiguresService
from desktop.services.case_holders import CaseHolderService
from desktop.services.cases import CaseService
from desktop.services.centre_lists import CentreListService
from desktop.services.centre_setup import CentreSetupService
from desktop.services.compartments import CompartmentService
from desktop.services.consents import ConsentService
from desktop.services.convoys import ConvoyDeskService, ConvoyPeopleService, RollCallService
from desktop.services.departures import DepartureService
from desktop.services.directory import DirectoryService
from desktop.services.drafts import DraftService
from desktop.services.figures import FiguresService
from desktop.services.file_drafts import FileDraftService
from desktop.services.house import HouseService
from desktop.services.house_board import HouseBoardService
from desktop.services.journal_page import JournalService
from desktop.services.late_services import LateServices
from desktop.services.look_alikes import LookAlikeQueueService, LookAlikeService
from desktop.services.merging import MergingService
from desktop.services.people import PeopleService
from desktop.services.person_changes import PersonChangeService
from desktop.services.person_page import PersonPageService
from desktop.services.planning import PlanningService
from desktop.services.preferences import PreferenceService
from desktop.services.recovery_papers import RecoveryPaperService
from desktop.services.referrals import ReferralService
from desktop.services.rights_page import RightsPageService
from desktop.services.session_changes import SessionChangeService
from desktop.services.session_choices import SessionChoiceService
from desktop.services.sheets import SheetService
from desktop.services.standing import StandingService
from desktop.services.stays import StayService
from desktop.services.today import TodayService
from desktop.services.tray import TrayService
from desktop.services.vault_care import VaultCareService
from desktop.services.walk_ins import WalkInService
from desktop.services.week_calendar import CalendarService
from desktop.storage.opening import OpenVault, open_vault
from desktop.storage.restore import Restored, restore
from desktop.storage.unit_of_work import Desk, Member


class Centre(LateServices):
    """Every service of one open vault, for the person who signed in."""

    is_open = True  # until it is closed

    def __init__(self, vault: OpenVault) -> None:
        self._vault, desk = vault, vault.desk
        self.accounts = AccountsService(desk, vault.headers)
        self.attendance = AttendanceService(desk)
        self.behind_figures = BehindFiguresService(desk)
        self.calendar = CalendarService(desk)
        self.case_holders = CaseHolderService(desk)
        self.cases = CaseService(desk)
        self.compartments = CompartmentService(desk)
        self.consents = ConsentService(desk)
        self.convoy_desk, self.roll_call = ConvoyDeskService(desk), RollCallService(desk)
        self.convoy_people = ConvoyPeopleService(desk)
        self.directory = DirectoryService(desk)
        self.drafts = DraftService(desk)
        self.file_drafts = FileDraftService(desk)
        self.figures = FiguresService(desk)
        self.house = HouseService(desk)
        self.house_board = HouseBoardService(desk)
        self.journal = JournalService(desk)
        self.lists = CentreListService(desk)
        self.look_alikes = LookAlikeService(desk)
        self.look_alike_queue = LookAlikeQueueService(desk)
        self.merging = MergingService(desk)
        self.people = PeopleService(desk)
        self.person_changes = PersonChangeService(desk)
        self.person_page = PersonPageService(desk)
        self.planning = PlanningService(desk)
        self.preferences = PreferenceService(desk)
        self.recovery_papers = RecoveryPaperService(desk)
        self.referrals = ReferralService(desk)
        self.rights_page = RightsPageService(desk)
        self.setup = CentreSetupService(desk)
        self.session_changes = SessionChangeService(desk)
        self.session_choices = SessionChoiceService(desk)
        self.sheets = SheetService(desk)
        self.standing = StandingService(desk, vault.folder)
        self.stays, self.departures = StayService(desk), DepartureService(desk)
        self.today = TodayService(desk, self.case_holders.due, self.referrals.referrals)
        self.tray = TrayService(desk)
        self.walk_ins = WalkInService(desk)

    @classmethod
    def open(cls, folder: Path, login: str, password: str) -> Self:
        """Unlock the vault in `folder`.

        Raises:
            DeskError: the password is wrong, or the vault cannot be opened; the sentence says which.
        """
        return cls(open_vault(folder, login, password))

    @cached_property
    def care(self) -> VaultCareService:
        """Give the service that backs the vault up."""
        headers = self._vault.headers
        database = headers.folder.database(f"data-{headers.current().n}.db")
        return VaultCareService(self.desk, database, lambda: headers.dek)

    @property
    def folder(self) -> Path:
        """Give the folder of the vault."""
        return self._vault.folder

    @property
    def desk(self) -> Desk:
        """Give the desk everything goes through."""
        return self._vault.desk

    @property
    def member(self) -> Member:
        """Tell who is signed in."""
        return self.desk.member

    def close(self) -> None:
        """Lock the vault again."""
        self.is_open = False
        self._vault.close()


def restore_centre(source: Path, folder: Path, login: str, password: str) -> Restored:
    """Put a backup in place as the vault `folder`; what stood there is renamed, and stays if the restore fails.

    Raises:
        DeskError: the backup is damaged, or `login` may not restore it.
    """
    return restore(source, folder, login, password, now())
