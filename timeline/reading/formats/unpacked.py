"""A web archive in, packed or not, its plain bytes out; a line without end is cut before it fills the memory."""

from __future__ import annotations

import zlib

from timeline.reading.source import Source

_PACKED = 65_536
_LONGEST_LINE = 4_000_000  # no header has one, and the library's time for one grows with its square


class Unpacked:
    """A stream of the bytes of an archive; its members (each record is packed by itself) follow one another."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.packed = source.head.startswith(b"\x1f\x8b")
        self.unpacker = zlib.decompressobj(wbits=31)
        self.waiting = b""
        self.since_line_end = 0

    def read(self, size: int = -1) -> bytes:
        """Read up to a number of bytes; ValueError for a line without end."""
        size = size if size > 0 else _PACKED
        data = self._unpack(size) if self.packed else self.source.stream.read(size)
        end = data.rfind(b"\n")
        self.since_line_end = len(data) - end if end >= 0 else self.since_line_end + len(data)
        if self.since_line_end > _LONGEST_LINE:
            raise ValueError("a line without end")
        return data

    def _unpack(self, size: int) -> bytes:
        while True:
            if self.unpacker.eof:
                self.waiting = self.unpacker.unused_data
                self.unpacker = zlib.decompressobj(wbits=31)
            packed = self.unpacker.unconsumed_tail or self.waiting or self.source.stream.read(_PACKED)
            self.waiting = b""
            if not packed:
                return b""
            data = self.unpacker.decompress(packed, size)
            if data:
                return data
