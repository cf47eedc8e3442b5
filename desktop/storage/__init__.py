"""The database: opened, changed safely, brought up to date, copied."""
