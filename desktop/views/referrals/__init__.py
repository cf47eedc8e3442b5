"""Referrals: the register, the letter from tick to paper, and what became of it."""
