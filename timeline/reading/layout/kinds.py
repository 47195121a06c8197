"""A paragraph in, what it is out: caption, related link, boilerplate or body, by how it begins and ends."""

from __future__ import annotations

import re

# What leads to other articles, in the languages we have met; a mark or the line's end must follow.
_RELATED_LEADS = (
    r"also read|read also|also see|see also|see more|read (?:more|next|on)|up next|next (?:article|story)"
    r"|related(?: stor(?:y|ies)| articles?| news| links?| coverage| content| posts?| topics?| reading)?"
    r"|more (?:on this(?: story)?|stories|from|news|coverage)|recommended(?: stories| reading)?|further reading"
    r"|you (?:may|might) (?:also )?like|don['’]t miss|must read|must watch|watch(?: now| live| more)?|listen(?: now)?"
    r"|editor['’]?s['’]? picks?|editors['’] picks|most (?:read|popular|viewed)|trending(?: now)?|top stories"
    r"|latest (?:news|stories)|previous (?:article|story)|in (?:pictures|photos|depth)"
    r"|lire aussi|à lire aussi|voir aussi|lesen sie auch|auch interessant|mehr zum thema|mehr dazu|lea también"
    r"|leer más|lee también|ver también|leia também|leia mais|veja também|leggi anche|lees ook|czytaj też"
    r"|читайте также|смотрите также|相关阅读|延伸阅读|関連記事|اقرأ أيضا"
)
_RELATED = re.compile(
    rf"[\s>*_#•▶►→[(-]{{0,6}}(?:{_RELATED_LEADS})[*_]{{0,3}}(?:\s*(?:[:：|>»]|[-–—]\s)|[*_\s)\]]*$)", re.IGNORECASE
)
_HOUSES = r"(?:AP|Reuters|REUTERS|AFP|Xinhua|EPA|dpa|Getty(?: Images)?)"
_CREDIT_WORDS = (
    r"(?i:photos?|pic(?:ture)?s?|images?|file|credit|courtesy|handout|screen ?(?:shot|grab)|illustration|getty|fotos?"
    r"|bild|фото|图|摄)"
)
_CREDIT = re.compile(
    rf"[(\[](?:[^()\[\]]{{0,60}}\b)?{_CREDIT_WORDS}\b[^()\[\]]{{0,100}}[)\]]\.?$"
    rf"|\({_HOUSES}/[^()\[\]]{{2,60}}\)\.?$"
    rf"|\b{_HOUSES}/[A-Z][\w.'’ -]{{2,40}}$"
    rf"|(?:\bGetty Images|[—–] {_HOUSES})\.?$"
    r"|(?:^|[.”\"] )[Pp]hoto(?:graph)?(?:: | by )[^.]{2,60}\.?$"
)
_CLOSERS = (")", "]", ").", "].")
_CREDIT_MARKS = ("/", "—", "–", "Getty", "hoto")  # no credit is without one of these or a closing bracket
_CREDIT_LEADS = (
    r"(?:file |ap |afp )?(?:photo|picture|image|pic|caption|foto|bild|фото)(?:graph)?s?"
    r"(?:\s+(?:by|credit|courtesy))?\s*[:：/]|(?:photo|picture|image)s? (?:by|courtesy of)\s|file\s*[-–—:]\s"
)
_CREDIT_LINE = re.compile(rf"[\s*_([]{{0,3}}(?:{_CREDIT_LEADS})", re.IGNORECASE)
_BOILERPLATE_LEADS = (
    r"(?:[™®][\s&]{0,3})?©|\(c\) ?\d{4}|copyright\s*(?:©|\(c\)|\d{4}|:|by\b)|all rights reserved"
    r"|sign up (?:for|to|here)\b|subscribe\b"
    r"|follow us\b|click here\b|share (?:this|on)\b|advertise?ment\s*$|sponsored(?: content| post)?\s*$"
    r"|this (?:article|story|content|report) (?:was|is|has been) (?:originally|first|re-?published|provided|produced"
    r"|generated|syndicated)|\(?reporting by\b|editing by\b|additional reporting\b|our standards\b"
    r"|download (?:our|the) app|join our (?:newsletter|mailing|telegram|whatsapp|channel|community)"
    r"|get (?:the|our) (?:latest|newsletter|app|free)\b|enable javascript|we use cookies"
    r"|by (?:signing up|clicking|subscribing)\b|like us on\b"
    r"|contact (?:us (?:at|via|on|by)|the (?:author|writer|reporter))\b"
    r"|for more information,? (?:visit|contact|please)|(?:-\s*)?(?:end|ends|30)(?:\s*-)?\)?\s*$|skip (?:to|ad)\b"
    r"|print this\b|comments?\s*(?:\(\d+\))?\s*$|leave a (?:comment|reply)|support our (?:journalism|work)"
    r"|terms of (?:use|service)|privacy policy|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|todos os direitos reservados"
)
_BOILERPLATE = re.compile(rf"[\s>*_#(\[-]{{0,6}}(?:{_BOILERPLATE_LEADS})", re.IGNORECASE)
_STAMP_LEADS = r"posted|submitted|commented"
_STAMP = re.compile(  # of a comment: "Posted by: Ann Lee, 27 Sep 2011 | 15:22"
    rf"[\s>*_#•-]{{0,6}}(?:{_STAMP_LEADS}) by\b(?:[^.!?;]|\b[A-Z]\.){{0,60}}\d[\d:|/, -]*"
    r"(?:[ap]\.?m\.?)?[ ()A-Z]{0,8}$",
    re.IGNORECASE,
)
_LONGEST = {"caption": 800, "related": 300, "boilerplate": 400, "stamp": 100}


