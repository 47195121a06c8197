r"""The name of a file in, the same as text out: what is no UTF-8 in it is written as `\xff`."""

from __future__ import annotations

import os


def shown(path: str | os.PathLike[str]) -> str:
    r"""Write a name so that every file and database can hold it.

    >>> shown(os.fsdecode(b"d\xe9j\xc3\xa0.txt"))
    'd\\xe9jà.txt'
    """
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
