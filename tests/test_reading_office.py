"""PDF and docx: the text, the title, and the date in the text before the day the file was made."""

from __future__ import annotations

from packed import docx, pdf, zipped

from timeline.model import Article
from timeline.reading import read_bytes

PARAGRAPHS = (("Title", "Bridge closed"), ("Normal", "The bridge was closed on Monday."), ("Caption", "The bridge"))
LINES = ("Bridge closed", "", "The bridge was closed on Mon-", "day and it will not be opened before", "the summer.")


def read(data: bytes, name: str) -> Article:
    (found,) = read_bytes(data, name)
    assert isinstance(found, Article), found
    return found


def test_a_docx_gives_its_paragraphs_by_style() -> None:
    found = read(docx(PARAGRAPHS, title="Bridge", created="2025-02-11T09:33:00Z"), "a.docx")
    assert [(block.kind, block.span.of(found.text)) for block in found.blocks] == [
        ("headline", "Bridge closed"),
        ("body", "The bridge was closed on Monday."),
        ("caption", "The bridge"),
    ]
    assert (found.title, found.reader) == ("Bridge", "docx")
    assert found.published is not None
    assert (found.published.value, found.published.basis) == ("2025-02-11T09:33:00", "metadata")
    assert "publish date: the day it was made or last changed, for nothing tells another" in found.notes


def test_the_date_in_the_text_comes_before_the_day_the_file_was_made() -> None:
    dated = (PARAGRAPHS[0], ("Normal", "Published: 3 February 2025"), *PARAGRAPHS[1:])
    for data, name in (
        (docx(dated, created="2025-02-11T09:33:00Z"), "a.docx"),
        (pdf([[words for _, words in dated]]), "a.pdf"),
    ):
        found = read(data, name)
        assert found.published is not None
        assert (found.published.value, found.published.basis) == ("2025-02-03", "header")
        assert found.published.conflict is None, "the day a file was made is no other publish date"


def test_a_pdf_gives_its_lines_and_a_parted_word_is_one() -> None:
    found = read(pdf([LINES, ["The second page was short."]], title="Bridge"), "a.bin")
    assert "closed on Monday and it will not be opened before\nthe summer." in found.text
    assert found.text.endswith("The second page was short.")
    assert found.published is not None
    assert (found.published.value, found.published.zone) == ("2025-02-11T09:33:00", "+03:00")
    assert (found.title, found.reader) == ("Bridge", "PDF")


def test_a_file_name_comes_before_the_day_the_file_was_made() -> None:
    found = read(pdf([LINES]), "2025-02-03-bridge.pdf")
    assert found.published is not None
    assert (found.published.value, found.published.basis) == ("2025-02-03", "filename")


def test_other_archives_are_named() -> None:
    for members, line in (
        ({"xl/workbook.xml": b"<x/>"}, "a.zip: unsupported: a spreadsheet"),
        ({"META-INF/manifest.xml": b"<x/>"}, "a.zip: unsupported: an archive or an office document"),
    ):
        (refused,) = read_bytes(zipped(members), "a.zip")
        assert str(refused) == line


def test_a_scanned_pdf_has_no_text() -> None:
    (refused,) = read_bytes(pdf([[]]), "a.pdf")
    assert str(refused) == "a.pdf: no text in it: a PDF file of pictures"
