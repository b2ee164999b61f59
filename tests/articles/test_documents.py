"""PDF and Word documents as articles; damaged and hostile ones as clear failures."""

import io
import zipfile

import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from bot.articles.limits import Limits
from bot.articles.parse import parse
from bot.models import Draft, Failure

FONT = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
LINES = (
    "Lumen builds a bridge",
    "The council voted on Tuesday to re-",
    "build the harbour bridge.",
    "It is old.",
)


def pdf(lines: tuple[str, ...] = LINES, title: str = "") -> bytes:
    """A page with one line of Helvetica under another, written by hand: pypdf does not set text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources {FONT} >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        f"<< /Title ({title}) >>",
    ]
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size 6 /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return body + f"xref\n0 6\n0000000000 65535 f \n{table}".encode() + trailer.encode()


def docx(*paragraphs: str, title: str = "") -> bytes:
    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "cost", "410 million"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def read(data: bytes, limits: Limits | None = None) -> Draft:
    (item,) = parse(data, "folder/release.bin", limits or Limits())
    assert isinstance(item, Draft), item
    return item


def refused(data: bytes, limits: Limits | None = None) -> str:
    (item,) = parse(data, "release.bin", limits or Limits())
    assert isinstance(item, Failure), item
    return item.error


def test_lines_of_a_pdf_become_paragraphs() -> None:
    draft = read(pdf(title="A bridge"))
    assert draft.text == (
        "Lumen builds a bridge The council voted on Tuesday to rebuild the harbour bridge.\n\nIt is old."
    )
    assert (draft.title, draft.url, draft.published) == ("A bridge", "file:release.bin", None)


def test_a_word_document_gives_paragraphs_and_cells_in_order() -> None:
    draft = read(docx("Мост построят заново", "Совет голосовал во вторник."))
    assert draft.text == "Мост построят заново\n\nСовет голосовал во вторник.\n\ncost 410 million"
    assert draft.title == "Мост построят заново"
    assert read(docx("Text.", title="Named")).title == "Named"


def test_a_locked_pdf_says_so() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    written = io.BytesIO()
    writer.write(written)
    assert "password" in refused(written.getvalue())


def test_pictures_of_text_are_no_text() -> None:
    assert "scanned" in refused(pdf(lines=("",)))


@pytest.mark.parametrize("kind", ["PDF", "Word"])
def test_a_document_cut_or_scrambled_anywhere_is_a_failure_or_an_article(kind: str) -> None:
    whole = pdf() if kind == "PDF" else docx("Text.")
    for place in range(8, len(whole), max(1, len(whole) // 40)):
        for data in (whole[:place], whole[:place] + b"\xff<<[(" + whole[place + 5 :]):
            (item,) = parse(data, "x", Limits())
            assert isinstance(item, Draft | Failure)


def test_a_word_document_that_unpacks_to_too_much_is_refused() -> None:
    packed = io.BytesIO(docx("Text."))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/bomb.bin", b"\0" * 3_000_000)
    assert "too big" in refused(packed.getvalue(), Limits(text=100_000))


def test_a_long_document_is_refused_by_its_size() -> None:
    assert "too long" in refused(docx(*["Совет голосовал во вторник."] * 1500), Limits(text=60_000))


def test_another_zip_archive_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "zip archive" in refused(written.getvalue())
