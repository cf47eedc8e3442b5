"""The acts of the journal in words."""

from desktop.i18n import mark, tr
from desktop.services.journal_page import JournalLine

ACT_WORDS = {
    "accept worry": mark("Took up a concern"),
    "add account": mark("Created an account"),
    "add anonymous": mark("Added somebody without a name"),
    "add beds": mark("Added beds"),
    "add list item": mark("Added a word to a list"),
    "add person": mark("Wrote somebody down"),
    "add room": mark("Added a room"),
    "add service": mark("Wrote a service down"),
    "add site": mark("Added a site"),
    "appoint account": mark("Changed an account’s roles"),
    "back up": mark("Began a backup"),
    "backup verified": mark("Checked a backup"),
    "bring back": mark("Brought a word, a room or a service back"),
    "cancel session": mark("Cancelled a session"),
    "change bed": mark("Changed a bed"),
    "change list item": mark("Changed a word of a list"),
    "change password": mark("Changed their password"),
    "change person": mark("Corrected a file"),
    "change room": mark("Changed a room"),
    "change service": mark("Changed a service"),
    "check": mark("Checked the vault"),
    "choose backup folder": mark("Chose the folder of the backups"),
    "choose preferences": mark("Chose how the program looks"),
    "close sheet": mark("Closed an attendance sheet"),
    "close stay": mark("Closed a stay"),
    "close stays": mark("Wrote down that people left together"),
    "confirm account": mark("Confirmed an account"),
    "copy week": mark("Copied a week"),
    "did not take place": mark("Said that a session did not take place"),
    "fill attendance": mark("Marked everybody left"),
    "import convoy": mark("Imported a convoy"),
    "join anonymous": mark("Gave a name to somebody without one"),
    "keep searches": mark("Kept searches of the list of people"),
    "mark as invented": mark("Marked the centre as invented"),
    "mark attendance": mark("Marked attendance"),
    "move people": mark("Moved people on the board of the house"),
    "merge files": mark("Made one of two files"),
    "open stay": mark("Opened a stay"),
    "part files": mark("Parted two files again"),
    "place": mark("Gave a bed"),
    "plan session": mark("Planned a session"),
    "print blank referral form": mark("Printed a blank referral form"),
    "print evening sheet": mark("Printed the evening sheet"),
    "print recovery paper": mark("Printed a recovery paper"),
    "print sign-in sheet": mark("Printed a sign-in sheet"),
    "print table of rights": mark("Printed the table of rights"),
    "publish session": mark("Published a session"),
    "record consent": mark("Recorded a consent"),
    "refresh roster": mark("Brought a sheet’s list up to date"),
    "reinstate account": mark("Let an account back in"),
    "rename site": mark("Renamed a site"),
    "reopen stays": mark("Took an exit of several people back"),
    "reopen stay": mark("Took an exit back"),
    "repeat session": mark("Repeated a session"),
    "replace password": mark("Replaced a lost password"),
    "restore vault": mark("Restored the vault"),
    "retire": mark("Withdrew a word, a room or a service"),
    "seed lists": mark("Filled the first lists"),
    "set bed": mark("Changed the state of a bed"),
    "sign in": mark("Signed in"),
    "skip session": mark("Took a session out of its series"),
    "suspend account": mark("Suspended an account"),
    "swap beds": mark("Swapped two beds"),
    "take back bed": mark("Took a change of bed back"),
    "transfer": mark("Moved somebody to another bed"),
    "undo copy of week": mark("Undid the copy of a week"),
    "undo fill": mark("Undid the marking of everybody left"),
    "undo import": mark("Undid an import"),
    "verify service": mark("Checked that a service is still right"),
}
RECORD_WORDS = {
    "act": mark("act"),
    "bed": mark("bed"),
    "consent": mark("consent"),
    "list_item": mark("word of a list"),
    "manifest_import": mark("convoy"),
    "paper": mark("paper"),
    "person": mark("person"),
    "room": mark("room"),
    "service": mark("service"),
    "session": mark("session"),
    "site": mark("site"),
    "staff": mark("account"),
    "stay": mark("stay"),
    "vault": mark("vault"),
}
_SHORT = 16  # letters: a code, a number; what is longer is the key of a record and tells nobody anything


def act_words(action: str) -> str:
    """Say an act; one without words of its own is given as the journal keeps it."""
    return tr(ACT_WORDS[action]) if action in ACT_WORDS else action


def record_words(line: JournalLine) -> str:
    """Say which kind of record was touched, with its code where it has one that people use."""
    kind = tr(RECORD_WORDS[line.object_type]) if line.object_type in RECORD_WORDS else ""
    code = line.object_id if len(line.object_id) <= _SHORT and line.object_id != line.object_type else ""
    return " ".join(filter(None, (kind, code)))
