"""What a file keeps when its contents are replaced."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from lifeboat.files.writing.attributes import keep_attributes

OWNER, GROUP = 1234, 5678
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old"
    path.write_text("old")
    return path


@pytest.fixture
def new(tmp_path: Path) -> Iterator[int]:
    number = os.open(tmp_path / "new", os.O_RDWR | os.O_CREAT, 0o600)
    yield number
    os.close(number)


def mode_of(number: int) -> int:
    return stat.S_IMODE(os.fstat(number).st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o444])
def test_permissions(old: Path, new: int, mode: int) -> None:
    old.chmod(mode)
    keep_attributes(old, new)
    assert mode_of(new) == mode


@pytest.mark.parametrize("bit", [stat.S_ISUID, stat.S_ISGID])
def test_new_contents_do_not_act_as_their_owner(old: Path, new: int, bit: int) -> None:
    old.chmod(0o755 | bit)
    keep_attributes(old, new)
    assert mode_of(new) == 0o755


@AS_ROOT
def test_owner_and_group(old: Path, new: int) -> None:
    os.chown(old, OWNER, GROUP)
    keep_attributes(old, new)
    now = os.fstat(new)
    assert (now.st_uid, now.st_gid) == (OWNER, GROUP)


@AS_ROOT
def test_the_group_where_the_owner_cannot_be_kept(
    old: Path, new: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    give = os.fchown

    def only_the_group(number: int, owner: int, group: int) -> None:
        if owner != -1:
            raise PermissionError
        give(number, owner, group)

    os.chown(old, OWNER, GROUP)
    old.chmod(0o664)
    monkeypatch.setattr(os, "fchown", only_the_group)
    keep_attributes(old, new)
    now = os.fstat(new)
    assert (now.st_uid, now.st_gid, mode_of(new)) == (os.geteuid(), GROUP, 0o664)


@AS_ROOT
@pytest.mark.parametrize(("before", "after"), [(0o660, 0o600), (0o664, 0o644), (0o640, 0o600)])
def test_another_group_may_no_more_than_everybody(
    old: Path, new: int, monkeypatch: pytest.MonkeyPatch, before: int, after: int
) -> None:
    def nothing(*_: int) -> None:
        raise PermissionError

    os.chown(old, OWNER, GROUP)
    old.chmod(before)
    monkeypatch.setattr(os, "fchown", nothing)
    keep_attributes(old, new)
    assert mode_of(new) == after


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no such attributes here")
def test_what_else_is_kept_with_it(old: Path, new: int) -> None:
    try:
        os.setxattr(old, "user.reviewed", b"yes")
    except OSError:
        pytest.skip("the file system keeps no such attributes")
    os.setxattr(new, "user.inherited", b"from the folder")
    keep_attributes(old, new)
    assert os.getxattr(new, "user.reviewed") == b"yes"
    assert "user.inherited" not in os.listxattr(new)


NOBODY = 0xFFFFFFFF
INHERITED = [(0x01, 6, NOBODY), (0x02, 6, OWNER), (0x04, 4, NOBODY), (0x10, 6, NOBODY)]
"""An access list: its folder gives it to new files. It lets another user read and write."""


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no such attributes here")
def test_nobody_gets_access_by_the_folder(old: Path, tmp_path: Path) -> None:
    entries = b"".join(struct.pack("<HHI", *it) for it in [*INHERITED, (0x20, 0, NOBODY)])
    old.chmod(0o660)
    try:
        os.setxattr(tmp_path, "system.posix_acl_default", struct.pack("<I", 2) + entries)
    except OSError:
        pytest.skip("the file system keeps no access lists")
    with (tmp_path / "new").open("w") as new:
        assert "system.posix_acl_access" in os.listxattr(new.fileno())
        keep_attributes(old, new.fileno())
        assert "system.posix_acl_access" not in os.listxattr(new.fileno())
        assert mode_of(new.fileno()) == 0o660
