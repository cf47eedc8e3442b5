"""The directory: who can help, where, when and at what cost."""
