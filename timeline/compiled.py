"""The compiled engine beside its sources: it runs where it is younger than all of them, else they run as they are.

A checkout that was pulled or edited but not compiled anew would otherwise be half of one version and half of another,
which ends in errors of import, or in wrong dates. What pip built into its own place is always whole.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path

PACKAGE = Path(__file__).parent
_ENDING = EXTENSION_SUFFIXES[0]


def run_sources() -> None:
    """From here on import this package's modules from their sources, whatever is compiled beside them."""
    sys.path_hooks.insert(0, _sources)
    sys.path_importer_cache.pop(str(PACKAGE), None)  # this module was found by the usual way


def _sources(folder: str) -> FileFinder:
    if not Path(folder).is_relative_to(PACKAGE):
        raise ImportError  # as the next hook is asked: importlib's way of saying "not mine"
    return FileFinder(folder, (SourceFileLoader, SOURCE_SUFFIXES))


def _changed_since() -> tuple[str, ...]:
    checkout = PACKAGE.parent
    library = checkout / f"timeline__mypyc{_ENDING}"
    if not (checkout / "setup.py").exists() or not library.exists():
        return ()
    made = library.stat().st_mtime
    return tuple(sorted(os.path.relpath(source, checkout) for source in _compiled() if _changed(source, made)))


def _compiled() -> Iterator[str]:
    """Give the path of every source that has a compiled form beside it, there or not."""
    for folder, _, names in os.walk(PACKAGE):
        yield from (f"{folder}/{name.removesuffix(_ENDING)}.py" for name in names if name.endswith(_ENDING))


def _changed(source: str, made: float) -> bool:
    try:
        return os.stat(source).st_mtime > made
    except FileNotFoundError:
        return True


# The sources of this checkout that were changed after they were compiled, or taken away: "timeline/calendar.py".
CHANGED = _changed_since()
