"""The summary of a week, and what stands behind its figures."""
