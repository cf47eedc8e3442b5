"""The sections of the page, from the top of its list; a new section is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.i18n import mark
from desktop.rights import Permission
from desktop.views.administration.accounts_section import AccountsSection
from desktop.views.administration.backup_section import BackupSection
from desktop.views.administration.journal_section import JournalSection
from desktop.views.administration.lists_section import ListsSection
from desktop.views.administration.places_section import PlacesSection
from desktop.views.administration.rights_section import RightsSection
from desktop.views.administration.section import Section
from desktop.views.administration.sites_section import SitesSection
from desktop.views.shared.shell import Shell


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """One line of the list: its name and title, the right it needs, and how it is built at the first visit."""

    name: str
    title: str
    icon: str
    needs: Permission
    build: Callable[[Shell, QWidget], Section]


SECTIONS: tuple[SectionEntry, ...] = (
    SectionEntry("accounts", mark("Accounts"), "people", Permission.MANAGE_ACCOUNTS, AccountsSection),
    SectionEntry("rights", mark("Rights"), "shield", Permission.USE_PROGRAM, RightsSection),
    SectionEntry("backup", mark("Backup"), "backup", Permission.KEEP_BACKUPS, BackupSection),
    SectionEntry("journal", mark("Journal"), "clock", Permission.READ_JOURNAL, JournalSection),
    SectionEntry("sites", mark("Sites"), "place", Permission.MANAGE_CENTRE, SitesSection),
    SectionEntry("places", mark("Rooms and beds"), "house", Permission.MANAGE_CENTRE, PlacesSection),
    SectionEntry("lists", mark("Lists"), "notes", Permission.MANAGE_CENTRE, ListsSection),
)
