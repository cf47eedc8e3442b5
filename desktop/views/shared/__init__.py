"""The design system, and what many screens use."""
