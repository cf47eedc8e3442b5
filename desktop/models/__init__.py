"""The records of the centre and the rules about a single one of them."""
