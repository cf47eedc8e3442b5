"""The house: rooms, beds, and who sleeps where."""
