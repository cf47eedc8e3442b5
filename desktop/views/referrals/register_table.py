"""The columns of the register of referrals, and which lines each filter keeps."""

from datetime import UTC, date, datetime
from enum import IntEnum

from desktop.formats import short_date
from desktop.i18n import mark, tr
from desktop.services.referrals import ReferralLine
from desktop.views.shared.line_table import ColumnOf
from desktop.vocabulary.referrals import OVER, REFERRAL_WORDS, ReferralState

UNDER_WAY, OVERDUE, OVER_WITH, ALL = "under_way", "overdue", "over", "all"
FILTERS = {
    UNDER_WAY: mark("Under way"),
    OVERDUE: mark("Late"),
    OVER_WITH: mark("Over"),
    ALL: mark("All"),
}
_KINDS = {
    ReferralState.DRAFT: "quiet",
    ReferralState.CONSENT_OBTAINED: "info",
    ReferralState.SENT: "info",
    ReferralState.REFUSED: "warning",
    ReferralState.LOST: "warning",
    ReferralState.WITHDRAWN: "quiet",
    ReferralState.DECLINED: "quiet",
    ReferralState.UNAVAILABLE: "warning",
    ReferralState.CLOSED: "quiet",
}


class Column(IntEnum):
    """The columns, from the left."""

    NUMBER = 0
    NAME = 1
    SERVICE = 2
    AWAITED = 3
    STATE = 4


def today() -> date:
    """Give the day of the screen."""
    return datetime.now(tz=UTC).astimezone().date()


def is_kept(line: ReferralLine, code: str, sought: str) -> bool:
    """Say whether a filter and what was typed keep a line."""
    kept = {
        UNDER_WAY: line.state not in OVER,
        OVERDUE: line.is_overdue(today()),
        OVER_WITH: line.state in OVER,
        ALL: True,
    }[code]
    words = f"{line.number} {line.name} {line.person_code} {line.service} {line.organisation}".casefold()
    return kept and all(part in words for part in sought.casefold().split())


def kind_of(line: ReferralLine) -> str:
    """Give the kind of pill of where a referral stands; a late one stands out."""
    return "bad" if line.is_overdue(today()) else _KINDS.get(line.state, "ok")


def state_words(line: ReferralLine) -> str:
    """Say where a referral stands, and that it is late where it is."""
    words = tr(REFERRAL_WORDS[line.state])
    return tr("Late: {state}", state=words) if line.is_overdue(today()) else words


COLUMNS: tuple[ColumnOf[ReferralLine], ...] = (
    ColumnOf(heading=mark("Referral"), show=lambda line: line.number, width=168),
    ColumnOf(heading=mark("Name"), show=lambda line: line.name or line.person_code, names_somebody=True),
    ColumnOf(heading=mark("Service"), show=lambda line: line.service, width=210),
    ColumnOf(
        heading=mark("News due"),
        show=lambda line: short_date(line.awaited_on) if line.awaited_on else "—",
        width=130,
    ),
    ColumnOf(heading=mark("Where it stands"), show=state_words, kind=kind_of, width=210),
)
