from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packed import docx, zipped

from timeline.ingest import ingest
from timeline.ingest.work import Here
from timeline.model import Article
from timeline.reading import Hints, Refusal, count_hidden, read_bytes
from timeline.store import Store

STORY = b"Published: 2025-02-11\n\nTalks end\n\nOfficials met in the town hall on Saturday.\n"
MEMBERS = {
    "a.txt": STORY,
    "sub/2025-02-03-weir.txt": b"The weir burst on Sunday, the harbour office said.",
    "rows.jsonl": b'{"text": "The mill burned on Saturday.", "published": "2025-02-11"}\n{broken\n',
    "report.docx": docx([("", "The bridge was closed on 3 February 2025.")]),
    "inner.zip": zipped({"b.txt": b"The ferry sank."}),
    "noise.bin": bytes(range(256)),
    ".hidden": b"x",
    "__MACOSX/._a.txt": b"x",
}
REFUSED = [
    "t.zip!rows.jsonl line 2: bad JSON at character 2: Expecting property name enclosed in double quotes",
    "t.zip!inner.zip: an archive in an archive; unpack it first",
    "t.zip!noise.bin: binary file, not text",
]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        yield opened


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    made = tmp_path / "t.zip"
    made.write_bytes(zipped(MEMBERS))
    return made


def test_each_file_is_read_as_what_it_is_and_dated_by_its_own_name() -> None:
    found = list(read_bytes(zipped(MEMBERS), "t.zip"))
    articles = [one for one in found if isinstance(one, Article)]
    assert [(one.reader, one.published and one.published.basis) for one in articles] == [
        ("plain text, UTF-8", "header"),
        ("plain text, UTF-8", "filename"),
        ("JSON Lines, UTF-8", "metadata"),
        ("docx", None),
    ]
    assert [str(one) for one in found if isinstance(one, Refusal)] == REFUSED


def test_the_name_of_an_archive_dates_nothing_in_it() -> None:
    (found,) = read_bytes(zipped({"a.txt": b"The weir burst on Sunday."}), "2025-02-03.zip")
    assert isinstance(found, Article)
    assert found.published is None


def test_each_file_is_named_and_the_archive_is_not_read_again(store: Store, archive: Path) -> None:
    outcomes = list(ingest([str(archive)], Hints(), store))
    names = [outcome.name.removeprefix(str(archive.parent) + "/") for outcome in outcomes]
    assert [(name, outcome.status) for name, outcome in zip(names, outcomes, strict=True)] == [
        ("t.zip!a.txt", "added"),
        ("t.zip!sub/2025-02-03-weir.txt", "added"),
        ("t.zip!rows.jsonl", "added"),
        ("t.zip!rows.jsonl line 2", "refused"),
        ("t.zip!report.docx", "added"),
        ("t.zip!inner.zip", "refused"),
        ("t.zip!noise.bin", "refused"),
    ]
    again = list(ingest([str(archive)], Hints(), store, Untouched()))
    assert [(one.status, one.number) for one in again] == [("unchanged", 4), *[("refused", 1)] * 3]
    assert [f"{one.name}: {one.reason}".removeprefix(str(archive.parent) + "/") for one in again[1:]] == REFUSED


class Untouched(Here):
    """Is given nothing to do."""

    def submit(self, _fn, /, *args, **_kwargs):
        raise AssertionError(f"{args} was read again")


def test_a_run_that_was_stopped_goes_on_behind_what_is_stored(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "many.zip"
    archive.write_bytes(zipped({f"{n}.txt": STORY + b"Note %d. " % n * 4_000 for n in range(20)}))
    begun = ingest([str(archive)], Hints(), store)
    first = [next(begun).name for _ in range(2)]
    begun.close()
    stored = store.articles().total
    rest = [outcome.name for outcome in ingest([str(archive)], Hints(), store)]
    assert len(first) <= stored < 20
    assert rest == [f"{archive}!{n}.txt" for n in range(stored, 20)]
    assert [one.status for one in ingest([str(archive)], Hints(), store)] == ["unchanged"]


def test_an_archive_that_was_changed_is_read_anew(store: Store, archive: Path) -> None:
    list(ingest([str(archive)], Hints(), store))
    archive.write_bytes(zipped({"a.txt": STORY, "c.txt": STORY.replace(b"Saturday", b"Sunday")}))
    assert [one.status for one in ingest([str(archive)], Hints(), store)] == ["unchanged", "added"]


def test_a_file_put_before_the_only_one_of_an_archive_takes_nothing_of_its_place(store: Store, tmp_path: Path) -> None:
    path, other = tmp_path / "t.zip", STORY.replace(b"Saturday", b"Sunday")
    path.write_bytes(zipped({"b.txt": STORY}))
    list(ingest([str(path)], Hints(), store))
    path.write_bytes(zipped({"a.txt": other, "b.txt": STORY}))
    assert [(one.status, one.note) for one in ingest([str(path)], Hints(), store)] == [("added", ""), ("unchanged", "")]


def test_hidden_files_are_passed_over_and_counted(archive: Path) -> None:
    assert count_hidden([str(archive)]) == count_hidden([str(archive.parent)]) == 2


def test_a_file_without_a_name_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("N")
        info.filename = ""
        archive.writestr(info, STORY)
    (tmp_path / "t.zip").write_bytes(out.getvalue())
    (outcome,) = ingest([str(tmp_path / "t.zip")], Hints())
    assert (outcome.name, outcome.status) == (f"{tmp_path}/t.zip!", "added")
    assert count_hidden([str(tmp_path)]) == 0


def test_a_file_with_a_password_is_named_and_the_rest_is_read() -> None:
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}))
    listed = data.index(b"PK\x01\x02")
    data[listed + 8] |= 1
    refused, found = read_bytes(bytes(data), "t.zip")
    assert str(refused) == "t.zip!a.txt: needs a password"
    assert isinstance(found, Article)


