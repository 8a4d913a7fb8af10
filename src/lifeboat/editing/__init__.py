"""Editing: what if? Edits, made by name, to a scenario that stays as it is.

Knows no user interface. An edit is said in an overlay or on the command line; either way it
becomes changes to the values of the scenario's file, each remembering where it was said, so that
whatever is wrong with the result is told at the edit that made it so.
"""
