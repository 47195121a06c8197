from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.lines import CHUNK, answer, batches, dumps, loads


class Trickle(io.BytesIO):
    """A stream that gives few bytes at a time, as a pipe may."""

    def __init__(self, data: bytes, size: int) -> None:
        super().__init__(data)
        self.size = size

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read1(min(self.size, size or 0))


@given(st.binary(max_size=200), st.integers(1, 50), st.sampled_from((b"", b"\xef\xbb\xbf")))
@example(b"\xef\xbb\xbf", 50, b"")
def test_lines_come_out_as_they_are_however_they_arrive(data: bytes, size: int, mark: bytes) -> None:
    got = [line for batch in batches(Trickle(mark + data, size)) for line in batch]
    unmarked = (mark + data).removeprefix(b"\xef\xbb\xbf")
    assert got == (unmarked.removesuffix(b"\n").split(b"\n") if unmarked else [])


def test_a_line_longer_than_a_read_is_one_line() -> None:
    long = b"x" * (3 * CHUNK + 7)
    assert [line for batch in batches(io.BytesIO(long + b"\ny")) for line in batch] == [long, b"y"]


def test_a_bad_line_is_named_and_the_rest_is_done() -> None:
    source, sink = io.BytesIO(b'{"a": 1}\n\n  \nnot json\n{"a": 2}\n[]\n{"a": 3}'), io.BytesIO()
    refused: list[tuple[int, str]] = []

    def respond(line: object) -> object:
        if not isinstance(line, dict):
            raise ValueError("is not an object")
        return line["a"]

    assert answer(source, sink, respond, lambda number, reason: refused.append((number, reason))) == 2
    assert sink.getvalue() == b"1\n2\n3\n"
    assert [number for number, _ in refused] == [4, 6]
    assert refused[1][1] == "is not an object"


def test_lines_answered_together_are_refused_one_by_one() -> None:
    source, sink = io.BytesIO(b'1\n"\\ud800"\n0\n[]\n2\n"half"\n'), io.BytesIO()
    refused: list[tuple[int, str]] = []

    def read(line: object) -> object:
        if line == []:
            raise ValueError("is empty")
        return line

    def halve(lines: Sequence[object]) -> Iterator[object]:
        for line in lines:
            if line == 0:
                raise ValueError("has no half")
            yield "\ud800" if line == "half" else line

    def refuse(number: int, reason: str) -> None:
        refused.append((number, reason.partition(":")[0]))

    assert answer(source, sink, read, refuse, halve) == 4
    assert sink.getvalue() == b"1\n2\n"
    assert [number for number, _ in refused] == [2, 3, 4, 6]
    assert refused[1:3] == [(3, "has no half"), (4, "is empty")]


def test_an_answer_comes_before_the_input_ends() -> None:
    question, ask = os.pipe()
    reply, give = os.pipe()
    with open(question, "rb") as source, open(give, "wb") as sink, open(reply, "rb") as heard, open(ask, "wb") as asked:
        worker = threading.Thread(target=answer, args=(source, sink, lambda line: line, print))
        worker.start()
        asked.write(b'{"id":1}\n')
        asked.flush()
        assert heard.readline() == b'{"id":1}\n'
        asked.close()
        worker.join(10)
        assert not worker.is_alive()


def test_json_goes_out_and_comes_back() -> None:
    assert loads(dumps({"a": ["é", None, 1.5]})) == {"a": ["é", None, 1.5]}
    with pytest.raises(ValueError, match="cannot be written"):
        dumps({"a": "\ud800"})
    with pytest.raises(ValueError, match="unexpected"):
        loads(b"{")
