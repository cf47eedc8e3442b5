"""Papers on the screen before they are on paper: shown, printed and saved from memory."""
