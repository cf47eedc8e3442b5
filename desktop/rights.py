"""Who may do what: one readable table of roles, rights, field groups and sites."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.i18n import mark


class Role(StrEnum):
    """What somebody does at the centre; read from their signed certificate."""

    COORDINATION = "coordination"
    RECEPTION = "reception"
    ACTIVITIES = "activities"
    SOCIAL_WORK = "social_work"
    PSYCHOLOGY = "psychology"
    MONITORING = "monitoring"
    MOBILE_TEAM = "mobile_team"
    ADMINISTRATION = "administration"


class FieldGroup(StrEnum):
    """The part of the data that a right opens."""

    SHORT_NAME_LIST = "short_list"  # name, sex, age, language, safety instructions and nothing else
    IDENTITY = "identity"
    HOUSE = "house"
    WEEK = "week"
    MARKS = "marks"
    FIGURES = "figures"
    CONSENT = "consent"
    SEALED = "sealed"
    DIRECTORY = "directory"
    ACCOUNTS = "accounts"
    VAULT = "vault"


class Permission(StrEnum):
    """A right, named after the act it allows."""

    SEE_SHORT_LIST = "see_short_list"
    SEE_PEOPLE = "see_people"
    EDIT_PEOPLE = "edit_people"
    IMPORT_CONVOY = "import_convoy"
    SEE_HOUSE = "see_house"
    RUN_HOUSE = "run_house"
    PRINT_EVENING_SHEET = "print_evening_sheet"
    SEE_WEEK = "see_week"
    PLAN_WEEK = "plan_week"
    SEE_ATTENDANCE = "see_attendance"
    MARK_ATTENDANCE = "mark_attendance"
    SEE_FIGURES = "see_figures"
    RECORD_CONSENT = "record_consent"
    SEE_CONSENT = "see_consent"
    WORK_ON_CASES = "work_on_cases"
    REFER = "refer"
    DROP_IN = "drop_in"
    SEE_DIRECTORY = "see_directory"
    EDIT_DIRECTORY = "edit_directory"
    MANAGE_ACCOUNTS = "manage_accounts"
    MANAGE_CENTRE = "manage_centre"
    KEEP_BACKUPS = "keep_backups"
    READ_JOURNAL = "read_journal"
    USE_PROGRAM = "use_program"


class Sites(StrEnum):
    """Which sites a right reaches."""

    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Right:
    """One line of the table: what it opens, where, and to whom."""

    opens: FieldGroup
    sites: Sites
    roles: frozenset[Role]


_CO, _RE, _AC, _SO = Role.COORDINATION, Role.RECEPTION, Role.ACTIVITIES, Role.SOCIAL_WORK
_PS, _MO, _MT, _AD = Role.PSYCHOLOGY, Role.MONITORING, Role.MOBILE_TEAM, Role.ADMINISTRATION
_EVERYBODY = tuple(Role)


def _right(opens: FieldGroup, sites: Sites, *roles: Role) -> Right:
    return Right(opens, sites, frozenset(roles))


TABLE: dict[Permission, Right] = {
    Permission.SEE_SHORT_LIST: _right(FieldGroup.SHORT_NAME_LIST, Sites.OWN, _CO, _RE, _AC, _SO, _PS, _MT),
    Permission.SEE_PEOPLE: _right(FieldGroup.IDENTITY, Sites.OWN, _CO, _RE, _SO, _PS, _MT),
    Permission.EDIT_PEOPLE: _right(FieldGroup.IDENTITY, Sites.OWN, _CO, _RE, _SO, _PS, _MT),
    Permission.IMPORT_CONVOY: _right(FieldGroup.IDENTITY, Sites.OWN, _CO, _RE),
    Permission.SEE_HOUSE: _right(FieldGroup.HOUSE, Sites.OWN, _CO, _RE, _SO, _PS),
    Permission.RUN_HOUSE: _right(FieldGroup.HOUSE, Sites.OWN, _CO, _RE),
    Permission.PRINT_EVENING_SHEET: _right(FieldGroup.HOUSE, Sites.OWN, _CO, _RE),
    Permission.SEE_WEEK: _right(FieldGroup.WEEK, Sites.OWN, _CO, _RE, _AC, _SO, _PS, _MO, _MT),
    Permission.PLAN_WEEK: _right(FieldGroup.WEEK, Sites.OWN, _CO, _AC, _MT),
    Permission.SEE_ATTENDANCE: _right(FieldGroup.MARKS, Sites.OWN, _CO, _RE, _AC, _SO, _PS, _MT),
    Permission.MARK_ATTENDANCE: _right(FieldGroup.MARKS, Sites.OWN, _CO, _AC, _SO, _PS, _MT),
    Permission.SEE_FIGURES: _right(FieldGroup.FIGURES, Sites.OWN, _CO, _AC, _SO, _PS, _MO, _MT),
    Permission.RECORD_CONSENT: _right(FieldGroup.CONSENT, Sites.OWN, _CO, _SO, _PS, _MT),
    Permission.SEE_CONSENT: _right(FieldGroup.CONSENT, Sites.OWN, _CO, _RE, _SO, _PS, _MT),
    Permission.WORK_ON_CASES: _right(FieldGroup.SEALED, Sites.OWN, _SO, _PS, _MT),
    Permission.REFER: _right(FieldGroup.SEALED, Sites.OWN, _SO, _PS, _MT),
    Permission.DROP_IN: _right(FieldGroup.SEALED, Sites.ALL, *_EVERYBODY),
    Permission.SEE_DIRECTORY: _right(FieldGroup.DIRECTORY, Sites.ALL, _CO, _RE, _SO, _PS, _MO, _MT),
    Permission.EDIT_DIRECTORY: _right(FieldGroup.DIRECTORY, Sites.ALL, _CO, _SO, _PS, _MT),
    Permission.MANAGE_ACCOUNTS: _right(FieldGroup.ACCOUNTS, Sites.ALL, _CO, _AD),
    Permission.MANAGE_CENTRE: _right(FieldGroup.ACCOUNTS, Sites.ALL, _CO, _AD),
    Permission.KEEP_BACKUPS: _right(FieldGroup.VAULT, Sites.ALL, _CO, _AD),
    Permission.READ_JOURNAL: _right(FieldGroup.VAULT, Sites.ALL, _CO, _AD),
    Permission.USE_PROGRAM: _right(FieldGroup.ACCOUNTS, Sites.ALL, *_EVERYBODY),
}

ROLE_WORDS = {
    _CO: mark("Coordination"),
    _RE: mark("Reception"),
    _AC: mark("Activities"),
    _SO: mark("Social work"),
    _PS: mark("Psychology"),
    _MO: mark("Monitoring"),
    _MT: mark("Mobile team"),
    _AD: mark("Technical administration"),
}

PERMISSION_WORDS = {
    Permission.SEE_SHORT_LIST: mark("See names, sex, age, language and safety instructions"),
    Permission.SEE_PEOPLE: mark("See people's files"),
    Permission.EDIT_PEOPLE: mark("Record and correct people's files"),
    Permission.IMPORT_CONVOY: mark("Import a convoy's list"),
    Permission.SEE_HOUSE: mark("See rooms and beds"),
    Permission.RUN_HOUSE: mark("Give and free beds"),
    Permission.PRINT_EVENING_SHEET: mark("Print the evening sheet"),
    Permission.SEE_WEEK: mark("See the week"),
    Permission.PLAN_WEEK: mark("Plan the week"),
    Permission.SEE_ATTENDANCE: mark("See attendance"),
    Permission.MARK_ATTENDANCE: mark("Mark attendance"),
    Permission.SEE_FIGURES: mark("See the figures"),
    Permission.RECORD_CONSENT: mark("Record consent"),
    Permission.SEE_CONSENT: mark("See consents"),
    Permission.WORK_ON_CASES: mark("Write sealed notes in one's own cases"),
    Permission.REFER: mark("Write referral letters"),
    Permission.DROP_IN: mark("Report a concern"),
    Permission.SEE_DIRECTORY: mark("See the directory of services"),
    Permission.EDIT_DIRECTORY: mark("Change the directory of services"),
    Permission.MANAGE_ACCOUNTS: mark("Manage accounts"),
    Permission.MANAGE_CENTRE: mark("Change the centre's lists and settings"),
    Permission.KEEP_BACKUPS: mark("Back up, check and restore"),
    Permission.READ_JOURNAL: mark("Read the journal"),
    Permission.USE_PROGRAM: mark("Use the program"),
}

FIELD_GROUP_WORDS = {
    FieldGroup.SHORT_NAME_LIST: mark("Short list"),
    FieldGroup.IDENTITY: mark("Identity"),
    FieldGroup.HOUSE: mark("House"),
    FieldGroup.WEEK: mark("Week"),
    FieldGroup.MARKS: mark("Attendance"),
    FieldGroup.FIGURES: mark("Figures, never names"),
    FieldGroup.CONSENT: mark("Consents"),
    FieldGroup.SEALED: mark("Sealed work"),
    FieldGroup.DIRECTORY: mark("Directory"),
    FieldGroup.ACCOUNTS: mark("Accounts and settings"),
    FieldGroup.VAULT: mark("Vault"),
}


def allowed(roles: frozenset[Role], permission: Permission) -> bool:
    """Say whether one of `roles` holds the right."""
    return not TABLE[permission].roles.isdisjoint(roles)
