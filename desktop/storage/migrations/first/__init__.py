"""The tables of the first step, as they stood then: one module per group, one function per table."""
