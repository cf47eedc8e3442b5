"""The attendance sheets of the week."""
