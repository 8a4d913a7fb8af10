"""The readers fuzzed, guided by the lines they reach: `python tests/fuzz/read.py SECONDS FOLDER`.

It needs `atheris`, which is not among what the tests need: it has no package for every system. What
reaches lines that nothing reached before is kept in FOLDER, and so is what shows a fault; the first
fault ends the run.
"""

from __future__ import annotations

import importlib
import random
import resource
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["lifeboat"], enable_loader_override=False):
    from fuzz.garbled import garbled, seeds
    from fuzz.readers import MOST_SECONDS, READERS, faults

MOST_BYTES = 100_000
MOST_MEGABYTES = 500
SECONDS = 2.5 * MOST_SECONDS
"""Code that tells which of its lines are reached takes twice as long, and longer beside others."""
NAMES = sorted(READERS)
FILE = Path(tempfile.mkdtemp()) / "read.yaml"


def try_one(data: bytes) -> None:
    """Read some bytes; the first one says as what. Raises `AssertionError` for a fault."""
    if not data:
        return
    reader = NAMES[data[0] % len(NAMES)]
    found = faults(reader, data[1:], FILE, SECONDS)
    assert not found, f"read as {reader}: {found[:5]}"
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    assert used < MOST_MEGABYTES, f"read as {reader}: {used:.0f} MB"


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Changes as people make them, and now and then those of the fuzzer itself."""
    chance = random.Random(seed)
    if len(data) < 2:
        name = chance.choice(NAMES)
        return (bytes([NAMES.index(name)]) + chance.choice(seeds()[name]))[:most]
    if chance.random() < 0.15:
        changed: bytes = atheris.Mutate(data, most)
        return changed
    return (data[:1] + garbled(data[1:], chance))[:most]


def main(seconds: int, folder: Path) -> None:
    """Fuzz for so long."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(NAMES):
        for at, seed in enumerate(seeds()[name]):
            (folder / f"seed-{name}-{at}").write_bytes(bytes([number]) + seed)
    limits = [f"-max_total_time={seconds}", f"-max_len={MOST_BYTES}", "-timeout=60"]
    about = [f"-rss_limit_mb={4 * MOST_MEGABYTES}", f"-artifact_prefix={folder}/FAULT-"]
    arguments = [sys.argv[0], *limits, *about, "-print_final_stats=1", str(folder)]
    atheris.Setup(arguments, try_one, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
