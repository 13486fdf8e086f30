"""The desk's half: writing, building, checking and publishing briefings and articles."""
