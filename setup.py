"""Compile the engine, where there is a compiler; setup.cfg holds everything else.

The modules below become one native library beside the sources, which read the same either way: dating an article then
takes two thirds of the time. Without a C compiler, or with TIMELINE_INTERPRETED=1, the sources run as they are.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from contextlib import AbstractContextManager, nullcontext
from glob import glob

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

# What every word of an article passes through, from its bytes to its rows. The rules stay interpreted, so that a new
# one needs no compiler.
COMPILED = (
    "timeline/article.py",
    "timeline/calendar.py",
    "timeline/clauses/*.py",
    "timeline/label/*.py",
    "timeline/meaning.py",
    "timeline/model.py",
    "timeline/notation.py",
    "timeline/pipeline.py",
    "timeline/reading/article.py",
    "timeline/reading/draft.py",
    "timeline/reading/formats/jsonl.py",
    "timeline/reading/formats/objects.py",
    "timeline/reading/layout/*.py",
    "timeline/record.py",
    "timeline/sentences.py",
    "timeline/store/kept.py",
    "timeline/store/ranks.py",
    "timeline/store/rows.py",
    "timeline/store/seal.py",
    "timeline/store/words.py",
    "timeline/store/saving/chronology.py",
    "timeline/store/saving/prepared.py",
    "timeline/store/saving/tallies.py",
    "timeline/events/*.py",
    "timeline/grammar/*.py",
    "timeline/resolver/*.py",
    "timeline/tagger/*.py",
    "timeline/languages/*/numbers.py",
    "timeline/languages/*/around/*.py",
)
INTERPRETED = (
    "__init__.py",  # names only
    "grammar/rule.py",  # its Unfit is a str, which no native class can be
)
BESIDE = {"build_ext", "develop", "editable_wheel"}  # they leave the library beside the sources
BUILDS = BESIDE | {"bdist_wheel", "build", "install"}


class BuildOrGoWithout(build_ext):
    """Build all of the library or none of it."""

    def run(self) -> None:
        """Build it; compilers fail in many ways, and each leaves us with sources that run."""
        try:
            with side_by_side():
                super().run()
        except Exception as error:
            go_without(error)
            self.extensions = []


def engine() -> list[Extension]:
    """Give the library that mypyc makes of the engine; none where only names are asked for, or mypyc cannot."""
    if not BUILDS & set(sys.argv):
        return []
    forget_earlier()
    if os.environ.get("TIMELINE_INTERPRETED"):
        return []
    sources = sorted(path for pattern in COMPILED for path in glob(pattern) if not path.endswith(INTERPRETED))
    checks = ["--config-file=", "--ignore-missing-imports"]
    try:
        from mypyc.build import mypycify

        # -O1 runs as fast here as -O3 and compiles in a third of the time; one C file a module, for the next time.
        built = mypycify([*checks, *sources], opt_level="1", debug_level="0", multi_file=True, group_name="timeline")
    except (ImportError, SystemExit) as error:  # it exits where it finds a wrong type
        go_without(error)
        return []
    return list(built)


def side_by_side() -> AbstractContextManager[object]:
    """Compile as many files at once as there are processors, eight at most: each takes some memory."""
    try:
        from pybind11.setup_helpers import ParallelCompile
    except ImportError:  # setup.py was called by hand, without what pyproject.toml requires
        return nullcontext()
    return ParallelCompile("TIMELINE_COMPILERS", max=8)


def forget_earlier() -> None:
    """Take away what an earlier build left beside the sources: it may be of other sources, or of other modules."""
    if BESIDE & set(sys.argv):
        ending = sysconfig.get_config_var("EXT_SUFFIX")
        for left in glob(f"timeline/**/*{ending}", recursive=True) + glob(f"timeline__mypyc{ending}"):
            os.remove(left)


def go_without(error: BaseException) -> None:
    """Say why the sources will run as they are."""
    forget_earlier()
    print(f"warning: the engine stays interpreted: {error}", file=sys.stderr)


setup(ext_modules=engine(), cmdclass={"build_ext": BuildOrGoWithout})
