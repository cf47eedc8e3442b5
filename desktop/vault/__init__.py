"""Keys: derived, wrapped, sealed and signed as one suite, with no database and no Qt."""
