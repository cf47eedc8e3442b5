"""The tables of the weekly summary in words, the same on the screen, on paper and in the workbook."""

from desktop.services.weekly_tables.cells import Cell, WeekLine, WeekTable
from desktop.services.weekly_tables.charts import weekly_charts
from desktop.services.weekly_tables.page import WeekPage, week_page, weekly_tables

__all__ = ["Cell", "WeekLine", "WeekPage", "WeekTable", "week_page", "weekly_charts", "weekly_tables"]
