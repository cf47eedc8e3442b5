"""The papers of the centre, set on A4 from plain data."""
