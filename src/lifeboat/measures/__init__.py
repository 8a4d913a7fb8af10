"""Measures: what can be changed of a scenario so that a plan becomes possible, a little at a time.

A premise says what a scenario asks, and is let go of as a whole. A measure gives way by days, by
places or by people, and has a price.
"""
