"""The commands: each reads its arguments, asks one question and shows the answer.

Heavy modules are imported where they are used, so that every command starts fast.
"""
