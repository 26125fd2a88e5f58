"""The words of the briefing: its languages, and text made comparable."""
