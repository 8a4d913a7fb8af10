"""The commands: each reads what it is given, asks one question and shows the answer.

What is heavy is imported where it is used, so that a command starts as fast as it can.
"""
