"""Mail: the date with its zone, what was forwarded apart, what was quoted aside."""

from __future__ import annotations

from email.message import EmailMessage

from packed import docx, zipped

from timeline.model import Article
from timeline.reading import Refusal, read_bytes

HEAD = """Return-Path: <jane@a.example>
Message-ID: <1@a.example>
From: "Jane Doe" <jane@a.example>
To: desk@b.example
Date: Tue, 11 Feb 2025 23:33:00 +0300 (MSK)
Subject: =?utf-8?q?Bridge_closed_=E2=80=93_again?=
MIME-Version: 1.0
"""
BODY = "The bridge was closed on Monday.\n\nNobody was hurt.\n"
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + BODY


def read(data: bytes, name: str = "mail.eml") -> list[Article | Refusal]:
    return list(read_bytes(data, name))


def article(data: str) -> Article:
    (found,) = read(data.encode())
    assert isinstance(found, Article), found
    return found


def test_a_message_has_its_date_with_the_zone() -> None:
    found = article(PLAIN)
    assert found.published is not None
    assert (found.published.value, found.published.zone) == ("2025-02-11T23:33:00", "+0300")
    assert found.published.basis == "header"
    assert found.published.span is not None
    assert found.published.span.of(found.text) == "Tue, 11 Feb 2025 23:33:00 +0300"
    assert (found.title, found.source, found.reader) == ("Bridge closed – again", "Jane Doe", "mail")
    assert [block.kind for block in found.blocks] == ["header", "header", "header", "headline", "body", "body"]
    assert found.text.endswith("\n\n" + BODY.strip())


def test_the_content_decides_before_the_name() -> None:
    (found,) = read(PLAIN.encode(), "story.txt")
    assert isinstance(found, Article)
    assert found.reader == "mail"
    (text,) = read(b"From: Jane Doe\nDate: 11 February 2025\n\nThe bridge was closed on Monday.\n", "story.txt")
    assert isinstance(text, Article)
    assert text.reader == "plain text, UTF-8"


def test_what_was_forwarded_in_the_body_is_an_article_of_its_own() -> None:
    text = PLAIN + (
        "\n---------- Forwarded message ---------\nFrom: John Roe <john@c.example>\n"
        "Date: Mon, Feb 3, 2025 at 9:15 AM\nSubject: Weir mended\n\nThe weir was mended on Saturday.\n"
    )
    first, second = read(text.encode())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert "weir" not in first.text
    assert second.published is not None
    assert (second.published.value, second.title) == ("2025-02-03T09:15", "Weir mended")
    assert second.source == "John Roe"


def test_an_attached_message_is_an_article_of_its_own_and_a_file_is_named() -> None:
    inner = EmailMessage()
    inner["From"], inner["Date"], inner["Subject"] = "b@a.example", "Mon, 03 Feb 2025 09:15:00 +0100", "Weir mended"
    inner.set_content("The weir was mended on Saturday.")
    outer = EmailMessage()
    outer["From"], outer["Date"], outer["Subject"] = "a@a.example", "Tue, 11 Feb 2025 09:33:00 -0500", "Fwd: Weir"
    outer["Message-ID"] = "<1@a.example>"
    outer.set_content("See below.")
    outer.add_attachment(inner)
    outer.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    first, second = read(outer.as_bytes())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert "the attachment 'plan.pdf' was not read: a damaged PDF file: Stream has ended unexpectedly" in first.notes
    assert second.published is not None
    assert (second.published.value, second.published.zone) == ("2025-02-03T09:15:00", "+0100")


def test_each_attached_text_is_an_article_of_its_own_and_a_picture_is_told() -> None:
    mail = EmailMessage()
    mail["From"], mail["Date"], mail["Subject"] = "a@a.example", "Tue, 11 Feb 2025 09:33:00 -0500", "Three files"
    mail["Message-ID"] = "<1@a.example>"
    mail.set_content("Three files, and our badge.")
    mail.add_attachment("The weir broke on Friday, they said.", filename="2025-02-03-weir.txt")
    mail.add_attachment("<html><body><h1>Mill</h1><p>It burned on Sunday.</p></body></html>", "html", filename="m.html")
    report = docx([("", "Published: 5 February 2025"), ("", "The bridge was closed on Monday.")])
    mail.add_attachment(report, maintype="application", subtype="octet-stream", filename="report.docx")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="badge.png")
    mail.add_attachment(zipped({"a.txt": b"x"}), maintype="application", subtype="zip", filename="a.zip")
    first, *others = read(mail.as_bytes())
    assert isinstance(first, Article)
    assert first.notes[:2] == (
        "the attachment 'badge.png' was not read: of the kind image/png",
        "the attachment 'a.zip' was not read: an archive inside of one is not read",
    )
    assert "broke on Friday" not in first.text
    found = [(one.reader, one.published and one.published.value) for one in others if isinstance(one, Article)]
    assert found == [
        ("plain text, UTF-8 (declared), in a mail", "2025-02-03"),
        ("HTML, UTF-8 (declared), in a mail", None),
        ("docx, in a mail", "2025-02-05"),
    ]
    for one in others:
        assert isinstance(one, Article)
        told = "attached to a mail of Tue, 11 Feb 2025 09:33:00 -0500, which is not its publish date"
        assert told in one.notes


