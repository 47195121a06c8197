"""Small files of kinds that are packed, made here: docx, PDF, WARC."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{title}</dc:title><dcterms:created>{created}</dcterms:created></cp:coreProperties>"
)


def docx(paragraphs: Iterable[tuple[str, str]], title: str = "", created: str = "", **more: bytes) -> bytes:
    """Make a docx file of paragraphs, each (style, words)."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
        for style, words in paragraphs
    )
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode(),
            "docProps/core.xml": _CORE.format(title=title, created=created).encode(),
            **more,
        }
    )


def zipped(members: dict[str, bytes]) -> bytes:
    """Make a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def pdf(pages: Iterable[Iterable[str]], created: str = "D:20250211093300+03'00'", title: str = "") -> bytes:
    """Make a PDF file of pages, each of lines in ASCII."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    for lines in pages:
        drawn = "\n".join(f"({line.translate(_ESCAPES)}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td\n{drawn}\nET".encode("ascii")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 %s >> >> >>" % (len(objects), font)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(f"<< /CreationDate ({created}) /Title ({title}) >>".encode())
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    info = len(objects)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (info + 1, info, start)
    return bytes(out)


_ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})


def record(
    url: str, body: bytes, kind: str = "text/html", status: str = "200 OK", fetched: str = "2025-03-01"
) -> bytes:
    """Make a WARC record of an answer."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {fetched}T10:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(body)}>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Pack each record by itself, as `.warc.gz` files are."""
    return b"".join(gzip.compress(one) for one in records)
