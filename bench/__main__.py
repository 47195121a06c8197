"""Measure and write bench/README.md. `python -m bench --dry` only prints the page.

`--events N` fills the store with N events instead of a million; `--serving` measures nothing but the store and prints
its table.
"""

from __future__ import annotations

import argparse
import sys

from bench.growth import growth
from bench.ingesting import ingesting
from bench.race import race
from bench.report import report, serving_table, storing_table
from bench.run import HERE
from bench.serving import EVENTS, serving
from bench.stages import stages
from bench.texts import news


def tell(line: str) -> None:
    """Say how far it is."""
    sys.stderr.write(f"bench: {line}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure and write bench/README.md.")
    parser.add_argument("--dry", action="store_true", help="only print the page")
    parser.add_argument(
        "--serving", action="store_true", help="measure the store and the server alone, print the table"
    )
    parser.add_argument("--storing", action="store_true", help="measure storing alone, print the table")
    parser.add_argument("--events", type=int, default=EVENTS, help="how many events the store holds")
    return parser.parse_args()


def main() -> None:
    """Run everything; some minutes, and more when the store has to be filled first."""
    options = _options()
    if options.serving:
        sys.stdout.write(serving_table(serving(tell, options.events)))
        return
    if options.storing:
        sys.stdout.write(storing_table(ingesting(news(), tell)))
        return
    texts = news()
    tell(f"{len(texts.lines)} texts of {texts.source}")
    results = race(texts, tell)
    steps = growth(texts, tell)
    more = storing_table(ingesting(texts, tell)), serving_table(serving(tell, options.events))
    page = report(texts, results, stages(texts), steps, more)
    if not options.dry:
        (HERE / "README.md").write_text(page, "utf-8")
    sys.stdout.write(page)


if __name__ == "__main__":
    main()
