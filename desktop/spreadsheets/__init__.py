"""Lists read from spreadsheets as they come, and workbooks written for others."""
