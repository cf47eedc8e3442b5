"""What the centre does, one module per activity; plain answers, no Qt."""
