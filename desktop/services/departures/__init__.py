"""Exits with a procedure of their own: a child handed over, an absence without news, a hospital, a death."""

from desktop.services.departures.answers import (
    LACKING_WORDS,
    NEVER_A_CHILD,
    WITH_NOTICE,
    GrownUp,
    Handover,
    HandoverIncomplete,
    NobodyTold,
    Notice,
    OwnProcedure,
)
from desktop.services.departures.service import DepartureService

__all__ = [
    "LACKING_WORDS",
    "NEVER_A_CHILD",
    "WITH_NOTICE",
    "DepartureService",
    "GrownUp",
    "Handover",
    "HandoverIncomplete",
    "NobodyTold",
    "Notice",
    "OwnProcedure",
]
