"""The compartments of sealed work: founded, opened to colleagues, their papers tested."""
