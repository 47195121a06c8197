"""An open database in, a copy of it in a new file out: there by name only when it is whole."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from uuid import uuid4

from timeline.store.connection import StoreError, connect, speaking


def copy(db: sqlite3.Connection, target: Path) -> None:
    """Copy a database while others use it; StoreError when the target is there already or cannot be written."""
    if not target.parent.is_dir():
        raise StoreError(f"{target}: there is no folder {target.parent}")
    part = target.with_name(f".{target.name}.{uuid4().hex}.part")
    if target.exists():
        raise StoreError(f"{target}: is there already; a backup overwrites nothing")
    try:
        with speaking(str(target)):
            made = connect(part, readonly=False)
            try:
                db.backup(made)
                made.execute("PRAGMA journal_mode = DELETE")
            finally:
                made.close()
        # A link never overwrites: another program may have made the target meanwhile.
        os.link(part, target)
        _settle(target.parent)
    except FileExistsError:
        raise StoreError(f"{target}: is there already; a backup overwrites nothing") from None
    except OSError as error:
        raise StoreError(f"{target}: {error.strerror}") from error
    finally:
        part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Let the new name outlast a power loss too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_before(db: sqlite3.Connection, file: Path, step: str) -> Path:
    """Copy a database beside itself before a step changes its shape; a copy that is there already is kept.

    >>> Path("timeline.db").with_name("timeline.db.before-0003")
    PosixPath('timeline.db.before-0003')
    """
    target = file.with_name(f"{file.name}.before-{step.partition(' ')[0]}")
    if not target.exists():
        try:
            copy(db, target)
        except StoreError:
            if not target.exists():  # another program, which brings the same store up to date, was faster
                raise
    return target
