"""A carried date -> why a clause has it: what the words it comes from say, and the rule that carried it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from timeline.events.dating import Dating, Rule
from timeline.events.naming import label_of_dating
from timeline.model import Explanation, Span, Step, Timex


def explanation_of(
    text: str, words: Span, dating: Dating, opening: Span | None, explain: Callable[[Timex], Explanation]
) -> Explanation:
    """Explain the date of a clause by the words that date it and by the rule that brings them to it.

    opening  the word that leaves a stated date open at one end, None where it has both

    “found” is so long after or before a happening that was dated: Mon 10 Feb 2025. “Friday” is Fri 7 Feb 2025: ...
    """
    if dating.rule is Rule.STATED:
        return _opened(text, dating, opening, explain(dating.timexes[-1]))
    label = label_of_dating(dating)
    carried = f"“{words.of(text)}” {_apart(text, dating) or dating.rule.value}"
    if not dating.timexes:
        steps = (Step("rule", carried), Step("worked out", label), Step("result", label))
        return Explanation(f"{carried}: {label}.", dating.rule.name.lower(), steps, ())
    base = explain(dating.timexes[-1])
    chain = [step for step in base.steps if step.name != "result"]
    chain += [Step("worked out", carried), Step("result", label)]
    return Explanation(f"{carried}: {label}. {base.sentence}", base.rule, tuple(chain), base.alternatives)


def _opened(text: str, dating: Dating, opening: Span | None, base: Explanation) -> Explanation:
    """Add which word left a date open at one end: “By” gives only the end: until Sun 15 Sep 2024, evening."""
    if opening is None or dating.interval is None:
        return base
    label = label_of_dating(dating)
    gives = f"“{opening.of(text)}” gives only the {'end' if dating.interval.start is None else 'beginning'}"
    chain = (*(step for step in base.steps if step.name != "result"), Step("worked out", gives), Step("result", label))
    return base._replace(sentence=f"{base.sentence} {gives}: {label}.", steps=chain)


def _apart(text: str, dating: Dating) -> str:
    """Say how far from which words: "lies “two days” after “Tuesday night”"; empty when no such words date it."""
    if dating.rule is not Rule.APART or len(dating.timexes) != _LENGTH_AND_BASE:
        return ""
    length, base = dating.timexes
    starts, from_ = dating.interval and dating.interval.start, base.interval and base.interval.start
    if starts is None or from_ is None:
        return ""
    said = length.span.of(text).lower()
    side = "before" if starts < from_ else "after"
    lies = f"lies “{said}”" if said.endswith(side) else f"lies “{said}” {side}"
    return f"{lies} what “{base.span.of(text)}” dates"


_LENGTH_AND_BASE: Final = 2
