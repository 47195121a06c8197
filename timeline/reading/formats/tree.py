"""XML in, a tree out, with entities and outside references refused; the only importer of defusedxml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from timeline.reading.refusal import CannotRead

_ROOT = re.compile(
    r"\s*\ufeff?(?:<\?[a-z][^>]{0,500}>\s*|<!--.{0,5000}?-->\s*|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,20000}\]\s*)?>\s*)*+"
    r"<(?P<root>[A-Za-z][\w:.-]{0,60})",
    re.IGNORECASE | re.DOTALL,
)
_DEEPEST = 400


def root_of(text: str) -> str | None:
    """Give the name of the first element, None when the text does not begin with one."""
    match = _ROOT.match(text[:65_536])
    return match["root"] if match else None


def is_xml(text: str) -> bool:
    """Say whether a text says of itself that it is XML."""
    return text.lstrip("\ufeff \t\r\n").startswith("<?xml")


def refuse_entities(text: str) -> None:
    """Raise CannotRead for XML that declares entities: a few lines of them make gigabytes."""
    if re.search(r"<!ENTITY\b", text[:200_000], re.IGNORECASE):
        raise CannotRead("XML that declares entities of its own is not read")


def parse_tree(data: str | bytes) -> Element:
    """Parse XML; CannotRead with the line of the fault."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data)
    except DefusedXmlException:
        raise CannotRead("XML that declares entities of its own is not read") from None
    except ParseError as error:
        line, column = error.position
        raise CannotRead(f"bad XML at line {line}, column {column + 1}") from None
    except (ValueError, LookupError):  # an encoding nobody knows
        raise CannotRead("bad XML: its encoding is not what it says") from None
    return root


def local(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the elements at the end of a path of names, all of them."""
    if element is None:
        return
    if not names:
        yield element
        return
    for child in element:
        if local(child) == names[0]:
            yield from children(child, *names[1:])


def first(element: Element | None, *names: str) -> Element | None:
    """Give the first element at the end of a path of names."""
    return next(children(element, *names), None)


def words_of(element: Element | None, deepest: int = _DEEPEST) -> str | None:
    """Give all the words in an element, None when there are none; CannotRead when it is nested without end."""
    if element is None:
        return None
    parts: list[str] = []
    waiting: list[tuple[Element | str, int]] = [(element, 0)]
    while waiting:
        node, depth = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if depth > deepest:
            raise CannotRead("XML nested too deep")
        for child in reversed(node):
            waiting.append((child.tail or "", depth))
            waiting.append((child, depth + 1))
        waiting.append((node.text or "", depth))
    return " ".join("".join(parts).split()) or None