def _beginnings(leads: str) -> list[str]:
    """List the first three signs of the alternatives of a pattern: what begins with a letter begins as one of them."""
    while leads != (outer := _INNER.sub("", leads)):
        leads = outer
    return _FIRST.findall(f"|{leads}")


_INNER, _FIRST = re.compile(r"(?<=[^|(:?])\(\?:[^()]*\)"), re.compile(r"[|(:?]([^\W\d_][\w ]{2})")
_LEADS = (_RELATED_LEADS, _CREDIT_LEADS, _BOILERPLATE_LEADS, _STAMP_LEADS)
_BEGINNINGS = frozenset(beginning for leads in _LEADS for beginning in _beginnings(leads))


def kind_of(words: str) -> str:
    """Name the kind of a paragraph: caption, related, boilerplate or body.

    >>> kind_of("ALSO READ: Putin says Russia prepared for talks")
    'related'
    """
    size = len(words)
    if words[:1].isalpha() and words[:3].lower() not in _BEGINNINGS:  # as nearly always, and told by one look-up
        return "caption" if size <= _LONGEST["caption"] and _ends_in_credit(words) else "body"
    if size <= _LONGEST["related"] and _RELATED.match(words):
        return "related"
    if size <= _LONGEST["caption"] and (_CREDIT_LINE.match(words) or _ends_in_credit(words)):
        return "caption"
    if size <= _LONGEST["stamp"] and _STAMP.match(words):
        return "boilerplate"
    if size <= _LONGEST["boilerplate"] and (_BOILERPLATE.match(words) or not any(map(str.isalnum, words))):
        return "boilerplate"
    return "body"


def heads_list(words: str) -> bool:
    """Say whether a related line is only the heading of what follows: "READ MORE" or "Related stories:"."""
    match = _RELATED.match(words)
    return match is not None and not words[match.end() :].strip(" *_")


def _ends_in_credit(words: str) -> bool:
    """Look for a photo credit in the last 170 characters, which no credit exceeds."""
    tail = words[-170:]
    may_be = tail.endswith(_CLOSERS) or any(mark in tail for mark in _CREDIT_MARKS)
    return may_be and _CREDIT.search(tail) is not None
