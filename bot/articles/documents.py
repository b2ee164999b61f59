"""PDF and Word documents to drafts, by the libraries of the extra `files`; it knows nothing of paths.

Neither tells when its text was published (their dates are those of the file), so such an article is undated.
"""

import io
import logging
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from bot.articles.fragment import plain
from bot.articles.limits import Limits
from bot.articles.normal import file_url, normal_text, one_line
from bot.models import Draft

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
_PAGES = 500
_UNPACKED = 20  # the parts of a DOCX file may be this many times larger than the text allowed in it
_TITLE = 200
# What these libraries raise on files made to break them; anything else is an error of ours.
_BROKEN = (
    ValueError, TypeError, AttributeError, LookupError, RecursionError, SyntaxError, OSError, EOFError,
    ArithmeticError, NotImplementedError, AssertionError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[^\W\d_])")
_WRAPPED = re.compile(r"(?<=[^\n.!?…:;»”\"])\n(?=\S)")
_BLANK = re.compile(r"\s*\n\s*")

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a bad file is reported once, as a Failure


class _Refused(ValueError):
    """Why a document that can be read is not taken in, for a reader."""


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a zip archive with the main part of a Word document."""
    return data.startswith(ZIP) and b"word/document.xml" in data


def pdf_draft(data: bytes, name: str, limits: Limits) -> Draft:
    """The text of a PDF, lines joined to paragraphs; ValueError when it holds none, is damaged or locked."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise ValueError(_missing("a PDF document")) from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _Refused("the PDF document is locked by a password")
        title = str(reader.metadata.title or "") if reader.metadata else ""
        pages = (page.extract_text() for page in reader.pages[:_PAGES])
        return _draft(title, _flowing("\n\n".join(_up_to(pages, limits.text))), name)
    except _Refused:
        raise
    except (PyPdfError, *_BROKEN) as error:
        raise ValueError("the PDF document is damaged") from error


def docx_draft(data: bytes, name: str, limits: Limits) -> Draft:
    """The paragraphs and table cells of a Word document; ValueError when it holds none or is damaged."""
    try:
        from docx import Document
        from docx.opc.exceptions import OpcError
    except ImportError as error:
        raise ValueError(_missing("a Word document")) from error
    try:
        _refuse_bomb(data, limits)
        document = Document(io.BytesIO(data))
        paragraphs = _up_to(_docx_paragraphs(document), limits.text)
        return _draft(document.core_properties.title or "", "\n\n".join(paragraphs), name)
    except _Refused:
        raise
    except (OpcError, *_BROKEN) as error:
        raise ValueError("the Word document is damaged") from error


def _docx_paragraphs(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield from (" ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def _refuse_bomb(data: bytes, limits: Limits) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > _UNPACKED * limits.text:
            raise _Refused("the Word document is too big when unpacked")


def _up_to(parts: Iterable[str], limit: int) -> Iterator[str]:
    """The parts that are no blanks, until they are longer than `limit`, which the caller then refuses."""
    size = 0
    for part in parts:
        if part.strip():
            yield part.strip()
        size += len(part)
        if size > limit:
            return


def _flowing(text: str) -> str:
    """Lines of a page as paragraphs: a line goes on unless it ends as a sentence does."""
    return _WRAPPED.sub(" ", _HYPHEN.sub("", normal_text(text)))


def _draft(title: str, text: str, name: str) -> Draft:
    paragraphs = _BLANK.sub("\n\n", plain(text)).strip()
    if not paragraphs:
        raise _Refused("no text in this document; scanned pages are pictures of text, which are not read")
    first = one_line(paragraphs.partition("\n")[0])[:_TITLE]
    return Draft(url=file_url(name), title=one_line(title)[:_TITLE] or first, text=paragraphs)


def _missing(what: str) -> str:
    return f"{what}, and what reads it is not installed: pip install 'whosaid[files]'"
