"""Jatigi, the host who takes in a traveller: the office program of the Bamako transit centres."""

__version__ = "0.1.0"
