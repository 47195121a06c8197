"""Who may import whom. Read the tables: they are the plan of the house; the tests hold the sources against them."""

from __future__ import annotations

import ast
import configparser
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent

# Highest first. A room is a module or a package, or several that are one thing; it imports from the floors below it,
# and from its own floor only what ALLOWED names.
FLOORS: tuple[dict[str, tuple[str, ...]], ...] = (
    {"cli": ("timeline.cli", "timeline.__main__"), "web": ("web",)},
    {"ingest": ("timeline.ingest",)},
    {"pipeline": ("timeline.pipeline",)},
    {
        "reading": ("timeline.reading",),
        "sentences": ("timeline.sentences",),
        "clauses": ("timeline.clauses",),
        "tagger": ("timeline.tagger",),
        "resolver": ("timeline.resolver",),
        "events": ("timeline.events",),
        "languages": ("timeline.languages",),
        "store": ("timeline.store",),
        "record": ("timeline.record",),
        "schemas": ("timeline.schemas",),
        "export": ("timeline.export",),
        "label": ("timeline.label", "timeline.locales"),
    },
    {"grammar": ("timeline.grammar",), "model": ("timeline.model", "timeline.article")},
    {"meaning": ("timeline.meaning",), "query": ("timeline.query",)},
    {"notation": ("timeline.notation",)},
    {"calendar": ("timeline.calendar",)},
    {
        "lines": ("timeline.lines",),
        "links": ("timeline.links",),
        "collector": ("timeline.collector",),
        "compiled": ("timeline.compiled",),
    },
)

# Arrows within one floor, each with its reason. `*` is every room of the floor.
ALLOWED = {
    ("cli", "web"): "`timeline serve` starts the pages",
    ("*", "label"): "how a date reads to people is written once",
    ("*", "record"): "the JSON form of an article and an event is written once",
    ("*", "schemas"): "what JSON may hold is written once",
}


class Outside(NamedTuple):
    """An outside package: the distribution that brings it, the one importer it has, and what for."""

    distribution: str
    importer: str
    reason: str
    extra: str = ""  # not required: what it reads is refused with the name of the extra


OUTSIDE = {
    "babel": Outside("babel", "timeline.locales.cldr", "how each language writes dates", "locales"),
    "dateparser": Outside("dateparser", "timeline.reading.dates.published", "reads a publish date in any language"),
    "defusedxml": Outside("defusedxml", "timeline.reading.formats.tree", "XML without entity bombs"),
    "feedparser": Outside("feedparser", "timeline.reading.formats.feeds", "RSS and Atom", "feeds"),
    "flask": Outside("flask", "web", "serves the pages"),
    "flask_smorest": Outside("flask-smorest", "web", "the API and its OpenAPI document"),
    "htmldate": Outside("htmldate", "timeline.reading.pages.page_guess", "the date of a page that names none", "html"),
    "markupsafe": Outside("flask", "web", "Flask's own escaping of HTML"),
    "icalendar": Outside("icalendar", "timeline.export.as_ics", "what a calendar file may hold, folded and escaped"),
    "marshmallow": Outside("marshmallow", "timeline.schemas", "checks and documents what goes in and out"),
    "orjson": Outside("orjson", "timeline.lines", "JSON at the speed of the rest"),
    "pypdf": Outside("pypdf", "timeline.reading.formats.pdf", "the text of PDF files", "pdf"),
    "sqlite_utils": Outside("sqlite-utils", "timeline.store", "the database: tables, migrations, transactions"),
    "trafilatura": Outside(
        "trafilatura", "timeline.reading.pages.page_guess", "which paragraphs are the article", "html"
    ),
    "waitress": Outside("waitress", "timeline.cli", "the server behind `timeline serve`"),
    "warcio": Outside("warcio", "timeline.reading.formats.warc", "web archives", "warc"),
    "werkzeug": Outside("flask", "web", "Flask's own errors, which it documents under this name"),
}
BESIDE = {"lxml_html_clean"}  # trafilatura asks for it under a name that newer lxml no longer answers to
AT_BUILD = {"mypy_extensions": "names the numbers of the machine to mypyc; it comes with mypy, and only mypy reads it"}
NEVER_IMPORTED = {"tzdata": "the zones that zoneinfo reads where the system has none"}

Edges = dict[str, frozenset[str]]


# ---- what the sources import --------------------------------------------------------------------------------------


