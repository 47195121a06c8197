"""The name of a store in, what tells its own files from articles out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def own_files(store: str) -> Callable[[Path], bool]:
    """Give what says whether a file is the store itself, under whatever name, or was made beside it for it."""
    base = Path(store)
    beside = {f"{base.name}{ending}" for ending in _BESIDE}

    def is_own(file: Path) -> bool:
        made = file.name in beside or file.name.startswith(f"{base.name}.before-")
        return _same(file, base) or (made and _same(file.parent, base.parent))

    return is_own


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except (OSError, ValueError):  # one of them is not there, or has a NUL in its name
        return False
