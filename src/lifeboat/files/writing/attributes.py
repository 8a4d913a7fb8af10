"""What a file keeps when its contents are replaced: owner, group, permissions, what else it has."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

_PRIVILEGES = ("security.capability",)
"""Attributes that give a program powers; new contents do not inherit them."""


def keep_attributes(old: Path, new: int) -> None:
    """Give an open file the owner, group and permissions of another, where possible.

    Set-user and set-group bits are not kept, as with any other way of writing to a file.
    """
    found = os.stat(old)
    _give(new, found.st_uid, found.st_gid)
    _copy_extended(old, new)
    mode = stat.S_IMODE(found.st_mode) & (stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO)
    if os.fstat(new).st_gid != found.st_gid:
        # What the old group was allowed is not allowed to another one.
        mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    os.fchmod(new, mode)


def _give(new: int, owner: int, group: int) -> None:
    now = os.fstat(new)
    if (now.st_uid, now.st_gid) == (owner, group):
        return
    try:
        os.fchown(new, owner, group)
    except OSError:
        with contextlib.suppress(OSError):
            os.fchown(new, -1, group)


def _copy_extended(old: Path, new: int) -> None:
    """Give it the extended attributes of the other, access lists among them, and no more.

    A new file inherits access lists from its folder that the old one did not have.
    """
    if not hasattr(os, "listxattr"):
        return
    with contextlib.suppress(OSError):
        kept = set(os.listxattr(old)) - set(_PRIVILEGES)
        for name in set(os.listxattr(new)) - kept:
            with contextlib.suppress(OSError):
                os.removexattr(new, name)
        for name in kept:
            with contextlib.suppress(OSError):
                os.setxattr(new, name, os.getxattr(old, name))
