"""Measure and write bench/README.md. `python -m bench --dry` only prints the page."""

from __future__ import annotations

import sys

from bench.growth import growth
from bench.ingesting import ingesting
from bench.race import race
from bench.report import report
from bench.run import HERE
from bench.stages import stages
from bench.texts import news


def tell(line: str) -> None:
    """Say how far it is."""
    sys.stderr.write(f"bench: {line}\n")


def main() -> None:
    """Run everything; some minutes."""
    texts = news()
    tell(f"{len(texts.lines)} texts of {texts.source}")
    results = race(texts, tell)
    steps = growth(texts, tell)
    page = report(texts, results, stages(texts), steps, ingesting(texts, tell))
    if "--dry" not in sys.argv:
        (HERE / "README.md").write_text(page, "utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
