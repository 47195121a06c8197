"""Bytes in, text out: which encoding, how it was known, and what had to be repaired.

Order: byte order mark, what the file declares, UTF-8, the fallback windows-1252.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from timeline.reading.refusal import CannotRead

FALLBACK = "windows-1252"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]{0,200}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding|^Content-Type:[^\n]{0,100}?\bcharset)"""
    rb"""\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,30})""",
    re.IGNORECASE | re.MULTILINE,
)
# Closed, because Python knows codecs that are no character sets (rot13, base64, unicode_escape, utf-7).
# Latin-1 is read as windows-1252, as every browser does: files that say the first mean the second.
_CODECS = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "koi8-r": "koi8_r",
    "koi8-u": "koi8_u",
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "tis-620": "tis_620",
    "windows-874": "cp874",
    **{f"windows-125{n}": f"cp125{n}" for n in range(9)},
    **{f"cp125{n}": f"cp125{n}" for n in range(9)},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
}
_TEXT_A_NUL = 10_000  # bytes of text around a NUL that make it one that slipped in: the end of a string of a program
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MAGIC = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)


class Decoded(NamedTuple):
    r"""Text with newlines as `\n`, how it was decoded ("UTF-8", "windows-1252 (declared)"), and what to know."""

    text: str
    how: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a whole file; CannotRead when it is empty, binary or in no encoding we can tell.

    charset  what came with the bytes from elsewhere (an HTTP header), where they do not declare one themselves
    """
    if not data.strip():
        raise CannotRead("empty file")
    refuse_magic(data)
    found = _by_mark(data) or _by_nulls(data)
    if found is None:
        nulls = data.count(b"\0")
        if nulls * _TEXT_A_NUL > len(data) or len(_CONTROLS.findall(data[:8192])) > len(data[:8192]) // 50:
            raise CannotRead("binary file, not text")
        data = data.replace(b"\0", b"") if nulls else data
        found = _by_declaration(data, charset) or _by_guess(data)
        if nulls:
            found = found._replace(notes=(*found.notes, f"{nulls} NUL character{'s' * (nulls > 1)} left out"))
    if "\0" in found.text:
        raise CannotRead("binary file, not text (NUL characters)")
    return found._replace(text=one_newline(found.text))


def refuse_magic(data: bytes) -> None:
    """Raise CannotRead for the kinds of file that are known by their first bytes and are no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic) and (magic != b"BZh" or data[3:4].isdigit()):
            raise CannotRead(f"unsupported: {what}")


def one_newline(text: str) -> str:
    r"""Write every line end as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _by_mark(data: bytes) -> Decoded | None:
    for mark, codec, label in _MARKS:
        if data.startswith(mark):
            text = _strict(data, codec)
            if text is None:
                raise CannotRead(f"undecodable: has the byte order mark of {label} but is not {label}")
            return Decoded(text, label)
    return None


def _by_nulls(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in western text every second byte is zero, always on the same side."""
    head = data[:4096]
    for codec, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if len(zeros) > 3 and zeros.count(0) > 0.8 * len(zeros) and others.count(0) == 0:
            text = _strict(data, codec)
            if text is not None:
                return Decoded(text, "UTF-16 (no byte order mark)")
    return None


def glimpse(head: bytes) -> str:
    """Decode the start of a file well enough to see what it is."""
    for mark, codec, _ in _MARKS:
        if head.startswith(mark):
            return head[: len(head) // 4 * 4].decode(codec, "replace")
    nulls = head[:64].count(0)
    if nulls * 3 > len(head[:64]) and (found := _by_nulls(head[: len(head) // 2 * 2])):
        return found.text
    return head.decode("utf-8", "replace")


def _by_declaration(data: bytes, charset: str | None) -> Decoded | None:
    match = _DECLARED.search(data[:4096])
    if match is None and charset is None:
        return None
    label = (match.group(1).decode("ascii") if match else charset or "").lower()
    codec = _CODECS.get(label)
    if label.startswith("utf-16"):
        codec = "utf-8"  # the declaration could be read as ASCII, so the file cannot be UTF-16
    text = _strict(data, codec) if codec else None
    if text is not None:
        return Decoded(text, f"{'UTF-8' if codec == 'utf-8' else label} (declared)")
    reason = "which it is not" if codec else "which is no encoding we read"
    found = _by_guess(data)
    return found._replace(notes=(f"declares {label}, {reason}; read as {found.how}", *found.notes))


def _by_guess(data: bytes) -> Decoded:
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "UTF-8")
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    whole = len(re.findall(r"[^\x00-\x7f�]", text))
    if whole >= 5 * broken:  # a cut or damaged UTF-8 file; the fallback would turn every accent into two signs
        return Decoded(text, "UTF-8 (damaged)", (f"{broken} places are not UTF-8 and stand as U+FFFD",))
    text = _strict(data, FALLBACK)
    if text is None:
        raise CannotRead(f"undecodable: neither UTF-8 nor {FALLBACK}, and no encoding is declared that fits")
    return Decoded(text, f"{FALLBACK} (fallback)", (f"not UTF-8 and no encoding declared: read as {FALLBACK}",))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None
