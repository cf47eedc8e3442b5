"""Finding those who may already be known, by the sound of their names and what else fits (`domain.md` 9.6)."""

from desktop.services.look_alikes.finding import Match, Pair, find, within
from desktop.services.look_alikes.queue import Decision, LookAlikeQueueService, QueuedPair
from desktop.services.look_alikes.reasons import Reason
from desktop.services.look_alikes.service import LookAlikeService, Suggestion, WaitingPair
from desktop.services.look_alikes.telling import likeness, said_reasons

__all__ = [
    "Decision",
    "LookAlikeQueueService",
    "LookAlikeService",
    "Match",
    "Pair",
    "QueuedPair",
    "Reason",
    "Suggestion",
    "WaitingPair",
    "find",
    "likeness",
    "said_reasons",
    "within",
]
