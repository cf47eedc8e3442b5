"""The first window, which asks who is there."""
