"""The figures of a week, counted as `data-model.md` 3 says."""

from desktop.services.figures.answers import DayCount, GroupCount, SessionCounts, SexAgeCount, WeeklyFigures
from desktop.services.figures.service import FiguresService

__all__ = ["DayCount", "FiguresService", "GroupCount", "SessionCounts", "SexAgeCount", "WeeklyFigures"]
