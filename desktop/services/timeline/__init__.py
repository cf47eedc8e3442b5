"""The timeline of one person: what happened, for the rights of whoever reads."""

from desktop.services.timeline.answers import Event, EventKind, Timeline
from desktop.services.timeline.reading import timeline

__all__ = ["Event", "EventKind", "Timeline", "timeline"]
