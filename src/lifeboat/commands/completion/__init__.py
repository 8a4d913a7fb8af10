"""Tab completion of names in a scenario; nothing here loads slowly."""
