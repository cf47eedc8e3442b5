"""The figures of a week, counted as `data-model.md` 3 says."""

from desktop.services.figures.answers import (
    UNKNOWN,
    DayCount,
    GroupCount,
    HouseCounts,
    OriginCount,
    SessionCounts,
    SexAgeCount,
)
from desktop.services.figures.service import FiguresService
from desktop.services.figures.week import Reached, WeeklyFigures, WeeklyReport

__all__ = [
    "UNKNOWN",
    "DayCount",
    "FiguresService",
    "GroupCount",
    "HouseCounts",
    "OriginCount",
    "Reached",
    "SessionCounts",
    "SexAgeCount",
    "WeeklyFigures",
    "WeeklyReport",
]
