"""Answers for other programs: spreadsheets, notes, calendars."""
