"""Words of an article in, the same out with nothing in them that a file or its reader would act on."""

from __future__ import annotations

import re
from html import escape

# What XML 1.0 and HTML have no form for, escaped or not, and the controls that they allow but warn of.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# These turn the words around them, so an article could write over what stands beside it; marks for one letter may stay.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_EDGE = " \ufeff"  # readers take a byte order mark at the beginning of a text for no part of it


def line(text: str | None) -> str:
    r"""Give words on one line; what cannot be written or turns the reading order shows as a replacement character.

    >>> line("two\n words\x07")
    'two words\ufffd'
    """
    spaced = _SPACE.sub(" ", text or "").strip(_EDGE)
    return _TURNING.sub("\N{REPLACEMENT CHARACTER}", _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", spaced))


def words(text: str | None) -> str:
    """Give words on one line as XML and HTML write them, in an element or in an attribute."""
    return escape(line(text))