@cache
def modules() -> dict[str, Path]:
    """Every module of the two packages by its dotted name."""
    found = {}
    for top in ("timeline", "web"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Every import of a file, wherever it stands, as (module, name or nothing)."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            assert node.module is not None
            yield from ((node.module, alias.name) for alias in node.names)


@cache
def edges() -> Edges:
    """Who imports which of our own modules; `from package import module` means the module."""
    known, found = modules(), {}
    for module, path in known.items():
        targets = set()
        for target, name in imported(path):
            if target == "timeline" and name == "__version__":
                continue  # a constant, not a room
            if target.partition(".")[0] in ("timeline", "web"):
                inner = f"{target}.{name}"
                targets.add(inner if inner in known else target)
        found[module] = frozenset(targets - {module})
    return found


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def place(module: str) -> tuple[int, str]:
    """The floor, counted from the top, and the room of a module."""
    for floor, rooms in enumerate(FLOORS):
        for room, members in rooms.items():
            if any(within(module, member) for member in members):
                return floor, room
    raise LookupError(module)


# ---- the rules ----------------------------------------------------------------------------------------------------


def test_every_module_has_a_room() -> None:
    homeless = []
    for module in modules():
        try:
            place(module)
        except LookupError:
            homeless.append(module)
    assert set(homeless) <= {"timeline"}, "give these a place in FLOORS"


def test_no_floor_imports_a_higher_one_and_no_room_its_neighbour() -> None:
    wrong = []
    for module, targets in edges().items():
        if module == "timeline":
            continue  # it only hands public names on; nobody inside imports it, see below
        floor, room = place(module)
        for target in sorted(targets - {"timeline"}):
            below, other = place(target)
            neighbours = floor == below and room != other
            if below < floor or (neighbours and not {(room, other), ("*", other)} & set(ALLOWED)):
                wrong.append(f"{module} imports {target}")
    assert wrong == []


def test_nobody_imports_the_package_for_its_public_names() -> None:
    assert [module for module, targets in edges().items() if "timeline" in targets] == []


def test_no_circles() -> None:
    assert circles(edges()) == []


def circles(graph: Edges) -> list[str]:
    """Every import circle met when walking the graph depth first, as an arrow of module names."""
    found: list[str] = []
    done: set[str] = set()

    def walk(module: str, trail: tuple[str, ...]) -> None:
        if module in trail:
            found.append(" -> ".join((*trail[trail.index(module) :], module)))
            return
        if module in done:
            return
        for target in sorted(graph.get(module, ())):
            walk(target, (*trail, module))
        done.add(module)

    for module in sorted(graph):
        walk(module, ())
    return found


def test_a_circle_is_seen() -> None:
    graph = {"a": frozenset({"b"}), "b": frozenset({"c"}), "c": frozenset({"a", "d"}), "d": frozenset[str]()}
    assert circles(graph) == ["a -> b -> c -> a"]


# ---- outside packages ---------------------------------------------------------------------------------------------


def outside_imports() -> dict[str, set[str]]:
    """Every import that is neither ours nor of the standard library, with its importers."""
    found: dict[str, set[str]] = {}
    for module, path in modules().items():
        for target, _ in imported(path):
            top = target.partition(".")[0]
            if top not in sys.stdlib_module_names and top not in ("timeline", "web", *AT_BUILD):
                found.setdefault(top, set()).add(module)
    return found


def declared() -> set[str]:
    """The distributions that setup.cfg requires at run time."""
    return distributions("options", "install_requires")


def distributions(section: str, key: str) -> set[str]:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", "utf-8")
    lines = config[section][key].splitlines()
    return {re.split(r"[<>=!~;\[ ]", line)[0] for line in lines if line.strip()}


def test_only_declared_packages_are_imported_and_each_has_one_importer() -> None:
    for package, importers in outside_imports().items():
        assert package in OUTSIDE, f"{sorted(importers)} import {package}: declare it and give it a reason"
        strangers = sorted(module for module in importers if not within(module, OUTSIDE[package].importer))
        assert strangers == [], f"{package} belongs to {OUTSIDE[package].importer}"


def test_what_is_declared_is_what_is_used() -> None:
    packages = [OUTSIDE[package] for package in outside_imports() if package in OUTSIDE]
    assert declared() == {one.distribution for one in packages if not one.extra} | set(NEVER_IMPORTED)
    for extra in {one.extra for one in packages if one.extra}:
        used = {one.distribution for one in packages if one.extra == extra}
        assert distributions("options.extras_require", extra) - BESIDE == used


def test_what_only_the_build_needs_is_never_imported() -> None:
    """Behind `if TYPE_CHECKING` stands what a type checker reads and nothing runs."""
    for path in modules().values():
        tree = ast.parse(path.read_text("utf-8"), str(path))
        checks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
        read = {inner for node in checks for inner in ast.walk(node)}
        run = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom) and node not in read]
        names = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in run}
        assert not names & set(AT_BUILD), path


def test_contributing_gives_each_dependency_its_reason() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for distribution in declared():
        assert f"| {distribution} |" in text, f"CONTRIBUTING.md does not say why {distribution} is here"
