"""The words of the field that the logic relies on; lists a centre may edit live in `resources/`."""

from enum import StrEnum

from desktop.i18n import mark
from desktop.vocabulary.referrals import ReferralState as ReferralState
from desktop.vocabulary.referrals import Urgency as Urgency


class Sex(StrEnum):
    """Sex as recorded; unknown is an answer, and a column in every table."""

    FEMALE = "F"
    MALE = "M"
    UNKNOWN = "unknown"


class Precision(StrEnum):
    """How well a past date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ABOUT = "about"
    AGE = "age"
    RANGE = "range"
    UNKNOWN = "unknown"


class AttendanceStatus(StrEnum):
    """What became of one person at one session; what each counts as is `COUNTING`."""

    PRESENT = "present"
    LATE = "late"
    LEFT_EARLY = "left_early"
    EXCUSED = "excused"
    ABSENT = "absent"
    DID_NOT_WISH = "did_not_wish"


COUNTING = frozenset({AttendanceStatus.PRESENT, AttendanceStatus.LATE, AttendanceStatus.LEFT_EARLY})

ATTENDANCE_WORDS = {
    AttendanceStatus.PRESENT: mark("Present"),
    AttendanceStatus.LATE: mark("Late"),
    AttendanceStatus.LEFT_EARLY: mark("Left early"),
    AttendanceStatus.EXCUSED: mark("Excused"),
    AttendanceStatus.ABSENT: mark("Absent"),
    AttendanceStatus.DID_NOT_WISH: mark("Did not wish to come"),
}

SEX_WORDS = {
    Sex.FEMALE: mark("Woman or girl"),
    Sex.MALE: mark("Man or boy"),
    Sex.UNKNOWN: mark("Sex unknown"),
}

SEX_LETTERS = {Sex.FEMALE: mark("F"), Sex.MALE: mark("M"), Sex.UNKNOWN: mark("?")}


class MarkSource(StrEnum):
    """How a mark reached the sheet."""

    KEYS = "keys"
    FILL = "fill"
    SCAN = "scan"
    PAPER = "paper"
    WALK_IN = "walk_in"


class SessionState(StrEnum):
    """Where a session stands in the plan."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"


class SessionOutcome(StrEnum):
    """What staff said of a session afterwards."""

    HELD = "held"
    DID_NOT_TAKE_PLACE = "did_not_take_place"


class BedState(StrEnum):
    """The state of a bed itself; free, reserved and occupied follow from placements."""

    OK = "ok"
    TO_CLEAN = "to_clean"
    OUT_OF_USE = "out_of_use"


class RoomKind(StrEnum):
    """What a room is for; the staging area is a real place without beds."""

    ROOM = "room"
    STAGING = "staging"
    ACTIVITY = "activity"


class RoomRule(StrEnum):
    """Whom a room lodges."""

    MEN = "men"
    WOMEN = "women"
    FAMILIES = "families"
    CHILDREN = "children"
    ANY = "any"


ROOM_RULE_WORDS = {
    RoomRule.ANY: mark("Anybody"),
    RoomRule.MEN: mark("Men"),
    RoomRule.WOMEN: mark("Women"),
    RoomRule.FAMILIES: mark("Families"),
    RoomRule.CHILDREN: mark("Children"),
}


class SiteKind(StrEnum):
    """What kind of place a site is."""

    CENTRE = "centre"
    MOBILE = "mobile"
    PARTNER = "partner"


class ManifestState(StrEnum):
    """What became of one line of a convoy list."""

    EXPECTED = "expected"
    ARRIVED = "arrived"
    ADDED = "added"
    ABSENT = "absent"


class NameKind(StrEnum):
    """What a name of a person is."""

    MAIN = "main"
    ALIAS = "alias"
    PAPER = "paper"
    FORMER = "former"
    FATHER = "father"
    MOTHER = "mother"


class ConsentAnswer(StrEnum):
    """What was answered; not asked is the absence of a row."""

    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ConsentPurpose(StrEnum):
    """What consent is asked for; each gates what it governs."""

    SERVICES = "services"
    SHARING = "sharing"
    REPORTING = "reporting"
    TRACING = "tracing"
    PHOTO = "photo"
    FOLLOW_UP = "follow_up"


CONSENT_ANSWER_WORDS = {
    ConsentAnswer.GIVEN: mark("Given"),
    ConsentAnswer.REFUSED: mark("Refused"),
    ConsentAnswer.WITHDRAWN: mark("Withdrawn"),
}

PURPOSE_WORDS = {
    ConsentPurpose.SERVICES: mark("Receive the centre's services"),
    ConsentPurpose.SHARING: mark("Share with another organisation"),
    ConsentPurpose.REPORTING: mark("Appear in reports"),
    ConsentPurpose.TRACING: mark("Look for the family"),
    ConsentPurpose.PHOTO: mark("Be photographed"),
    ConsentPurpose.FOLLOW_UP: mark("Be called after leaving"),
}


class LegalBasis(StrEnum):
    """Why personal data may be used; all but consent need a reason and an approver."""

    CONSENT = "consent"
    VITAL_INTEREST = "vital_interest"
    BEST_INTEREST = "best_interest"
    LEGAL_OBLIGATION = "legal_obligation"


class LookAlikeVerdict(StrEnum):
    """What staff decided about two files that look alike."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    TWIN = "twin"


class Travel(StrEnum):
    """How a column travels between laptops (`data-model.md` 1.7)."""

    RECORD = "R"
    EVENT = "E"
    SEALED = "S"
    LIST = "K"
    DERIVED = "D"
    OWN = "O"
