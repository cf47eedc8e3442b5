"""What the page calls rights, forms of notes and states of worries."""

from collections.abc import Mapping

from desktop.i18n import mark
from desktop.services.case_holders import DueReason
from desktop.services.cases import CaseAccess, WorryState

ACCESS_WORDS: Mapping[CaseAccess, str] = {
    CaseAccess.OWN: mark("Mine"),
    CaseAccess.SUPERVISED: mark("I supervise"),
    CaseAccess.COVER: mark("I stand in"),
    CaseAccess.TEAM: mark("The team’s"),
}
ACCESS_KINDS: Mapping[CaseAccess, str] = {
    CaseAccess.OWN: "ok",
    CaseAccess.SUPERVISED: "info",
    CaseAccess.COVER: "warning",
    CaseAccess.TEAM: "quiet",
}
DUE_WORDS: Mapping[DueReason, str] = {
    DueReason.COVER_OVER: mark("a stand-in is over"),
    DueReason.RECIPIENT_ENDED: mark("somebody left or has other keys"),
    DueReason.PAPER_CHANGED: mark("the recovery paper changed"),
    DueReason.TEAM_CHANGED: mark("the team changed"),
    DueReason.HOLDER_MISSING: mark("a holder lacks the key"),
}
FREE = "free"
TEXT = "text"
FORMS: Mapping[str, str] = {FREE: mark("Free text"), "soap": "SOAP", "dap": "DAP", "birp": "BIRP"}
SECTIONS: Mapping[str, tuple[str, ...]] = {
    FREE: (TEXT,),
    "soap": ("subjective", "objective", "assessment", "plan"),
    "dap": ("data", "assessment", "plan"),
    "birp": ("behaviour", "intervention", "response", "plan"),
}
SECTION_WORDS: Mapping[str, str] = {
    TEXT: mark("Note"),
    "subjective": mark("What the person says"),
    "objective": mark("What you observe"),
    "assessment": mark("What you make of it"),
    "plan": mark("What comes next"),
    "data": mark("What was said and seen"),
    "behaviour": mark("How the person was"),
    "intervention": mark("What you did"),
    "response": mark("How the person took it"),
}
KIND_WORDS: Mapping[str, str] = {**FORMS, "worry": mark("Worry"), "interview": mark("Interview"), "plan": mark("Plan")}
WORRY_WORDS: Mapping[WorryState, str] = {
    WorryState.READABLE: mark("Waiting"),
    WorryState.FLOOD: mark("Among too many of one day"),
    WorryState.UNREADABLE: mark("Does not open"),
}
WORRY_KINDS: Mapping[WorryState, str] = {
    WorryState.READABLE: "info",
    WorryState.FLOOD: "warning",
    WorryState.UNREADABLE: "bad",
}
