"""What staff see and touch; Qt lives here and nowhere below."""
