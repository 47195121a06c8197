"""The engine knows no language: it tags, resolves and explains a toy one, and its sources hold no words of English."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from toy import TOY

from timeline.clauses import ClauseFinder
from timeline.grammar.lexicon import fold
from timeline.model import Block, Domain, Published, Span, Timex
from timeline.resolver import explain, resolve
from timeline.sentences import containing, sentences_of
from timeline.tagger import Tagger
from timeline.tagger.drawn_out import write_plainly

TUESDAY = Published("2025-02-11", "user")
ROOT = Path(__file__).resolve().parent.parent


def read(text: str, published: Published | None = TUESDAY, domain: Domain = Domain.NEWS) -> tuple[Timex, ...]:
    """Tag and resolve a text of the toy language with the engine alone."""
    folded = fold(text)
    mentions, _ = Tagger(TOY.for_domain(domain.value)).tag(text, folded)
    block = Block("body", Span(0, len(text)))
    sentences = list(sentences_of(text, block, [mention.span for mention in mentions], TOY.syntax))
    clauses = ClauseFinder(folded, lambda at: containing(sentences, at), TOY)
    return resolve(folded, mentions, published, domain, TOY, clauses.at)


def values(
    text: str, published: Published | None = TUESDAY, domain: Domain = Domain.NEWS
) -> list[tuple[str, str, str]]:
    return [(timex.span.of(text), timex.type, timex.value) for timex in read(text, published, domain)]


# ---- a language of ten rules ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lo venta 1945 dumo 5.", [("1945 dumo 5", "DATE", "1945-02-05")]),
        ("Lo venta 1945 dumo 30.", [("1945", "DATE", "1945"), ("dumo 30", "DATE", "XXXX-02-30")]),
        ("Lo venta je dumo 5.", [("je dumo 5", "DATE", "2025-02-05")]),
        ("Lo venta je dekdumo 24.", [("je dekdumo 24", "DATE", "2024-12-24")]),
        ("Lo venta 1945.", [("1945", "DATE", "1945")]),
        ("Lo 1945 kapoj venta.", []),
        ("Lo venta SABO.", [("SABO", "DATE", "2025-02-08")]),
        ("Lo volu venu sabo.", [("sabo", "DATE", "2025-02-15")]),
        ("Lo venta marto.", [("marto", "DATE", "2025-02-11")]),
        ("Lo venta marto pasinta.", [("marto pasinta", "DATE", "2025-02-04")]),
        ("Hiro lo venta.", [("Hiro", "DATE", "2025-02-10")]),
        ("Lo venta tri tagoj retro.", [("tri tagoj retro", "DATE", "2025-02-08")]),
        ("Lo venta 2 heptoj retro.", [("2 heptoj retro", "DATE", "2025-W05")]),
        ("Lo dura du jaroj.", [("du jaroj", "DURATION", "P2Y")]),
        ("De luno al jovo.", [("luno", "DATE", "2025-02-10"), ("jovo", "DATE", "2025-02-13")]),
        ("Omna dimo.", [("dimo", "SET", "XXXX-WXX-7")]),
        ("Lo venta tarde sabo.", [("tarde sabo", "DATE", "2025-02-08")]),
        ("They met last Monday, three days ago, in May.", []),
    ],
)
def test_the_toy_language_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(text) == expected


# ---- a kind of text that writes otherwise --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lo venta sbo.", [("sbo", "DATE", "2025-02-08")]),
        ("Lo venta saboooo!", [("saboooo", "DATE", "2025-02-08")]),
        ("Lo venta SAAABO psta.", [("SAAABO psta", "DATE", "2025-02-08")]),
        ("Lo venta 3 tgj rtr.", [("3 tgj rtr", "DATE", "2025-02-08")]),
        ("Lo venta k1945.", [("k1945", "DATE", "1945")]),
        ("Lo venta xx sabo.", []),
    ],
)
def test_a_dialect_is_read_in_its_domain_alone(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(text, domain=Domain.COLLOQUIAL) == expected
    assert text.endswith("xx sabo.") or values(text) != expected


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("todayyyy", "today   "),
        ("weeeekend", "weekend  "),
        ("soooon", "soon  "),
        ("weekendd", "weekend "),
        ("weeeekenddd", "weekend    "),
        ("week", "week"),
        ("whyyyy", "whyyyy"),
        ("a todayyy-ish day", "a today  -ish day"),
    ],
)
def test_drawn_out_words_keep_their_place(written: str, plain: str) -> None:
    assert write_plainly(written, {"today", "weekend", "soon", "week"}) == plain


def test_it_has_eleven_rules_and_one_that_leans_on_them() -> None:
    assert (len(TOY.rules), len(TOY.joins)) == (11, 1)


def test_modifiers_and_sets_keep_their_attributes() -> None:
    (late,) = read("Lo venta tarde sabo.")
    (every,) = read("Omna dimo.")
    assert (late.mod, late.direction, every.quant) == ("END", "past", "OMNA")


def test_the_story_is_carried_from_one_sentence_to_the_next() -> None:
    text = "1945 dumo 5 lo venta. Tri tagoj poste lo venta. Du jaroj poste lo venta."
    assert [value for _, _, value in values(text, domain=Domain.NARRATIVE)] == ["1945-02-05", "1945-02-08", "1947"]


def test_the_ends_of_a_range_are_tied() -> None:
    first, last = read("Lo volu esti de sabo al luno.")
    assert (first.mention.range_start, last.mention.range_end) == (True, True)
    assert (first.value, last.value) == ("2025-02-15", "2025-02-17")


def test_without_a_publish_date_the_toy_dates_stay_open() -> None:
    text = "Lo venta sabo. Hiro lo venta. Lo venta 1945 dumo 5."
    assert [value for _, _, value in values(text, None)] == ["XXXX-WXX-6", "XXXX-XX-XX", "1945-02-05"]


def test_the_toy_language_is_explained_in_its_own_names() -> None:
    text = "Lo venta sabo."
    (timex,) = read(text)
    told = explain(timex, text, TUESDAY, TOY)
    assert told.rule == "{weekday}"
    assert (
        "the last weekday 5 before the publish date Tue 11 Feb 2025, because “venta” is in the past tense"
        in told.sentence
    )
    assert [loser.edtf for loser in told.alternatives] == ["2025-02-15"]


def test_an_abbreviation_of_the_toy_language_ends_no_sentence() -> None:
    text = "Sro. Bo venta. Lo venta."
    spans = sentences_of(text, Block("body", Span(0, len(text))), [], TOY.syntax)
    assert [span.of(text) for span in spans] == ["Sro. Bo venta.", "Lo venta."]


# ---- no English in the sources -------------------------------------------------------------------------------------

FOLDERS = ("clauses", "grammar", "tagger", "resolver", "events")
FILES = ("sentences.py",)
MEANT_TO_BE_READ = {"resolver/explain.py": "it writes the explanations, which are English whatever the text"}
NO_WORDS = re.compile(
    r"\{\w+(?::\w+)?\}|\(\?P<\w+>|\(\?<?[=!:#]|\\[A-Za-z]|\[[^\]]*\]"
)  # what is no word in a phrase or pattern
SHARED = frozenset(
    [
        "open",
        "past",
        "same",
        "future",
        "say",
        "plan",
        "deny",
        "allege",
        "possible",
        "necessary",
        "participle",
        "regular",
        "found",
        "close",
    ]
)  # names of tags


def sources() -> list[Path]:
    """The files of the engine."""
    engine = ROOT / "timeline"
    found = [path for folder in FOLDERS for path in sorted((engine / folder).rglob("*.py"))]
    return found + [engine / name for name in FILES if (engine / name).exists()]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "timeline").as_posix()


def english() -> frozenset[str]:
    """Words that an English text may hold: of time, small ones, auxiliaries and modals, verbs of saying."""
    folder = ROOT / "timeline" / "languages" / "en"
    words, syntax, verbs = (
        tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in ("words", "syntax", "verbs")
    )
    held = [words, syntax, verbs["auxiliaries"], verbs["modals"], verbs["say"]]
    return frozenset(word for word in leaves(held) if re.fullmatch(r"[a-z']{2,}", word))


def leaves(table: object) -> Iterator[str]:
    if isinstance(table, str):
        yield from re.split(r"[;\s]+", table)
    elif isinstance(table, dict):
        for value in table.values():
            yield from leaves(value)
    elif isinstance(table, list):
        for value in table:
            yield from leaves(value)


def said_to_text(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings that a source holds against a text: compared with it, searched in it, split into words, sets."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from strings(node.left, *node.comparators)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("split", "endswith", "startswith", "removeprefix", "removesuffix"):
                yield from strings(node.func.value, *node.args)
            elif isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                yield from strings(*node.args[:1])
        elif isinstance(node, ast.Set):
            yield from strings(node)


def strings(*nodes: ast.AST) -> Iterator[tuple[int, str]]:
    for top in nodes:
        for node in ast.walk(top):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.lineno, node.value


def english_words_in(source: str) -> list[tuple[int, str]]:
    words = english()
    found = []
    for line, text in said_to_text(ast.parse(source)):
        pieces = re.findall(r"[a-z][a-z_']*", NO_WORDS.sub(" ", text))
        found += [(line, piece) for piece in pieces if piece in words and not (len(pieces) == 1 and piece in SHARED)]
    return sorted(set(found))


def test_the_engine_compares_texts_with_no_english_word() -> None:
    found = [
        f"{name_of(path)}:{line}: {word}"
        for path in sources()
        if name_of(path) not in MEANT_TO_BE_READ
        for line, word in english_words_in(path.read_text("utf-8"))
    ]
    assert found == [], "move these into the language's folder"


def test_an_english_word_in_the_engine_is_seen() -> None:
    wrong = """A = re.compile(r"\\b(?:since|until) $")
B = frozenset("monday may".split())
C = word == "have"
D = kind == "past"
"""
    assert english_words_in(wrong) == [(1, "since"), (1, "until"), (2, "may"), (2, "monday"), (3, "have")]


def test_the_engine_names_no_weekday_month_or_unit() -> None:
    """Not even in passing: docstrings and explanations aside, no string of the engine holds a time word as such."""
    names = "monday tuesday wednesday thursday friday saturday sunday january february april june july august september"
    names += " october november december"
    pattern = re.compile(
        rf"\b(?:{'|'.join(names.split())}|yesterday|tomorrow|tonight|overnight|ago|christmas)\b", re.IGNORECASE
    )
    found = []
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        said = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in documented)
        found += [f"{name_of(path)}:{node.lineno}: {node.value}" for node in said if pattern.search(str(node.value))]
    assert found == []


def test_the_engine_imports_no_language() -> None:
    found = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            wrong = [name for name in imported(node) if name.startswith("timeline.languages")]
            found += [f"{name_of(path)} imports {name}" for name in wrong]
    assert found == []


def imported(node: ast.AST) -> list[str]:
    """What a statement imports, by full name."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names] if isinstance(node, ast.ImportFrom) else []