def test_what_unpacks_without_end_is_cut() -> None:
    bomb = zipped({f"{n}.txt": b" " * 900_000 for n in range(40)})
    *_, last = read_bytes(bomb, "t.zip", Hints(max_size=1_000_000))
    assert str(last) == "t.zip: unpacks to more than 100 times its size: the rest of it is not read"
    (large,) = read_bytes(zipped({"a.txt": b"x" * 300_000}), "t.zip", Hints(max_size=1 << 18))
    assert str(large) == "t.zip!a.txt: too large: unpacks to more than 0.25 MB (--max-size)"


def test_what_stands_before_a_bomb_is_stored(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t.zip"
    path.write_bytes(zipped({"a.txt": STORY, **{f"{n}.txt": b" " * 900_000 for n in range(40)}}))
    outcomes = list(ingest([str(path)], Hints(max_size=1_000_000), store))
    assert outcomes[0].name == f"{path}!a.txt"
    assert outcomes[0].status == "added"
    alone = tmp_path / "alone.zip"
    alone.write_bytes(zipped({"b.txt": STORY.replace(b"hall", b"house"), "z.txt": b" " * 3_000_000}))
    outcomes = list(ingest([str(alone)], Hints(), store))
    assert [(one.name.removeprefix(str(tmp_path)), one.status) for one in outcomes] == [
        ("/alone.zip!b.txt", "added"),
        ("/alone.zip", "refused"),
    ]


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_unpack_without_bounds_are_refused_and_the_rest_is_read(packing: int, tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("bomb.txt", b" " * 3_000_000, packing)
        archive.writestr("a.txt", STORY, zipfile.ZIP_DEFLATED)
        archive.writestr("word/document.xml", b"<a/>", packing)
    (tmp_path / "t.zip").write_bytes(out.getvalue())
    refused, found, *_ = ingest([str(tmp_path / "t.zip")], Hints())
    assert refused.reason == "packed in a way that is not usual; unpack it first"
    assert found.status == "added"
    (document,) = read_bytes(out.getvalue(), "t.docx")
    assert isinstance(document, Refusal)
    assert document.reason == refused.reason


def test_a_document_is_no_archive_whatever_stands_first_in_it(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, zipfile.ZipFile(io.BytesIO(MEMBERS["report.docx"])) as document:
        archive.writestr("customXml/item1.xml", b"<a/>")
        for name in document.namelist():
            archive.writestr(name, document.read(name))
    (tmp_path / "report.docx").write_bytes(out.getvalue())
    (outcome,) = ingest([str(tmp_path / "report.docx")], Hints())
    assert outcome.article is not None
    assert outcome.article.reader == "docx"


def test_what_is_named_as_an_archive_and_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    assert count_hidden([str(tmp_path), str(tmp_path / "pipe.zip")]) == 0


def test_an_empty_archive_says_so(store: Store, tmp_path: Path) -> None:
    (tmp_path / "t.zip").write_bytes(zipped({}))
    (refused,) = read_bytes(zipped({}), "t.zip")
    (outcome,) = ingest([str(tmp_path / "t.zip")], Hints(), store)
    assert refused.reason == outcome.reason == "a zip archive with no files in it"


def test_damage_ends_in_answers(tmp_path: Path) -> None:
    dice, whole = random.Random(7), zipped({name: data for name, data in MEMBERS.items() if name[0] not in "._"})  # noqa: S311
    for number in range(150):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(4, len(data))] = dice.randrange(256)
        path = tmp_path / f"{number}.zip"
        path.write_bytes(data)
        assert list(read_bytes(bytes(data), "t.zip"))
        assert list(ingest([str(path)], Hints()))


def test_a_list_of_too_many_files_is_not_held() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", STORY)
    data = bytearray(out.getvalue())
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (9 << 20).to_bytes(4, "little")
    (refused,) = read_bytes(bytes(data), "t.zip")
    assert str(refused) == "t.zip: a zip archive of too many files; unpack it first"