def test_files_of_a_mail_without_words_are_read_or_refused_by_their_names() -> None:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"] = "a@a.example", "<1@a.example>"
    mail.add_attachment("The weir broke on Friday, they said.", filename="weir.txt")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="badge.png")
    found, refused = read(mail.as_bytes())
    assert isinstance(found, Article)
    assert str(refused) == "mail.eml attachment 'badge.png': of the kind image/png"


def test_mails_attached_to_mails_without_end_are_read_so_far_and_the_rest_is_told() -> None:
    data = PLAIN
    for number in range(300):
        head = f"Message-ID: <{number}@a.example>\nFrom: a@a.example\nSubject: No. {number}\nMIME-Version: 1.0\n"
        kinds = f"Content-Type: multipart/mixed; boundary=b{number}.\n\n--b{number}.\n\nSee below.\n--b{number}.\n"
        carried = "Content-Disposition: attachment; filename=carried.eml\nContent-Type: application/octet-stream\n\n"
        data = f"{head}{kinds}{carried}{data}\n--b{number}.--\n"
    found = [one for one in read(data.encode()) if isinstance(one, Article)]
    assert [one.title for one in found] == [f"No. {number}" for number in range(299, 293, -1)]
    assert found[-1].notes[0] == "the attachment 'carried.eml' was not read: mails attached to mails too deep"


def test_an_html_body_gives_its_paragraphs() -> None:
    found = article(HEAD + "Content-Type: text/html; charset=utf-8\n\n<p>The bridge was closed.</p><p>It was old.</p>")
    assert found.text.endswith("\n\nThe bridge was closed.\n\nIt was old.")


def test_what_an_answer_quotes_is_not_its_own() -> None:
    found = article(
        PLAIN
        + "\nOn Mon, Feb 3, 2025 at 9:15 AM John Roe <john@c.example> wrote:\n\n> The weir broke on Friday.\n\n"
        + "-- \nJane, 2 Main St\n"
    )
    kinds = {block.span.of(found.text)[:12]: block.kind for block in found.blocks}
    assert kinds["On Mon, Feb "] == "related"
    assert kinds["> The weir b"] == "related"
    assert found.blocks[-1].kind == "boilerplate"


def test_a_mailbox_gives_each_message() -> None:
    box = (
        "From jane@a.example Tue Feb 11 23:33:00 2025\n" + PLAIN + "\n>From the bridge nothing is left.\n\n"
        "From john@a.example Wed Feb 12 08:00:00 2025\n" + PLAIN.replace("11 Feb", "12 Feb") + "\n"
    )
    first, second = read(box.encode(), "box")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert "\n\nFrom the bridge nothing is left." in first.text
    assert [one.published.value[:10] for one in (first, second) if one.published] == ["2025-02-11", "2025-02-12"]


def test_a_date_of_endless_digits_ends_no_mailbox() -> None:
    odd = PLAIN.replace("11 Feb 2025", f"{'9' * 20} Feb 2025")
    box = "".join(f"From jane@a.example Tue Feb 11 23:33:00 2025\n{mail}\n" for mail in (odd, PLAIN))
    first, second = read(box.encode(), "box.mbox")
    assert isinstance(first, Article)
    assert first.published is None
    assert isinstance(second, Article)
    assert second.published is not None


def test_another_charset_than_is_said() -> None:
    data = (HEAD + "Content-Type: text/plain; charset=x-unknown\n\nLe café est fermé depuis hier.\n").encode("cp1252")
    (found,) = read(data)
    assert isinstance(found, Article)
    assert "Le café est fermé depuis hier." in found.text


def test_what_one_says_to_another_is_talk_and_what_is_sent_as_a_report_is_news() -> None:
    for body, domain in (
        ("Hi John,\n\ncall me tomorrow at 5, the weir has burst.\n", "colloquial"),
        ("Will you be there on Sunday?", "colloquial"),
        ("The bridge was closed on Monday.\n", "news"),
        ('The bridge was closed on Monday. "I saw you and me there," said a neighbour.\n', "news"),
        ("> Call me tomorrow.\n> You know why.\n\nThe bridge was closed on Monday.\n", "news"),
        (f"{'The bridge was closed on Monday, the harbour office said. ' * 9}You can ask me.\n", "news"),
    ):
        found = article(HEAD + "Content-Type: text/plain\n\n" + body)
        assert found.domain.value == domain, body
        told = "read as colloquial: a mail in which one talks to another"
        assert (told in found.notes) == (domain == "colloquial")
