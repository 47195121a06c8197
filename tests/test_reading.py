"""The public face of reading: which reader, which encoding, which refusal, which id."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from bad.reading import CASES, LIMIT, Case

from timeline.model import Article, Domain, Published
from timeline.reading import CannotRead, Hints, Refusal, dated, find_files, read_bytes, read_file, read_stream

TEXT = "Café in Brennick closed\n\nThe owner said that the Café “Möwe” had closed.\n\nIt was the last of its kind.\n"


def one(data: bytes, name: str = "story.txt", hints: Hints | None = None) -> Article:
    (article,) = read_bytes(data, name, hints or Hints())
    assert isinstance(article, Article), article
    return article


# ---- the seed ---------------------------------------------------------------------------------------------------

SEED_BLOCKS = [
    ("header", "Published: 09:33, February 11, 2025"),
    ("headline", "Moscow says Russia-US ties 'on verge of rupture'"),
    ("byline", "By Xinhua"),
    ("caption", "Russian Deputy Foreign Minister Sergei Ryabkov gestures while"),
    ("body", "MOSCOW - Relations between Russia and the United States are"),
    ("body", "Moscow has repeatedly warned"),
    ("body", "At a press briefing, the diplomat also said"),
    ("related", "ALSO READ: Kremlin ‘neither confirms nor denies’"),
    ("body", '"However, the topic does exist'),
    ("body", "At the same time, Ryabkov said"),
    ("body", "\"Trump's team, despite"),
    ("related", "READ MORE: Kremlin says Russia open"),
    ("body", "He reiterated that Moscow"),
    ("body", '"A small window of opportunity"'),
    ("body", "The use of ultimatums"),
    ("related", "ALSO READ: Putin says Russia prepared"),
    ("body", "The New York Post reported late Saturday"),
    ("body", "However, Kremlin Spokesman Dmitry Peskov said Sunday"),
]


def test_the_seed_is_read_as_it_is(seeds: Path) -> None:
    (path,) = seeds.glob("*xinhua*")
    (article,) = read_file(path)
    assert isinstance(article, Article)
    assert article.text == path.read_text(encoding="utf-8")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-02-11T09:33", "header")
    assert article.published.conflict is None
    assert article.published.span is not None
    assert article.published.span.of(article.text) == "09:33, February 11, 2025"
    assert (article.source, article.lang, article.domain) == ("Xinhua", "en", Domain.NEWS)
    assert article.title == "Moscow says Russia-US ties 'on verge of rupture'"
    assert (article.reader, article.notes) == ("plain text, UTF-8", ())
    found = [(block.kind, block.span.of(article.text)) for block in article.blocks]
    assert [
        (kind, words[: len(start)]) for (kind, words), (_, start) in zip(found, SEED_BLOCKS, strict=True)
    ] == SEED_BLOCKS


def test_every_seed_is_read(seeds: Path) -> None:
    answers = [answer for path in find_files([seeds]) for answer in read_file(path)]
    assert answers
    assert [answer for answer in answers if isinstance(answer, Refusal)] == []


# ---- encodings --------------------------------------------------------------------------------------------------

ENCODINGS = [
    (TEXT.encode("utf-8"), "plain text, UTF-8"),
    (TEXT.encode("utf-8-sig"), "plain text, UTF-8"),
    (TEXT.encode("utf-16"), "plain text, UTF-16"),
    (b"\xfe\xff" + TEXT.encode("utf-16-be"), "plain text, UTF-16"),
    (TEXT.encode("utf-32"), "plain text, UTF-32"),
    (TEXT.encode("utf-16-le"), "plain text, UTF-16 (no byte order mark)"),
    (TEXT.encode("windows-1252"), "plain text, windows-1252 (fallback)"),
    (TEXT.replace("\n", "\r\n").encode(), "plain text, UTF-8"),
    (TEXT.replace("\n", "\r").encode(), "plain text, UTF-8"),
]


@pytest.mark.parametrize(
    ("data", "reader"), ENCODINGS, ids=[f"{reader}-{n}" for n, (_, reader) in enumerate(ENCODINGS)]
)
def test_encoding(data: bytes, reader: str) -> None:
    article = one(data)
    assert article.text == TEXT
    assert article.reader == reader
    assert ("not UTF-8 and no encoding declared: read as windows-1252" in article.notes) == ("fallback" in reader)


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("iso-8859-1", "Der Zoll schließt"),
        ("windows-1251", "Мост закрыт"),
        ("shift_jis", "橋は閉鎖"),
        ("gb2312", "大桥关闭"),
        ("koi8-r", "Мост закрыт"),
        ("utf-8", "Кафе é 橋"),
    ],
)
def test_declared_encoding_of_a_page(charset: str, words: str) -> None:
    page = f'<html><head><meta charset="{charset}"><title>{words}</title></head><body><p>{words} 1.</p></body></html>'
    article = one(page.encode(charset), "page.html")
    assert article.text == f"{words}\n\n{words} 1."
    assert article.reader == f"HTML, {'UTF-8' if charset == 'utf-8' else charset} (declared)"


def test_a_false_declaration_is_told() -> None:
    page = '<html><head><meta charset="utf-8"></head><body><p>Das Café ist zu.</p></body></html>'
    article = one(page.encode("windows-1252"), "page.html")
    assert article.text == "Das Café ist zu."
    assert "declares utf-8, which it is not; read as windows-1252 (fallback)" in article.notes


def test_a_codec_that_is_no_character_set_is_not_obeyed() -> None:
    article = one(b'<html><meta charset="rot13"><p>The bridge was closed.</p></html>', "page.html")
    assert article.text == "The bridge was closed."
    assert "declares rot13, which is no encoding we read; read as UTF-8" in article.notes


def test_a_cut_file_stays_utf8() -> None:
    article = one(("Das Café, die Möwe, das Öl, die Küche, früh: zu. " * 3 + "Ende é").encode()[:-1])
    assert article.text.endswith("Ende �")
    assert article.notes[0] == "1 places are not UTF-8 and stand as U+FFFD"


# ---- refusals ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_ends_in_one_line_or_an_article(case: Case) -> None:
    answers = list(read_bytes(case.data, case.name, Hints(max_size=LIMIT)))
    assert [str(answer) if isinstance(answer, Refusal) else "article" for answer in answers] == list(case.answers)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    assert [str(answer) for answer in read_file(tmp_path)] == [f"{tmp_path}: unreadable: not a regular file"]
    gone = tmp_path / "gone.txt"
    assert [str(answer) for answer in read_file(gone)] == [f"{gone}: unreadable: No such file or directory"]
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert [str(answer) for answer in read_file(pipe)] == [f"{pipe}: unreadable: not a regular file"]


def test_a_bad_file_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / "b" / "deep" / "2.txt").write_text("The second bridge was closed.")
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    (tmp_path / "c.txt").write_text("The third bridge was closed.")
    (tmp_path / "b" / "up").symlink_to(tmp_path)
    (tmp_path / ".hidden").write_text("hidden")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text("hidden")
    paths = list(find_files([tmp_path]))
    link = Refusal(str(tmp_path / "b" / "up"), "a link to a folder: not followed")
    assert paths == [tmp_path / "a.txt", tmp_path / "b" / "deep" / "2.txt", link, tmp_path / "c.txt"]
    kinds = [type(answer).__name__ for path in paths if isinstance(path, Path) for answer in read_file(path)]
    assert kinds == ["Refusal", "Article", "Article"]


def test_named_paths_that_give_nothing_are_told(tmp_path: Path) -> None:
    hidden, gone, empty = tmp_path / ".note.txt", tmp_path / "gone", tmp_path / "empty"
    hidden.write_text("x")
    empty.mkdir()
    assert [str(answer) for answer in find_files([hidden, gone, empty])] == [
        f"{hidden}: hidden file or folder: skipped",
        f"{gone}: no such file or folder",
        f"{empty}: a folder with no files in it",
    ]


def test_the_limit_counts_bytes_and_reads_no_further() -> None:
    data = b"The bridge was closed. " * 100
    assert isinstance(next(read_bytes(data, "a.txt", Hints(max_size=len(data)))), Article)
    stream = io.BytesIO(data * 1000)
    (answer,) = read_stream(stream, "a.txt", Hints(max_size=len(data)))
    assert str(answer) == "a.txt: too large: more than 0.00219345 MB (--max-size)"
    assert stream.tell() == len(data) + 1


# ---- identity ---------------------------------------------------------------------------------------------------


def test_the_id_is_of_text_and_place() -> None:
    data = TEXT.encode()
    first = one(data)
    assert first.id == one(data).id == one(TEXT.encode("utf-16"), "other.txt").id
    assert len(first.id) == 16
    assert one(data, hints=Hints(published="2025-02-11")).id == first.id
    other = {one(data, hints=Hints(source="A")).id, one(data, hints=Hints(source="B")).id}
    assert len(other | {first.id, one(data, hints=Hints(url="https://a.example/1")).id}) == 4
    assert one(data).sha256 != one(TEXT.encode("utf-16")).sha256


def test_hints_win() -> None:
    hints = Hints(source="Own", title="Mine", domain="narrative", lang="de", url="https://a.example/x")
    article = one(b"Source: Other\nTitle: Theirs\nDomain: news\nLang: en\n\nThe bridge was closed.\n", hints=hints)
    assert (article.source, article.title, article.domain.value, article.lang, article.url) == (
        "Own",
        "Mine",
        "narrative",
        "de",
        "https://a.example/x",
    )


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said that the bridge was closed on Monday and it will not open.", "en"),
        ("Der Minister sagte, dass die Brücke am Montag nicht geöffnet werde und zu ist.", "de"),
        ("Le ministre a dit que le pont était fermé et que les habitants sont dans la rue.", "fr"),
        ("El ministro dijo que el puente se cerró y que los vecinos no lo usan por la noche.", "es"),
        ("Il ministro ha detto che il ponte è chiuso e che gli abitanti non sono nella città.", "it"),
        ("O ministro disse que a ponte foi fechada e que os moradores não a usam mais.", "pt"),
        ("De minister zei dat de brug is gesloten en dat het verkeer niet door kan.", "nl"),
        ("Министр сказал, что мост закрыт.", "ru"),
        ("大桥于星期一关闭。", "zh"),
        ("橋は月曜日に閉鎖されました。", "ja"),
        ("قال الوزير إن الجسر مغلق.", "ar"),
        ("Bridge closed Monday.", "en"),
        ("xqz vbn wrt plk ü ß ø " * 20, "und"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert one(text.encode()).lang == lang


def test_a_history_is_found_out_and_it_is_said() -> None:
    text = "The harbour of Amareth\n\n" + "\n\n".join(
        f"In {year} the harbour was rebuilt and the walls were raised." for year in (1204, 1311, 1390, 1456, 1502, 1588)
    )
    article = one(text.encode())
    assert article.domain is Domain.NARRATIVE
    assert "read as narrative: no publish date, told in the past, 6 years from 1204 to 1588" in article.notes
    assert one(f"Published: 2 June 2024\n{text}".encode()).domain is Domain.NEWS


@pytest.mark.parametrize(
    ("years", "domain"),
    [((1642, 1655, 1701), Domain.NARRATIVE), ((1642, 1655), Domain.NEWS), ((1998, 2005, 2011), Domain.NEWS)],
)
def test_few_years_make_a_history_when_all_are_of_long_ago(years: tuple[int, ...], domain: Domain) -> None:
    told = " ".join(
        f"In {year} the walls of Orlow were raised by the masons and the duke entered the town." for year in years
    )
    padding = "On 20 July the garrison surrendered and the duke entered the town with all his men and horses. " * 3
    assert one(f"{told} {padding}".encode()).domain is domain


def test_a_message_is_found_out() -> None:
    article = one(b"@anna omg gonna be late tmrw!! #trains")
    assert article.domain is Domain.COLLOQUIAL
    assert any(note.startswith("read as colloquial: short") for note in article.notes)


def test_a_publish_date_given_later_leaves_the_kind_of_text() -> None:
    text = "The mill was built in 1851, burned in 1860, was sold in 1872, was widened in 1880 and closed in 1899. " * 5
    (article,) = read_bytes(text.encode(), "mill.txt")
    assert isinstance(article, Article)
    assert (article.domain.value, len(article.notes)) == ("narrative", 2)
    later = dated(article, "11 February 2025")
    assert later.published == Published("2025-02-11", "user")
    assert (later.domain.value, later.id) == ("narrative", article.id)
    assert later.notes == ("read as narrative: told in the past, 25 years from 1851 to 1899",)
    assert dated(later, "12 February 2025").notes == later.notes


NO_DAY = "names no day there is in the years 1600 to 2199"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("1 May 0025", NO_DAY),
        ("in May", "is not a full date"),
        ("", "is not a full date"),
        ("31/02/2026", NO_DAY),
        ("2026-02-31", NO_DAY),
        ("30 February 2025", NO_DAY),
    ],
)
def test_a_publish_date_that_cannot_be_one_is_refused_with_the_reason(given: str, why: str) -> None:
    (article,) = read_bytes(b"The mill burned on Saturday.\n", "mill.txt")
    assert isinstance(article, Article)
    with pytest.raises(CannotRead, match=f"^the publish date given, '{given}', {why}$"):
        dated(article, given)


def test_the_doubts_about_a_publish_date_are_those_about_the_one_given_last() -> None:
    (article,) = read_bytes(b"Published: 03/04/2021\n\nThe mill burned on Saturday.\n", "mill.txt")
    assert isinstance(article, Article)
    assert article.notes[0] == "publish date: 03/04/2021 was read with the month first"
    later = dated(article, "Monday, 9 March 2021")
    assert later.notes == (*article.notes[1:], "publish date: 2021-03-09 is a Tuesday, the text says Monday")
    assert dated(later, "9 March 2021").notes == article.notes[1:]
