"""The week: its sessions planned, moved, repeated and published."""
