"""Jatigi, the host who takes in a traveller: the office program of the Bamako transit centres."""

from datetime import date

__version__ = "0.1.0"
BUILT = date(2026, 11, 25)  # a clock in a year before this one is wrong
