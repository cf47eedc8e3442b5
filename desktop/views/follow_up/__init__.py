"""The page of follow-up: sealed cases, their notes, and the worries that wait."""
