"""The convoy desk: a hundred people arrive at midnight."""
