"""An invented centre that lives like a real one, for trying and for tests."""
