"""Editing: what if? Edits, given by name, to a scenario that itself stays as it is.

Knows no user interface. An edit comes from an overlay or from the command line; either way it
becomes changes to the values of the scenario's file. Each change remembers its place in the edit,
so that a mistake in the result points to the edit that made it.
"""
