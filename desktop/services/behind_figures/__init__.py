"""The people and sessions behind each figure of a week, exactly as many as the figure says."""

from desktop.services.behind_figures.answers import BehindLine, By, Counted, Figure, sex_and_band
from desktop.services.behind_figures.service import BehindFiguresService, rights_for

__all__ = ["BehindFiguresService", "BehindLine", "By", "Counted", "Figure", "rights_for", "sex_and_band"]
