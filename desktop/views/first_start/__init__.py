"""The first start: five short steps to a centre of one's own, or the demonstration."""
